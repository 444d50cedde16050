import { IconArrowRight, IconUsers, IconVolume } from '@tabler/icons-react';
import type { KioskView } from '../../shared/views/kiosk-view.ts';
import { Today } from './frame.tsx';
import { useText } from './language.ts';
import styles from './board.module.css';

/** The now-serving board: numbers and places, never names. */
export const Board = ({ view }: { readonly view: KioskView }) => {
  const text = useText();
  const { called, assisting, waiting } = view.board;
  const [first, ...others] = called;
  return (
    <aside className={styles['board']} aria-label={text.board}>
      <Today zone={view.clock.zone} />
      <section className={styles['called']} aria-live="polite">
        <h2>
          <IconVolume aria-hidden size="2rem" />
          {first === undefined ? text.nobodyCalled : text.nowCalled}
        </h2>
        {first !== undefined && (
          <>
            <p className={`num ${styles['number']}`}>{first.number}</p>
            <p className={styles['where']}><IconArrowRight aria-hidden size="2rem" /> {first.where}</p>
          </>
        )}
        {others.length > 0 && <p className={`num ${styles['others']}`}>{others.map(({ number }) => number).join('  ')}</p>}
      </section>
      <section className={styles['assisting']}>
        <h2>{assisting.length === 0 ? text.nobodyAssisted : text.assisting}</h2>
        <ul>
          {assisting.map(({ number, where }) => (
            <li key={number}>
              <span className="num">{number}</span> <span>{where}</span>
            </li>
          ))}
        </ul>
      </section>
      <p className={styles['waiting']}>
        <IconUsers aria-hidden size="2rem" />
        {text.waiting(waiting)}
      </p>
    </aside>
  );
};
