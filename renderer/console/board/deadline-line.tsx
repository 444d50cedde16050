import { IconAlarm } from '@tabler/icons-react';
import { useContext } from 'react';
import { officeDate, officeTime } from '../../../shared/base/office-time.ts';
import { dotted, formatShortDate, formatStay } from '../../../shared/text/format.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useTicking } from '../../ui/use-ticking.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { deadlineStateOf, normsLeftNow } from '../parts/visit-time.ts';
import styles from '../parts/visit-card.module.css';

const minute = 60_000;
const spare = 60 * minute;
const day = 86_400_000;

/** The upload deadline: what is left of it, and how much the remaining norms need. */
export function DeadlineLine({
  visit,
  deadlineAt,
}: {
  readonly visit: VisitView;
  readonly deadlineAt: number;
}) {
  const text = useText().board;
  const { language } = useLanguage();
  const { at, zone } = useContext(ClockContext);
  const state = useTicking((since) => deadlineStateOf(visit, at, since));
  const date = officeDate(deadlineAt, zone);
  const time = dotted(officeTime(deadlineAt, zone));
  const isToday = useTicking((since) => officeDate(at + since, zone) === date);
  const isTomorrow = useTicking((since) => officeDate(at + since + day, zone) === date);
  const says = useTicking((since) => {
    const left = deadlineAt - at - since;
    if (left <= 0) return text.deadlineGone;
    // With hours to spare the norms that remain are no news.
    if (left > spare && left > normsLeftNow(visit, since) * 2)
      return text.deadlineLeftOnly(formatStay(left, language));
    return text.deadlineLeft(
      formatStay(left, language),
      Math.ceil(normsLeftNow(visit, since) / minute),
    );
  });
  const isLate = state === 'short' || state === 'gone';
  const name =
    isToday || date < officeDate(at, zone)
      ? text.deadlineToday(time)
      : isTomorrow
        ? text.deadlineTomorrow
        : text.deadlineOn(formatShortDate(deadlineAt, zone, language));
  return (
    <div className={`${styles['deadline']} ${isLate ? styles['late'] : ''}`}>
      <IconAlarm size={17} stroke={2} aria-hidden="true" />
      <span className={styles['deadlineName']}>{name}</span>
      <span className={`${styles['deadlineLeft']} num`}>{isToday || isLate ? says : time}</span>
    </div>
  );
}
