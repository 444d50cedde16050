import { IconClock, IconDoorExit, IconUserPlus } from '@tabler/icons-react';
import type { KioskView } from '../../../shared/views/kiosk-view.ts';
import { dotted } from '../../../shared/text/format.ts';
import { officeDate, officeTime, weekdayOf } from '../../../shared/office-time.ts';
import { useNow } from '../../ui/use-now.ts';
import { useText } from '../language.ts';
import { Board } from '../board.tsx';
import { ApartTracks, TogetherTracks } from '../tracks.tsx';
import styles from './attract-screen.module.css';

type AttractScreenProps = { readonly view: KioskView; readonly checkIn: () => void; readonly reportOut: () => void };

/** When the room is open today, in words. */
const OpeningHours = ({ view }: { readonly view: KioskView }) => {
  const text = useText();
  const now = useNow();
  const { zone } = view.clock;
  const today = view.office.hours.find(({ weekday }) => weekday === weekdayOf(officeDate(now, zone)));
  const words = today === undefined ? text.closedToday : officeTime(now, zone) >= today.closes ? text.closedNow : text.openUntil(`${dotted(today.closes)} ${zone}`);
  return (
    <p className={styles['hours']}>
      <IconClock aria-hidden size="2rem" />
      {words}
    </p>
  );
};

/** What passers-by see: two things to do, and the board. */
export const AttractScreen = ({ view, checkIn, reportOut }: AttractScreenProps) => {
  const text = useText();
  const isOpen = view.service === 'open';
  const whenOpen = (act: () => void) => () => (isOpen ? act() : undefined);
  return (
    <div className={styles['attract']}>
      <main className={styles['action']}>
        <h1 className={styles['welcome']}>{text.welcome}</h1>
        <p className={styles['lead']}>{text.welcomeLead}</p>
        <div className={styles['choices']}>
          <button type="button" className={styles['checkIn']} aria-disabled={!isOpen} onClick={whenOpen(checkIn)}>
            <span className={styles['icon']}><IconUserPlus aria-hidden size="3rem" /></span>
            <TogetherTracks />
            <strong>{text.checkIn}</strong>
            <span>{text.checkInLead}</span>
          </button>
          <button type="button" className={styles['reportOut']} aria-disabled={!isOpen} onClick={whenOpen(reportOut)}>
            <span className={styles['icon']}><IconDoorExit aria-hidden size="3rem" /></span>
            <ApartTracks />
            <strong>{text.reportOut}</strong>
            <span>{text.reportOutLead}</span>
          </button>
        </div>
        <OpeningHours view={view} />
      </main>
      <Board view={view} />
    </div>
  );
};
