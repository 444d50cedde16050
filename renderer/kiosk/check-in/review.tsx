import { IconPencil } from '@tabler/icons-react';
import { useContext } from 'react';
import { deadlineMoment } from '../../../shared/guest-book/deadline.ts';
import {
  isAskedOf,
  type GuestBookEntry,
  type GuestBookForm,
} from '../../../shared/guest-book/guest-book.ts';
import { formatShortDate, formatTime } from '../../../shared/text/format.ts';
import { words } from '../../../shared/text/words.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useLanguage, useText } from '../parts/language.ts';
import type { CheckInStep, CheckInStepId } from './check-in-steps.ts';
import styles from './review.module.css';

/** All that was filled in, each with a way back to it. */
export function Review({
  form,
  steps,
  change,
}: {
  readonly form: GuestBookForm;
  readonly steps: readonly CheckInStep[];
  readonly change: (step: CheckInStepId) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const { zone } = useContext(ClockContext);
  const shown = (field: GuestBookEntry): string => {
    switch (field.kind) {
      case 'text':
        return form[field.key].trim() === '' ? text.none : form[field.key];
      case 'user-id':
        return form[field.key] ?? text.dontRemember;
      case 'purpose': {
        const purpose = form[field.key];
        return purpose === null ? text.none : words[language].purposes[purpose];
      }
      case 'deadline': {
        const at = deadlineMoment(form[field.key], zone);
        return at === null
          ? text.none
          : `${formatShortDate(at, zone, language)} · ${formatTime(at, zone)}`;
      }
    }
  };
  const asked = steps.flatMap(({ fields }) => fields);
  const fields = asked.filter((field) => field.shown.includes('review') && isAskedOf(field, form));
  return (
    <dl className={styles['review']}>
      {fields.map((field) => (
        <div key={field.key}>
          <dt>{text.fields[field.key]}</dt>
          <dd className={shown(field) === text.none ? styles['none'] : undefined}>
            {shown(field)}
          </dd>
          <button
            type="button"
            aria-label={`${text.change}: ${text.fields[field.key]}`}
            onClick={() => change(field.part)}
          >
            <IconPencil aria-hidden size="1.75rem" />
            {text.change}
          </button>
        </div>
      ))}
    </dl>
  );
}
