import { IconCheck } from '@tabler/icons-react';
import { useText } from '../parts/language.ts';
import { checkInSteps } from './check-in-steps.ts';
import styles from './progress.module.css';

/** How far checking in has come. */
export function Progress({ at }: { readonly at: number }) {
  const text = useText();
  return (
    <ol className={styles['progress']} aria-label={text.progress(at + 1, checkInSteps.length)}>
      {checkInSteps.map(({ id }, index) => (
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
