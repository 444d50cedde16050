import { IconAlertTriangle, IconCheck, IconMinus, IconWalk } from '@tabler/icons-react';
import { useContext } from 'react';
import { officeTime } from '../../../shared/base/office-time.ts';
import { dotted, formatClock } from '../../../shared/text/format.ts';
import type { PathStep, RunView, VisitView } from '../../../shared/views/console-view.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useTicking } from '../../ui/use-ticking.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { isOverNorm } from '../parts/visit-time.ts';
import styles from './visit-path.module.css';

const icons = {
  done: IconCheck,
  'not-taken': IconMinus,
  present: IconWalk,
  ahead: null,
  over: IconAlertTriangle,
};
const minute = 60_000;
type PathRowProps = { readonly step: PathStep; readonly visit: VisitView };

/** One of the 13 steps: how it went, its answer, its time against the norm, each attempt counted. */
export function PathRow({ step, visit }: PathRowProps) {
  const { visit: text, board } = useText();
  const { language } = useLanguage();
  const isPresentOver = useTicking((since) => step.state === 'present' && isOverNorm(visit, since));
  const isOver = step.over || isPresentOver;
  const shape = step.state !== 'present' && isOver ? 'over' : step.state;
  const Icon = icons[shape];
  const counted = step.runs.filter(({ undone }) => !undone);
  const last = counted[counted.length - 1];
  const isTracked = step.isAccompanied && step.state !== 'ahead';
  return (
    <li
      className={`${styles['row']} ${styles[step.state]} ${shape === 'over' ? styles['over'] : ''} ${isTracked ? styles['accompanied'] : ''}`}
      aria-current={step.state === 'present' ? 'step' : undefined}
    >
      <span className={styles['circle']}>
        {Icon !== null && (
          <Icon size={step.state === 'present' ? 24 : 19} stroke={2.4} aria-hidden="true" />
        )}
        <span className="aloud">
          {shape === 'over' ? text.pathOver : text.pathStates[step.state]}
        </span>
      </span>
      <span className={`${styles['no']} num`}>{step.no}</span>
      <span className={styles['name']}>
        {step.short[language]}
        <Attempts runs={step.runs} />
      </span>
      {step.state === 'not-taken' ? (
        <span className={styles['time']}>{text.pathStates['not-taken']}</span>
      ) : (
        <>
          {step.state === 'present' && visit.attempt > 1 && (
            <span className={styles['answer']}>{board.attempt(visit.attempt)}</span>
          )}
          {step.state === 'done' && last?.answer != null && last.answer !== 'done' && (
            <span className={styles['answer']}>
              {
                // A question whether something has been done: its no means not yet.
                last.answer === 'no' && step.kind === 'ask'
                  ? text.runNotYet
                  : text.runAnswers[last.answer]
              }
            </span>
          )}
          <RowTime step={step} last={last} isOver={isOver} />
        </>
      )}
    </li>
  );
}

/** Earlier attempts have their own norm; their sum stands beside the last. */
const Attempts = ({ runs }: { readonly runs: readonly RunView[] }) => {
  const text = useText();
  const counted = runs.filter(({ undone }) => !undone);
  const wasCorrected = runs.length > counted.length;
  const earlier = counted
    .slice(0, -1)
    .map(({ attempt, elapsedMs, answer }) =>
      `${text.board.attempt(attempt)} ${elapsedMs === null ? '' : formatClock(elapsedMs)} ${answer === null || answer === 'done' ? '' : text.visit.runAnswers[answer]}`.trim(),
    );
  const sum = counted.reduce((all, { elapsedMs }) => all + (elapsedMs ?? 0), 0);
  const says = [
    ...earlier,
    ...(earlier.length > 0 && counted.every(({ running }) => !running)
      ? [text.visit.sum(formatClock(sum))]
      : []),
    ...(wasCorrected ? [text.visit.corrected] : []),
  ];
  return says.length === 0 ? null : (
    <span className={`${styles['attempts']} num`}>{says.join(' · ')}</span>
  );
};

const RowTime = ({
  step,
  last,
  isOver,
}: {
  readonly step: PathStep;
  readonly last: RunView | undefined;
  readonly isOver: boolean;
}) => {
  const { zone } = useContext(ClockContext);
  const norm = step.normMs === null ? null : Math.round(step.normMs / minute);
  const time = useTicking((since) => {
    if (last === undefined || last.elapsedMs === null) return '';
    return formatClock(last.elapsedMs + (last.running ? since : 0));
  });
  if (norm === null)
    return (
      <span className={`${styles['time']} num`}>
        {last?.startedAt == null ? '' : dotted(officeTime(last.startedAt, zone))}
      </span>
    );
  return (
    <span className={`${styles['time']} ${isOver ? styles['timeOver'] : ''} num`}>
      {time === '' ? norm : `${time} / ${norm}`}
    </span>
  );
};
