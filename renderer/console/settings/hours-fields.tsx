import { weekdayName } from '../../../shared/text/format.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Tick } from '../parts/tick.tsx';
import type { FieldsProps } from './settings-fields.tsx';
import type { SettingsDraft } from './settings-draft.ts';
import styles from '../parts/settings.module.css';

type Day = SettingsDraft['days'][number];

/** Opening hours by weekday; a day that is not ticked is closed. */
export function HoursFields({ draft, problems, change, readOnly = false }: FieldsProps) {
  const text = useText().setUp;
  const { language } = useLanguage();
  const put = (weekday: number, part: Partial<Day>): void =>
    change({
      days: draft.days.map((day) => (day.weekday === weekday ? { ...day, ...part } : day)),
    });
  return (
    <div className={styles['days']}>
      {draft.days.map(({ weekday, isOpen, opens, closes }) => {
        const name = weekdayName(weekday, language);
        return (
          <div key={weekday} className={styles['day']}>
            <Tick
              label={text.isOpen(name)}
              checked={isOpen}
              readOnly={readOnly}
              onChange={(isNowOpen) => put(weekday, { isOpen: isNowOpen })}
            />
            {isOpen ? (
              <>
                <input
                  type="time"
                  className={styles['time']}
                  aria-label={text.opens(name)}
                  aria-invalid={problems[`day-${weekday}`] !== undefined}
                  value={opens}
                  readOnly={readOnly}
                  onChange={(event) => put(weekday, { opens: event.currentTarget.value })}
                />
                <span aria-hidden="true">–</span>
                <input
                  type="time"
                  className={styles['time']}
                  aria-label={text.closes(name)}
                  aria-invalid={problems[`day-${weekday}`] !== undefined}
                  value={closes}
                  readOnly={readOnly}
                  onChange={(event) => put(weekday, { closes: event.currentTarget.value })}
                />
                <span className={styles['problem']} role="status">
                  {problems[`day-${weekday}`]}
                </span>
              </>
            ) : (
              <span className={styles['closed']}>{text.dayClosed}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
