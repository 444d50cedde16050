import type { IconCircleCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { useKey } from '../parts/use-key.ts';
import styles from './answer-keys.module.css';

type AnswerKeyProps = {
  readonly icon: typeof IconCircleCheck;
  readonly words: string;
  readonly leadsTo: string;
  readonly shortcut: string;
  readonly isPrimary: boolean;
  readonly busy: boolean;
  readonly blocked: string | null;
  readonly onPress: () => void;
};

/** One answer: its words before its icon, where it leads, and its key. */
export function AnswerKey({
  icon: Icon,
  words,
  leadsTo,
  shortcut,
  isPrimary,
  busy,
  blocked,
  onPress,
}: AnswerKeyProps) {
  const label = useId();
  const isOff = busy || blocked !== null;
  const press = (): void => {
    if (!isOff) onPress();
  };
  useKey(shortcut, press);
  return (
    <button
      type="button"
      className={`${styles['answer']} ${isPrimary ? styles['primary'] : ''}`}
      aria-labelledby={`${label}-words`}
      aria-describedby={`${label}-leads ${label}-why`}
      aria-busy={busy}
      aria-disabled={isOff}
      aria-keyshortcuts={shortcut}
      title={blocked ?? undefined}
      onClick={press}
    >
      <Icon size={40} stroke={1.8} aria-hidden="true" />
      <span className={styles['words']}>
        <span id={`${label}-words`} className={styles['said']}>
          {words}
        </span>
        <span id={`${label}-leads`} className={styles['leads']}>
          {leadsTo}
        </span>
      </span>
      <kbd className={styles['key']} aria-hidden="true">
        {shortcut}
      </kbd>
      <span id={`${label}-why`} className="aloud">
        {blocked ?? ''}
      </span>
    </button>
  );
}
