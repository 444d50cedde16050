import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { NoticeText } from './notice-text.tsx';
import { useText } from '../parts/language.ts';
import styles from '../parts/panels.module.css';

type NoticePanelProps = {
  readonly years: number;
  readonly version: number;
  readonly close: () => void;
};

/** The notice over whatever is on the screen, which stays as it was. */
export function NoticePanel({ years, version, close }: NoticePanelProps) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    addEventListener('keydown', escape);
    return () => {
      removeEventListener('keydown', escape);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [close]);
  return (
    <section className={styles['notice']} aria-label={text.privacy}>
      <div className={styles['noticeHead']}>
        <h2 ref={heading} tabIndex={-1}>
          {text.noticeTitle}
        </h2>
        <button type="button" onClick={close}>
          <IconX aria-hidden size="2rem" />
          {text.close}
        </button>
      </div>
      <NoticeText years={years} version={version} />
    </section>
  );
}
