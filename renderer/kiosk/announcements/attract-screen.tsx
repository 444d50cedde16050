import { IconDoorExit, IconUserPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { KioskView } from '../../../shared/views/kiosk-view.ts';
import { Board } from './board.tsx';
import { useText } from '../parts/language.ts';
import { ApartTracks, TogetherTracks } from '../parts/tracks.tsx';
import { OpeningHours } from './opening-hours.tsx';
import styles from './attract-screen.module.css';

type AttractScreenProps = {
  readonly view: KioskView;
  readonly checkIn: () => void;
  readonly reportOut: () => void;
};

type ChoiceProps = {
  readonly look: 'checkIn' | 'reportOut';
  readonly title: string;
  readonly lead: string;
  readonly icon: ReactNode;
  readonly tracks: ReactNode;
  readonly isOpen: boolean;
  readonly choose: () => void;
};

const Choice = ({ look, title, lead, icon, tracks, isOpen, choose }: ChoiceProps) => (
  <button
    type="button"
    className={`${styles['choice']} ${styles[look]}`}
    aria-disabled={!isOpen}
    onClick={() => (isOpen ? choose() : undefined)}
  >
    <span className={styles['icon']}>{icon}</span>
    <span className={styles['drawing']}>{tracks}</span>
    <strong>{title}</strong> <span className={styles['about']}>{lead}</span>
  </button>
);

/** What passers-by see: two things to do, and the board. */
export function AttractScreen({ view, checkIn, reportOut }: AttractScreenProps) {
  const text = useText();
  const isOpen = view.service === 'open';
  return (
    <div className={styles['attract']}>
      <main className={styles['action']}>
        <h1>{text.welcome}</h1>
        <p className={styles['lead']}>{text.welcomeLead}</p>
        <div className={styles['choices']}>
          <Choice
            look="checkIn"
            title={text.checkIn}
            lead={text.checkInLead}
            isOpen={isOpen}
            choose={checkIn}
            icon={<IconUserPlus aria-hidden size="3rem" />}
            tracks={<TogetherTracks />}
          />
          <Choice
            look="reportOut"
            title={text.reportOut}
            lead={text.reportOutLead}
            isOpen={isOpen}
            choose={reportOut}
            icon={<IconDoorExit aria-hidden size="3rem" />}
            tracks={<ApartTracks />}
          />
        </div>
        <OpeningHours view={view} />
      </main>
      <Board view={view} />
    </div>
  );
}
