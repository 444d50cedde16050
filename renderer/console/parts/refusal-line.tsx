import { IconAlertTriangle } from '@tabler/icons-react';
import type { Refused } from '../../../shared/base/result.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import { useLanguage } from './language.ts';
import styles from './refusal-line.module.css';

type RefusalLineProps = {
  readonly refused: Refused | null;
  /** Fields that show a refusal about themselves beside themselves. */
  readonly shownAt?: readonly string[];
  /** Shown in its place when nothing was refused. */
  readonly otherwise?: string;
};

/** Where a refusal is said, beside what was done. Its place is kept, so that nothing jumps. */
export function RefusalLine({ refused, shownAt = [], otherwise = '' }: RefusalLineProps) {
  const { language } = useLanguage();
  const isElsewhere =
    refused !== null && shownAt.includes(String(refused.details?.['field'] ?? ''));
  const sentence = refused === null || isElsewhere ? null : refusalSentence(language, refused);
  return (
    <p className={styles['line']} role="alert">
      {sentence !== null && (
        <>
          <IconAlertTriangle size={17} stroke={2} aria-hidden="true" />
          <span>{sentence}</span>
        </>
      )}
      {sentence === null && otherwise !== '' && (
        <span className={styles['otherwise']}>{otherwise}</span>
      )}
    </p>
  );
}
