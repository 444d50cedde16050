import { IconClock } from '@tabler/icons-react';
import { clockState, type ClockState } from '../../shared/base/clock-state.ts';
import { formatClock } from '../../shared/text/format.ts';
import type { ClockView } from '../../shared/views/console-view.ts';
import styles from './clock-line.module.css';
import type { ClockWords } from './clock-words.ts';
import { StateIcon } from './state-icon.tsx';
import { StatePill } from './state-pill.tsx';
import { useTicking } from './use-ticking.ts';

type ClockLineProps = {
  readonly clock: ClockView;
  readonly name: string;
  readonly words: ClockWords;
};

const elapsedOf = ({ elapsedMs, running }: ClockView, sinceMs: number): number =>
  elapsedMs + (running ? sinceMs : 0);

/** A clock with its name, its state in words and shape, its time and, where there is one, its limit and how far it is. */
export function ClockLine({ clock, name, words }: ClockLineProps) {
  return clock.limitMs === null ? (
    <StayLine clock={clock} name={name} words={words} />
  ) : (
    <LimitedLine clock={clock} name={name} words={words} limit={clock.limitMs} />
  );
}

/** Without a limit whole minutes are enough, and it renders once a minute. */
const StayLine = ({ clock, name, words }: ClockLineProps) => {
  const stay = useTicking((since) => words.limit(elapsedOf(clock, since)));
  return (
    <div className={styles['line']}>
      <IconClock size={17} stroke={2} aria-hidden="true" />
      <span className={styles['name']}>{name}</span>
      <span className={`${styles['time']} num`}>{stay}</span>
    </div>
  );
};

const LimitedLine = ({
  clock,
  name,
  words,
  limit,
}: ClockLineProps & { readonly limit: number }) => {
  const elapsed = useTicking((since) => Math.floor(elapsedOf(clock, since) / 1_000)) * 1_000;
  // Whole seconds are shown; the state is judged as exactly as the view allows.
  const state = useTicking((since) => clockState(elapsedOf(clock, since), limit));
  return (
    <div className={styles['clock']}>
      <div className={`${styles['line']} ${styles[state]}`}>
        <StateIcon state={state} />
        <span className={styles['name']}>{name}</span>
        {state !== 'calm' && (
          <StatePill shape="round" tone={state === 'over' ? 'over-strong' : 'near'}>
            <span className="num">{words.state(state, elapsed, limit)}</span>
          </StatePill>
        )}
        <span className={`${styles['time']} num`}>
          {formatClock(elapsed)}
          <span className={styles['limit']}> / {words.limit(limit)}</span>
        </span>
      </div>
      <Bar state={state} elapsed={elapsed} limit={limit} />
    </div>
  );
};

/** Past its limit the bar holds both: the limit up to a black tick, and what ran past it, hatched. */
const Bar = ({
  state,
  elapsed,
  limit,
}: {
  readonly state: ClockState;
  readonly elapsed: number;
  readonly limit: number;
}) => {
  if (state !== 'over') {
    return (
      <div className={`${styles['track']} ${styles[`${state}-track`]}`} aria-hidden="true">
        <div
          className={styles['fill']}
          style={{ width: `${Math.min(100, (elapsed / limit) * 100)}%` }}
        />
      </div>
    );
  }
  const kept = `${Math.max(40, (limit / elapsed) * 100)}%`;
  return (
    <div className={`${styles['track']} ${styles['over-track']}`} aria-hidden="true">
      <div className={styles['fill']} style={{ width: kept }} />
      <div className={styles['past']} style={{ left: kept }} />
      <div className={styles['tick']} style={{ left: kept }} />
    </div>
  );
};
