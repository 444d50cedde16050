import { clockState, nearShare } from '../../shared/base/clock-state.ts';
import { formatClock } from '../../shared/text/format.ts';
import type { ClockView } from '../../shared/views/console-view.ts';
import styles from './clock-ring.module.css';
import type { ClockWords } from './clock-words.ts';
import { StateIcon } from './state-icon.tsx';
import { useTicking } from './use-ticking.ts';

type ClockRingProps = {
  readonly clock: ClockView;
  readonly name: string;
  readonly words: ClockWords;
};

const middle = 132;
const radius = 106;
const outer = 126;
const hour = 3_600_000;

const at = (share: number, distance: number): string => {
  const angle = share * 2 * Math.PI;
  return `${(middle + distance * Math.sin(angle)).toFixed(2)} ${(middle - distance * Math.cos(angle)).toFixed(2)}`;
};
/** An arc from 12 o'clock; a whole turn is drawn as nearly one, since an arc cannot end where it begins. */
const arc = (share: number, distance: number): string => {
  const end = Math.min(share, 0.9999);
  return `M ${at(0, distance)} A ${distance} ${distance} 0 ${end > 0.5 ? 1 : 0} 1 ${at(end, distance)}`;
};

/** The one ring of a screen: name, time, state in words, limit. Over its limit it is full, with a hatched second arc outside. */
export function ClockRing({ clock, name, words }: ClockRingProps) {
  const { limitMs } = clock;
  const elapsedAt = (since: number): number => clock.elapsedMs + (clock.running ? since : 0);
  const elapsed = useTicking((since) => Math.floor(elapsedAt(since) / 1_000)) * 1_000;
  const state = useTicking((since) => clockState(elapsedAt(since), limitMs));
  const share = limitMs === null ? 0 : elapsed / limitMs;
  return (
    <div className={`${styles['ring']} ${styles[state]}`}>
      <svg viewBox="0 0 264 264" aria-hidden="true">
        <circle cx={middle} cy={middle} r={radius} className={styles['track']} />
        {share > 0.004 && (
          <path d={arc(state === 'over' ? 1 : share, radius)} className={styles['run']} />
        )}
        {state === 'over' && (
          <path d={arc(Math.max(0.02, share - 1), outer)} className={styles['past']} />
        )}
        {limitMs !== null && state !== 'over' && (
          <path
            d={`M ${at(nearShare, radius - 17)} L ${at(nearShare, radius + 17)}`}
            className={styles['tick']}
          />
        )}
      </svg>
      <div className={styles['words']}>
        <span className={styles['name']}>{name}</span>
        <span className={`${styles['time']} ${elapsed < hour ? '' : styles['long']} num`}>
          {formatClock(elapsed)}
        </span>
        <span className={`${styles['state']} num`}>
          {limitMs !== null && state !== 'calm' && (
            <>
              <StateIcon state={state} size={18} />
              {words.state(state, elapsed, limitMs)}
            </>
          )}
        </span>
        <span className={styles['limit']}>{words.limitNamed(limitMs, clock.limit)}</span>
      </div>
    </div>
  );
}
