import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react';
import { useText } from './language.ts';
import styles from './action-bar.module.css';

type ActionBarProps = {
  readonly cancel: () => void;
  readonly back?: () => void;
  /** Stands beside the button that was refused. */
  readonly refusal: string;
  readonly next: {
    readonly words: string;
    /** What is still missing: the button waits for it, says so, and can still be reached. */
    readonly missing: string | null;
    readonly busy: boolean;
  };
};

/** The element that goes on, for whoever hands the focus over to it. */
export const nextButtonId = 'next';

/** What can be done with a form, at the lower edge where hands are. */
export function ActionBar({ cancel, back, refusal, next }: ActionBarProps) {
  const text = useText();
  const { words, missing, busy } = next;
  return (
    <div className={styles['bar']}>
      <button type="button" className={styles['cancel']} onClick={cancel}>
        <IconX aria-hidden size="2rem" />
        {text.cancel}
      </button>
      <p className={styles['refusal']} role="alert">
        {refusal}
      </p>
      {back !== undefined && (
        <button type="button" className={styles['back']} onClick={back}>
          <IconArrowLeft aria-hidden size="2rem" />
          {text.back}
        </button>
      )}
      <button
        id={nextButtonId}
        type="submit"
        className={missing === null ? styles['next'] : styles['notYet']}
        aria-disabled={missing !== null || busy}
        aria-busy={busy}
      >
        <span>
          {busy ? text.sending : words} {missing !== null && <small>{missing}</small>}
        </span>
        <IconArrowRight aria-hidden size="2.5rem" />
      </button>
    </div>
  );
}
