import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { RemoveButton } from './remove-button.tsx';
import { daysAtMost, newDay } from './settings-draft.ts';
import type { FieldsProps } from './settings-fields.tsx';
import styles from '../parts/settings.module.css';

/** Dates on which the office stays closed, each with its name. */
export function HolidayFields({ draft, problems, change, readOnly = false }: FieldsProps) {
  const text = useText().setUp.calendar;
  const { holidays } = draft;
  const put = (key: string, part: Partial<(typeof holidays)[number]>): void =>
    change({ holidays: holidays.map((day) => (day.key === key ? { ...day, ...part } : day)) });
  return (
    <div className={styles['days']} role="group" aria-label={text.holidays}>
      <h3 className={styles['label']}>{text.holidays}</h3>
      <p className={styles['hint']}>{holidays.length === 0 ? text.noHolidays : text.holidayHint}</p>
      {holidays.map(({ key, date, name }, at) => (
        <div key={key} className={styles['holiday']}>
          <TextField
            kind="date"
            label={text.holidayDate(at + 1)}
            value={date}
            onChange={(typed) => put(key, { date: typed })}
            error={problems[`holiday-${at}-date`] ?? null}
            readOnly={readOnly}
          />
          <TextField
            label={text.holidayName(at + 1)}
            value={name}
            onChange={(typed) => put(key, { name: typed })}
            error={problems[`holiday-${at}-name`] ?? null}
            readOnly={readOnly}
          />
          {!readOnly && (
            <RemoveButton
              name={text.removeHoliday(at + 1)}
              onPress={() => change({ holidays: holidays.filter((day) => day.key !== key) })}
            />
          )}
        </div>
      ))}
      {!readOnly && holidays.length < daysAtMost && (
        <div>
          <Button onPress={() => change({ holidays: [...holidays, newDay({ name: '' })] })}>
            {text.addHoliday}
          </Button>
        </div>
      )}
    </div>
  );
}
