import { IconDoor } from '@tabler/icons-react';
import { useContext } from 'react';
import { officeDate, officeTime } from '../../../shared/base/office-time.ts';
import { openingOn } from '../../../shared/settings/calendar.ts';
import { dotted } from '../../../shared/text/format.ts';
import type { OfficeView } from '../../../shared/views/kiosk-view.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import { ClockContext } from '../../ui/use-now.ts';
import { useTicking } from '../../ui/use-ticking.ts';
import { useText } from './language.ts';

/** Whether the room is open now, and until when. */
export function RoomPill({ office }: { readonly office: OfficeView }) {
  const text = useText().room;
  const { at } = useContext(ClockContext);
  const says = useTicking((since) => {
    const now = at + since;
    const opening = openingOn(office.calendar, officeDate(now, office.calendar.zone));
    if (opening === null || now >= opening.closes) return text.closed;
    const time = (moment: number): string => dotted(officeTime(moment, office.calendar.zone));
    return now < opening.opens
      ? text.opensAt(time(opening.opens))
      : text.openUntil(time(opening.closes));
  });
  return (
    <StatePill
      tone="quiet"
      shape="wide"
      icon={<IconDoor size={18} stroke={1.8} aria-hidden="true" />}
    >
      <span className="num">{says}</span>
    </StatePill>
  );
}
