import { IconAlertCircle } from '@tabler/icons-react';
import { useContext, useState } from 'react';
import { officeDate } from '../../../shared/office-time.ts';
import { ClockContext, useNow } from '../../ui/use-now.ts';
import { useText } from '../language.ts';
import styles from './deadline-field.module.css';

type DeadlineFieldProps = { readonly value: string; readonly problem: string | null; readonly change: (value: string) => void; readonly left: () => void };

const day = 86_400_000;

/** Upload deadline: a day by one tap or typed, and a time. Empty when neither is given. */
export const DeadlineField = ({ value, problem, change, left }: DeadlineFieldProps) => {
  const text = useText();
  const { zone } = useContext(ClockContext);
  const now = useNow();
  const [givenDate = '', givenTime = ''] = value.split('T');
  const [date, setDate] = useState(givenDate);
  const [time, setTime] = useState(givenTime);
  const give = (nextDate: string, nextTime: string): void => {
    setDate(nextDate);
    setTime(nextTime);
    change(nextDate === '' && nextTime === '' ? '' : `${nextDate}T${nextTime}`);
  };
  const days = [{ label: text.today, date: officeDate(now, zone) }, { label: text.tomorrow, date: officeDate(now + day, zone) }];
  return (
    <fieldset className={styles['deadline']}>
      <legend>
        {text.fields.deadline} <span>{text.optional}</span>
      </legend>
      <div className={styles['row']}>
        {days.map((each) => (
          <button key={each.date} type="button" aria-pressed={date === each.date} onClick={() => give(date === each.date ? '' : each.date, time)}>
            {each.label}
          </button>
        ))}
        <input id="field-deadline" type="date" aria-label={text.deadlineDate} aria-invalid={problem !== null} aria-describedby="deadline-problem" value={date} onBlur={left} onChange={(event) => give(event.target.value, time)} />
        <input type="time" aria-label={text.deadlineTime} value={time} onBlur={left} onChange={(event) => give(date, event.target.value)} />
        <p id="deadline-problem" role="alert">
          {problem !== null && (
            <>
              <IconAlertCircle aria-hidden size="2rem" />
              {problem}
            </>
          )}
        </p>
      </div>
    </fieldset>
  );
};
