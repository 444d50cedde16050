import { useId, type ReactNode } from 'react';
import styles from './board-panel.module.css';

type ColumnProps = {
  readonly title: string;
  readonly count: number;
  readonly countName: string;
  readonly aside?: string;
  readonly empty: string;
  readonly children: ReactNode;
};

/** One column of the board, in the fair order. */
export function Column({ title, count, countName, aside, empty, children }: ColumnProps) {
  const heading = useId();
  return (
    <section className={styles['column']} aria-labelledby={heading}>
      <div className={styles['columnHead']}>
        <h2 id={heading} className={styles['columnTitle']}>
          {title}
        </h2>
        <span className={`${styles['count']} num`} title={countName}>
          {count}
        </span>
        {aside !== undefined && <span className={styles['aside']}>{aside}</span>}
      </div>
      {count === 0 ? (
        <p className={styles['empty']}>{empty}</p>
      ) : (
        <ul className={styles['cards']}>{children}</ul>
      )}
    </section>
  );
}
