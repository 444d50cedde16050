import {
  IconAlertTriangle,
  IconArrowUp,
  IconCalendarQuestion,
  IconCheck,
  IconLink,
  IconRepeat,
  IconScale,
  IconSchool,
  IconVolume,
} from '@tabler/icons-react';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import { useTicking } from '../../ui/use-ticking.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { asksCause } from '../parts/visit-time.ts';

const icon = { size: 16, stroke: 2.2, 'aria-hidden': true } as const;

/** The one word that tells a card from its neighbours. */
export function CardTag({
  visit,
  isNext,
}: {
  readonly visit: VisitView;
  readonly isNext: boolean;
}) {
  const text = useText().board;
  const { language } = useLanguage();
  const isCauseOwed = useTicking((since) => asksCause(visit, since));
  if (isCauseOwed)
    return (
      <StatePill tone="over" icon={<IconAlertTriangle {...icon} />}>
        {text.causeOwed}
      </StatePill>
    );
  if (visit.phase === 'called') {
    return visit.calls > 1 ? (
      <StatePill tone="quiet" icon={<IconRepeat {...icon} />}>
        {text.calledAgain(visit.calls)}
      </StatePill>
    ) : (
      <StatePill tone="done" icon={<IconVolume {...icon} />}>
        {text.called}
      </StatePill>
    );
  }
  if (visit.isDayDoubtful)
    return (
      <StatePill tone="quiet" icon={<IconCalendarQuestion {...icon} />}>
        {text.dayDoubtful}
      </StatePill>
    );
  if (isNext)
    return (
      <StatePill tone="done" icon={<IconArrowUp {...icon} />}>
        {text.next}
      </StatePill>
    );
  if (visit.column === 'report-out' && visit.expectedOutcome !== null) {
    const { counts } = visit.expectedOutcome;
    const done = counts === 'done';
    return (
      <StatePill
        tone={done ? 'done' : 'quiet'}
        icon={
          done ? (
            <IconCheck {...icon} />
          ) : counts === 'advised' ? (
            <IconSchool {...icon} />
          ) : (
            <IconAlertTriangle {...icon} />
          )
        }
      >
        {visit.expectedOutcome.words[language]}
      </StatePill>
    );
  }
  const owed = visit.deviations.filter(
    ({ status }) => status === 'owed' || status === 'returned',
  ).length;
  if (owed > 0)
    return (
      <StatePill tone="quiet" icon={<IconScale {...icon} />}>
        {text.deviations(owed)}
      </StatePill>
    );
  if (visit.column === 'waiting' && visit.linkedTo !== null)
    return (
      <StatePill tone="quiet" icon={<IconLink {...icon} />}>
        {text.comesBack}
      </StatePill>
    );
  return null;
}
