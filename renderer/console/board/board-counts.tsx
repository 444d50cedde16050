import { IconAlertTriangle, IconHourglassHigh, IconScale } from '@tabler/icons-react';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import { useTicking } from '../../ui/use-ticking.ts';
import { useText } from '../parts/language.ts';
import { stepStateOf } from '../parts/visit-time.ts';
import styles from './board-panel.module.css';

/** How many clocks are near or past, and how many notes are owed. */
export function BoardCounts({ view }: { readonly view: ConsoleView }) {
  const text = useText().board;
  const count =
    (wanted: string) =>
    (since: number): number =>
      view.visits.filter((visit) => stepStateOf(visit, since) === wanted).length;
  const over = useTicking(count('over'));
  const near = useTicking(count('near'));
  const owed = view.deviations.filter(
    ({ status }) => status === 'owed' || status === 'returned',
  ).length;
  return (
    <div className={styles['counts']}>
      {over > 0 && (
        <StatePill
          tone="over"
          shape="wide"
          icon={<IconAlertTriangle size={18} stroke={2} aria-hidden="true" />}
        >
          {text.overNorm(over)}
        </StatePill>
      )}
      {near > 0 && (
        <StatePill
          tone="near"
          shape="wide"
          icon={<IconHourglassHigh size={18} stroke={2} aria-hidden="true" />}
        >
          {text.nearNorm(near)}
        </StatePill>
      )}
      {owed > 0 && (
        <StatePill
          tone="quiet"
          shape="wide"
          icon={<IconScale size={18} stroke={2} aria-hidden="true" />}
        >
          {text.owed(owed)}
        </StatePill>
      )}
    </div>
  );
}
