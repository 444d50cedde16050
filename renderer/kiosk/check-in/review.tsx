import { IconPencil } from '@tabler/icons-react';
import { useContext } from 'react';
import {
  deadlineMoment,
  guestBookFields,
  type GuestBookField,
  type GuestBookForm,
} from '../../../shared/guest-book/guest-book.ts';
import { formatShortDate, formatTime } from '../../../shared/text/format.ts';
import { words } from '../../../shared/text/words.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { stepOf, type CheckInStepId } from './check-in-steps.ts';
import styles from './review.module.css';

/** All that was filled in, each with a way back to it. */
export function Review({
  form,
  change,
}: {
  readonly form: GuestBookForm;
  readonly change: (step: CheckInStepId) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const { zone } = useContext(ClockContext);
  const shown = (field: GuestBookField): string => {
    if (field === 'userId') return form.userId ?? text.dontRemember;
    if (field === 'purpose')
      return form.purpose === null ? text.none : words[language].purposes[form.purpose];
    if (field === 'deadline') {
      const at = deadlineMoment(form.deadline, zone);
      return at === null
        ? text.none
        : `${formatShortDate(at, zone, language)} · ${formatTime(at, zone)}`;
    }
    return form[field].trim() === '' ? text.none : form[field];
  };
  const fields = guestBookFields.filter(
    (field) => field !== 'purposeNote' || form.purpose === 'other',
  );
  return (
    <dl className={styles['review']}>
      {fields.map((field) => (
        <div key={field}>
          <dt>{text.fields[field]}</dt>
          <dd className={shown(field) === text.none ? styles['none'] : undefined}>
            {shown(field)}
          </dd>
          <button
            type="button"
            aria-label={`${text.change}: ${text.fields[field]}`}
            onClick={() => change(stepOf(field))}
          >
            <IconPencil aria-hidden size="1.75rem" />
            {text.change}
          </button>
        </div>
      ))}
    </dl>
  );
}
