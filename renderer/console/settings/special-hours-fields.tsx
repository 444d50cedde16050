import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { RemoveButton } from './remove-button.tsx';
import { daysAtMost, newDay } from './settings-draft.ts';
import type { FieldsProps } from './settings-fields.tsx';
import styles from '../parts/settings.module.css';

/** Dates that have hours of their own, instead of their weekday's. */
export function SpecialHoursFields({ draft, problems, change, readOnly = false }: FieldsProps) {
  const text = useText().setUp.calendar;
  const { specialHours } = draft;
  const put = (key: string, part: Partial<(typeof specialHours)[number]>): void =>
    change({
      specialHours: specialHours.map((day) => (day.key === key ? { ...day, ...part } : day)),
    });
  return (
    <div className={styles['days']} role="group" aria-label={text.special}>
      <h3 className={styles['label']}>{text.special}</h3>
      <p className={styles['hint']}>
        {specialHours.length === 0 ? text.noSpecial : text.specialHint}
      </p>
      {specialHours.map(({ key, date, opens, closes }, at) => (
        <div key={key} className={styles['special']}>
          <TextField
            kind="date"
            label={text.specialDate(at + 1)}
            value={date}
            onChange={(typed) => put(key, { date: typed })}
            error={problems[`special-${at}-date`] ?? null}
            readOnly={readOnly}
          />
          <TextField
            kind="time"
            label={text.specialOpens(at + 1)}
            value={opens}
            onChange={(typed) => put(key, { opens: typed })}
            readOnly={readOnly}
          />
          <TextField
            kind="time"
            label={text.specialCloses(at + 1)}
            value={closes}
            onChange={(typed) => put(key, { closes: typed })}
            error={problems[`special-${at}-hours`] ?? null}
            readOnly={readOnly}
          />
          {!readOnly && (
            <RemoveButton
              name={text.removeSpecial(at + 1)}
              onPress={() =>
                change({ specialHours: specialHours.filter((day) => day.key !== key) })
              }
            />
          )}
        </div>
      ))}
      {!readOnly && specialHours.length < daysAtMost && (
        <div>
          <Button
            onPress={() =>
              change({ specialHours: [...specialHours, newDay({ opens: '', closes: '' })] })
            }
          >
            {text.addSpecial}
          </Button>
        </div>
      )}
    </div>
  );
}
