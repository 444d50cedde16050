import type { FieldProblem } from '../../../shared/guest-book/field-problem.ts';
import type {
  GuestBookEntry,
  GuestBookField as FieldKey,
  GuestBookForm,
} from '../../../shared/guest-book/guest-book.ts';
import { useText } from '../parts/language.ts';
import { TextField } from '../parts/text-field.tsx';
import { AccountField } from './account-field.tsx';
import { DeadlineField } from './deadline-field.tsx';
import { LegalForms } from './legal-forms.tsx';
import { PurposeChoice } from './purpose-choice.tsx';

export type FillingProps = {
  readonly form: GuestBookForm;
  readonly problems: ReadonlyMap<FieldKey, FieldProblem>;
  readonly change: (part: Partial<GuestBookForm>) => void;
  readonly left: (field: FieldKey) => void;
};

/** One field of the guest book, in the way of its kind. */
export function GuestBookField({
  field,
  form,
  problems,
  change,
  left,
}: FillingProps & { readonly field: GuestBookEntry }) {
  const text = useText();
  const given = problems.get(field.key);
  const common = {
    problem: given === undefined ? null : text.problem(field.key, given),
    left: () => left(field.key),
  };
  const give = (value: string | null): void => change({ [field.key]: value });
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          {...common}
          field={field.key}
          kind={field.keyboard ?? 'text'}
          optional={!field.isOwed}
          value={form[field.key]}
          change={give}
        >
          {given?.problem === 'form-missing' && (
            <LegalForms company={form[field.key]} change={give} />
          )}
        </TextField>
      );
    case 'user-id':
      return <AccountField {...common} value={form[field.key]} change={give} />;
    case 'purpose':
      return <PurposeChoice problem={common.problem} purpose={form[field.key]} choose={give} />;
    case 'deadline':
      return <DeadlineField {...common} value={form[field.key]} change={give} />;
  }
}
