import { IconDoor } from '@tabler/icons-react';
import { useContext } from 'react';
import { officeDate, officeTime, weekdayOf } from '../../../shared/base/office-time.ts';
import { dotted } from '../../../shared/text/format.ts';
import type { OfficeView } from '../../../shared/views/kiosk-view.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import { ClockContext } from '../../ui/use-now.ts';
import { useTicking } from '../../ui/use-ticking.ts';
import { useText } from './language.ts';

/** Whether the room is open now, and until when. */
export function RoomPill({ office }: { readonly office: OfficeView }) {
  const text = useText().room;
  const { at, zone } = useContext(ClockContext);
  const says = useTicking((since) => {
    const now = at + since;
    const hours = office.hours.find(({ weekday }) => weekday === weekdayOf(officeDate(now, zone)));
    const time = officeTime(now, zone);
    if (hours === undefined || time >= hours.closes) return text.closed;
    return time < hours.opens
      ? text.opensAt(dotted(hours.opens))
      : text.openUntil(dotted(hours.closes));
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
