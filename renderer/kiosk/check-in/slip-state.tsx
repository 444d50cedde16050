import { IconCheck, IconPrinter, IconPrinterOff } from '@tabler/icons-react';
import { useText } from '../parts/language.ts';
import styles from './number-screen.module.css';

const icons = { saving: IconPrinter, saved: IconCheck, failed: IconPrinterOff } as const;

/** How far the slip has come. The number is valid in any case, and this says so. */
export function SlipState({ state }: { readonly state: 'saving' | 'saved' | 'failed' }) {
  const text = useText();
  const Icon = icons[state];
  return (
    <div className={`${styles['slip']} ${styles[state]}`} role="status">
      <p>
        <Icon aria-hidden size="2rem" />
        {text.slip[state].title}
      </p>
      <p>{text.slip[state].lead}</p>
    </div>
  );
}
