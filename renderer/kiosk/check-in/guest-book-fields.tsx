import type {
  FieldProblem,
  GuestBookField,
  GuestBookForm,
} from '../../../shared/guest-book/guest-book.ts';
import { useText } from '../parts/language.ts';
import { AccountField } from './account-field.tsx';
import type { CheckInStepId } from './check-in-steps.ts';
import { DeadlineField } from './deadline-field.tsx';
import { LegalForms } from './legal-forms.tsx';
import { PurposeChoice } from './purpose-choice.tsx';
import { TextField } from '../parts/text-field.tsx';
import styles from './check-in-screen.module.css';

type FieldsProps = {
  readonly form: GuestBookForm;
  readonly problems: ReadonlyMap<GuestBookField, FieldProblem>;
  readonly change: (part: Partial<GuestBookForm>) => void;
  readonly left: (field: GuestBookField) => void;
};

/** The fields of one part of the guest book. */
export function GuestBookFields({
  step,
  form,
  problems,
  change,
  left,
}: FieldsProps & { readonly step: CheckInStepId }) {
  const text = useText();
  const sentence = (field: GuestBookField): string | null => {
    const problem = problems.get(field);
    return problem === undefined ? null : text.problem(field, problem);
  };
  const common = (field: GuestBookField) => ({
    field,
    problem: sentence(field),
    left: () => left(field),
  });

  switch (step) {
    case 'name':
      return (
        <TextField {...common('name')} value={form.name} change={(name) => change({ name })} />
      );
    case 'company':
      return (
        <TextField
          {...common('company')}
          value={form.company}
          change={(company) => change({ company })}
        >
          {problems.get('company')?.problem === 'form-missing' && (
            <LegalForms company={form.company} change={(company) => change({ company })} />
          )}
        </TextField>
      );
    case 'contact':
      return (
        <>
          <TextField
            {...common('phone')}
            kind="tel"
            value={form.phone}
            change={(phone) => change({ phone })}
          />
          <TextField
            {...common('email')}
            kind="email"
            optional
            value={form.email}
            change={(email) => change({ email })}
          />
        </>
      );
    case 'account':
      return (
        <AccountField
          value={form.userId}
          problem={sentence('userId')}
          change={(userId) => change({ userId })}
          left={() => left('userId')}
        />
      );
    case 'purpose':
      return (
        <>
          <PurposeChoice
            purpose={form.purpose}
            problem={sentence('purpose')}
            choose={(purpose) => change({ purpose })}
          />
          {form.purpose === 'other' && (
            <TextField
              {...common('purposeNote')}
              value={form.purposeNote}
              change={(purposeNote) => change({ purposeNote })}
            />
          )}
        </>
      );
    case 'tender':
      return (
        <>
          <div className={styles['tender']}>
            <TextField
              {...common('tenderCode')}
              kind="numeric"
              optional
              value={form.tenderCode}
              change={(tenderCode) => change({ tenderCode })}
            />
            <TextField
              {...common('tenderName')}
              optional
              value={form.tenderName}
              change={(tenderName) => change({ tenderName })}
            />
          </div>
          <DeadlineField
            value={form.deadline}
            problem={sentence('deadline')}
            change={(deadline) => change({ deadline })}
            left={() => left('deadline')}
          />
        </>
      );
    default:
      return null;
  }
}
