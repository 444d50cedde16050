import { purposes, type GuestBookField } from '../../../shared/guest-book.ts';
import { words } from '../../../shared/text/words.ts';
import { useLanguage, useText } from '../language.ts';
import { DeadlineField } from './deadline-field.tsx';
import type { FieldsProps } from './guest-book-fields.tsx';
import { TextField } from './text-field.tsx';
import styles from './check-in-screen.module.css';

/** What brings the visitor, and which tender: code, package and deadline may be left empty. */
export const PurposeFields = ({ form, problems, change, left }: FieldsProps) => {
  const text = useText();
  const { language } = useLanguage();
  const sentence = (field: GuestBookField): string | null => {
    const problem = problems.get(field);
    return problem === undefined ? null : text.problem(field, problem);
  };
  const common = (field: GuestBookField) => ({ field, problem: sentence(field), left: () => left(field) });
  return (
    <>
      <div className={styles['purposes']} role="radiogroup" aria-label={text.fields.purpose}>
        {purposes.map((purpose) => (
          <button key={purpose} type="button" role="radio" aria-checked={form.purpose === purpose} onClick={() => change({ purpose })}>
            {words[language].purposes[purpose]}
          </button>
        ))}
      </div>
      {form.purpose === 'other' && <TextField {...common('purposeNote')} value={form.purposeNote} change={(purposeNote) => change({ purposeNote })} />}
      <div className={styles['tender']}>
        <TextField {...common('tenderCode')} kind="numeric" optional value={form.tenderCode} change={(tenderCode) => change({ tenderCode })} />
        <TextField {...common('tenderName')} optional value={form.tenderName} change={(tenderName) => change({ tenderName })} />
      </div>
      <DeadlineField value={form.deadline} problem={sentence('deadline')} change={(deadline) => change({ deadline })} left={() => left('deadline')} />
    </>
  );
};
