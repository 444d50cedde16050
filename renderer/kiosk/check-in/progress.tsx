import { IconCheck } from '@tabler/icons-react';
import { useText } from '../parts/language.ts';
import type { CheckInStep } from './check-in-steps.ts';
import styles from './progress.module.css';

/** How far checking in has come. */
export function Progress({
  at,
  steps,
}: {
  readonly at: number;
  readonly steps: readonly CheckInStep[];
}) {
  const text = useText();
  return (
    <ol className={styles['progress']} aria-label={text.progress(at + 1, steps.length)}>
      {steps.map(({ id }, index) => (
        <li
          key={id}
          className={index < at ? styles['done'] : index === at ? styles['present'] : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          {index < at && <IconCheck aria-hidden size="1.75rem" />}
          {text.steps[id]}
        </li>
      ))}
    </ol>
  );
}
