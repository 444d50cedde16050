import { IconClock } from '@tabler/icons-react';
import { openingAt, weekHours, type Opening } from '../../../shared/text/opening-hours.ts';
import type { KioskText } from '../../../shared/text/kiosk.ts';
import type { KioskView } from '../../../shared/views/kiosk-view.ts';
import { useNow } from '../../ui/use-now.ts';
import { useLanguage, useText } from '../parts/language.ts';
import styles from './attract-screen.module.css';

const words = (text: KioskText, opening: Opening): string => {
  switch (opening.state) {
    case 'open':
      return text.openUntil(opening.time);
    case 'opens':
      return text.opensAt(opening.time);
    case 'closed':
      return text.closedNow;
    case 'closed-today':
      return opening.holiday === null ? text.closedToday : text.closedFor(opening.holiday);
  }
};

/** When the room is open, today and in the week. */
export function OpeningHours({ view }: { readonly view: KioskView }) {
  const text = useText();
  const { language } = useLanguage();
  const now = useNow();
  return (
    <div className={styles['hours']}>
      <IconClock aria-hidden size="2.25rem" />
      <div>
        <p>{words(text, openingAt(view.office.calendar, now))}</p>
        <p className="num">{weekHours(view.office.calendar.hours, language)}</p>
      </div>
    </div>
  );
}
