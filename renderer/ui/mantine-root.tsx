import '@mantine/core/styles.css';
import '@fontsource-variable/plus-jakarta-sans/index.css';
import './tokens.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { theme } from './theme.ts';

/** The page's own nonce, put there when it was served: without it the policy lets no inline style in. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** Starts a window: the UI library around it, in the page's one root. */
export const startPage = (page: ReactNode): void => {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root');
  createRoot(root).render(
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={styleNonce}>
      {page}
    </MantineProvider>,
  );
};
