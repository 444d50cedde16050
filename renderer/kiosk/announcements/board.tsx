import { IconArrowRight, IconUsers, IconVolume } from '@tabler/icons-react';
import type { KioskView } from '../../../shared/views/kiosk-view.ts';
import { TicketNumber } from '../../ui/ticket-number.tsx';
import { useText } from '../parts/language.ts';
import { Today } from '../parts/today.tsx';
import styles from './board.module.css';

type Place = KioskView['board']['called'][number];

/** So many lines the board has room for; with more they stand in two columns. */
const lines = 4;

const Places = ({
  places,
  compact,
}: {
  readonly places: readonly Place[];
  readonly compact: boolean;
}) => (
  <ul className={compact ? styles['compact'] : styles['places']}>
    {places.map(({ number, where }) => (
      <li key={number}>
        <span className="num">{number}</span> <span>{where}</span>
      </li>
    ))}
  </ul>
);

/** The now-serving board: numbers and places, never names. */
export function Board({ view }: { readonly view: KioskView }) {
  const text = useText();
  const { called, assisting, waiting } = view.board;
  const [first, ...others] = called;
  // Who was called before and has not come yet keeps a line, always with where to go.
  const alsoCalled = others.slice(0, 2);
  const room = lines - alsoCalled.length;
  const compact = assisting.length > room;
  const shown = compact ? assisting.slice(0, room * 2) : assisting;
  const hidden = assisting.length - shown.length;
  return (
    <aside className={styles['board']} aria-label={text.board}>
      <Today zone={view.clock.zone} />
      <section className={styles['called']} aria-live="polite">
        <h2 className={first === undefined ? styles['nobody'] : undefined}>
          <IconVolume aria-hidden size="2rem" />
          {first === undefined ? text.nobodyCalled : text.nowCalled}
        </h2>
        {first !== undefined && (
          <>
            <div className={styles['number']}>
              <TicketNumber number={first.number} size="10.75rem" />
            </div>
            <p className={styles['where']}>
              <IconArrowRight aria-hidden size="2.25rem" stroke={2.4} /> {first.where}
            </p>
          </>
        )}
        <Places places={alsoCalled} compact={false} />
      </section>
      <section className={styles['assisting']}>
        <h2>
          {assisting.length === 0 ? text.nobodyAssisted : text.assisting}{' '}
          {hidden > 0 && <span className="num">{text.more(hidden)}</span>}
        </h2>
        <Places places={shown} compact={compact} />
      </section>
      <p className={styles['waiting']}>
        <IconUsers aria-hidden size="2rem" />
        {text.waiting(waiting)}
      </p>
    </aside>
  );
}
