import { IconAlertCircle } from '@tabler/icons-react';
import { useContext, useState } from 'react';
import { ClockContext, useNow } from '../../ui/use-now.ts';
import { useText } from '../parts/language.ts';
import {
  shownDate,
  shownTime,
  steppedDate,
  steppedTime,
  typedDate,
  typedTime,
} from './deadline-text.ts';
import { SteppedField } from './stepped-field.tsx';
import styles from './deadline-field.module.css';

type DeadlineFieldProps = {
  readonly value: string;
  readonly problem: string | null;
  readonly change: (value: string) => void;
  readonly left: () => void;
};

/** Upload deadline: a day and a time, by taps or typed. Empty when neither is given. */
export function DeadlineField({ value, problem, change, left }: DeadlineFieldProps) {
  const text = useText();
  const { zone } = useContext(ClockContext);
  const now = useNow();
  const [date = '', time = ''] = value.split('T');
  // What is in the two fields, as typed: it becomes tidy when the field is left.
  const [typed, setTyped] = useState({ date: shownDate(date), time: shownTime(time) });

  const give = (nextDate: string, nextTime: string): void =>
    change(nextDate === '' && nextTime === '' ? '' : `${nextDate}T${nextTime}`);
  const setDate = (next: string): void => {
    setTyped((before) => ({ ...before, date: shownDate(next) }));
    give(next, time);
  };
  const setTime = (next: string): void => {
    setTyped((before) => ({ ...before, time: shownTime(next) }));
    give(date, next);
  };
  const today = steppedDate('', 0, now, zone);
  const days = [
    { label: text.today, date: today },
    { label: text.tomorrow, date: steppedDate(today, 1, now, zone) },
  ];
  return (
    <fieldset className={styles['deadline']}>
      <legend>
        {text.fields.deadline} <span>{text.optional}</span>
      </legend>
      <div className={styles['row']}>
        {days.map((each) => (
          <button
            key={each.label}
            type="button"
            aria-pressed={date === each.date}
            onClick={() => setDate(each.date)}
          >
            {each.label}
          </button>
        ))}
        <SteppedField
          id="field-deadline"
          label={text.deadlineDate}
          example={text.dateExample}
          value={typed.date}
          invalid={problem !== null}
          less={{ label: text.earlier.date, act: () => setDate(steppedDate(date, -1, now, zone)) }}
          more={{ label: text.later.date, act: () => setDate(steppedDate(date, 1, now, zone)) }}
          change={(next) => {
            setTyped({ ...typed, date: next });
            give(typedDate(next, now, zone), time);
          }}
          left={() => setTyped({ ...typed, date: shownDate(date) })}
        />
        <SteppedField
          id="field-deadline-time"
          narrow
          label={text.deadlineTime}
          example={text.timeExample}
          value={typed.time}
          invalid={problem !== null}
          less={{ label: text.earlier.time, act: () => setTime(steppedTime(time, -1, now, zone)) }}
          more={{ label: text.later.time, act: () => setTime(steppedTime(time, 1, now, zone)) }}
          change={(next) => {
            setTyped({ ...typed, time: next });
            give(date, typedTime(next));
          }}
          left={() => {
            setTyped({ ...typed, time: shownTime(time) });
            left();
          }}
        />
        <span className={styles['zone']}>{zone}</span>
        {value !== '' && (
          <button
            type="button"
            className={styles['none']}
            onClick={() => {
              setTyped({ date: '', time: '' });
              change('');
            }}
          >
            {text.noDeadline}
          </button>
        )}
      </div>
      <p id="deadline-problem" className={styles['problem']} role="alert">
        {problem !== null && (
          <>
            <IconAlertCircle aria-hidden size="2rem" />
            {problem}
          </>
        )}
      </p>
    </fieldset>
  );
}
