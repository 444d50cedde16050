import type { ReactNode } from 'react';
import styles from './state-pill.module.css';

export type Tone = 'quiet' | 'near' | 'over' | 'done' | 'over-strong';

type StatePillProps = {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly shape?: 'tag' | 'round' | 'wide';
};

/** A word or two about how something stands; colour never without the word. */
export function StatePill({ tone, children, icon, shape = 'tag' }: StatePillProps) {
  return (
    <span className={`${styles['pill']} ${styles[shape]} ${styles[tone]}`}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
