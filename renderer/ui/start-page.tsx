import '@fontsource-variable/plus-jakarta-sans/index.css';
import './tokens.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Starts a window in the page's one root. */
export function startPage(page: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root');
  createRoot(root).render(page);
}
