import { legalForms, type FieldProblem, type GuestBookField, type GuestBookForm } from '../../../shared/guest-book.ts';
import { useText } from '../language.ts';
import type { CheckInStepId } from './check-in-steps.ts';
import { DeadlineField } from './deadline-field.tsx';
import { PurposeChoice } from './purpose-choice.tsx';
import { TextField } from './text-field.tsx';
import styles from './check-in-screen.module.css';

type FieldsProps = {
  readonly form: GuestBookForm;
  readonly problems: ReadonlyMap<GuestBookField, FieldProblem>;
  readonly change: (part: Partial<GuestBookForm>) => void;
  readonly left: (field: GuestBookField) => void;
};

/** The fields of one part of the guest book. */
export const GuestBookFields = ({ step, form, problems, change, left }: FieldsProps & { readonly step: CheckInStepId }) => {
  const text = useText();
  const sentence = (field: GuestBookField): string | null => {
    const problem = problems.get(field);
    return problem === undefined ? null : text.problem(field, problem);
  };
  /** The chip goes once it is used; typing goes on in the field. */
  const add = (kind: string): void => {
    change({ company: `${kind} ${form.company.trim()}` });
    document.getElementById('field-company')?.focus();
  };
  const common = (field: GuestBookField) => ({ field, problem: sentence(field), left: () => left(field) });

  switch (step) {
    case 'name':
      return <TextField {...common('name')} value={form.name} change={(name) => change({ name })} />;
    case 'company':
      return (
        <TextField {...common('company')} value={form.company} change={(company) => change({ company })}>
          {problems.get('company')?.problem === 'form-missing' && (
            <div className={styles['chips']}>
              {legalForms.map((kind) => (
                <button key={kind} type="button" aria-label={text.addForm(kind)} onClick={() => add(kind)}>
                  {kind}
                </button>
              ))}
            </div>
          )}
        </TextField>
      );
    case 'contact':
      return (
        <>
          <TextField {...common('phone')} kind="tel" value={form.phone} change={(phone) => change({ phone })} />
          <TextField {...common('email')} kind="email" optional value={form.email} change={(email) => change({ email })} />
        </>
      );
    case 'account':
      return (
        <>
          <TextField {...common('userId')} disabled={form.userId === null} value={form.userId ?? ''} change={(userId) => change({ userId })} />
          <button type="button" className={styles['toggle']} aria-pressed={form.userId === null} onClick={() => change({ userId: form.userId === null ? '' : null })}>
            <strong>{text.dontRemember}</strong>
            <span>{text.dontRememberLead}</span>
          </button>
        </>
      );
    case 'purpose':
      return (
        <>
          <PurposeChoice purpose={form.purpose} choose={(purpose) => change({ purpose })} />
          {form.purpose === 'other' && <TextField {...common('purposeNote')} value={form.purposeNote} change={(purposeNote) => change({ purposeNote })} />}
        </>
      );
    case 'tender':
      return (
        <>
          <div className={styles['tender']}>
            <TextField {...common('tenderCode')} kind="numeric" optional value={form.tenderCode} change={(tenderCode) => change({ tenderCode })} />
            <TextField {...common('tenderName')} optional value={form.tenderName} change={(tenderName) => change({ tenderName })} />
          </div>
          <DeadlineField value={form.deadline} problem={sentence('deadline')} change={(deadline) => change({ deadline })} left={() => left('deadline')} />
        </>
      );
    default:
      return null;
  }
};
