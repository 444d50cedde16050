import {
  fieldProblem,
  guestBookFields,
  type FieldProblem,
  type GuestBookField,
  type GuestBookForm,
} from '../../../shared/guest-book/guest-book.ts';
import type { Zone } from '../../../shared/base/office-time.ts';
import type { Refused } from '../../../shared/base/result.ts';
import type { KioskText } from '../../../shared/text/kiosk.ts';

/** The parts of checking in, in order, and the fields of the guest book that each asks. */
export const checkInSteps = [
  { id: 'privacy', fields: [] },
  { id: 'name', fields: ['name'] },
  { id: 'company', fields: ['company'] },
  { id: 'contact', fields: ['phone', 'email'] },
  { id: 'account', fields: ['userId'] },
  { id: 'purpose', fields: ['purpose', 'purposeNote'] },
  { id: 'tender', fields: ['tenderCode', 'tenderName', 'deadline'] },
  { id: 'review', fields: [] },
] as const satisfies readonly { readonly id: string; readonly fields: readonly GuestBookField[] }[];
export type CheckInStep = (typeof checkInSteps)[number];
export type CheckInStepId = CheckInStep['id'];

export function indexOfStep(id: CheckInStepId): number {
  return checkInSteps.findIndex((step) => step.id === id);
}

/** The part that asks a field. */
export function stepOf(field: GuestBookField): CheckInStepId {
  return (
    checkInSteps.find(({ fields }) => (fields as readonly GuestBookField[]).includes(field))?.id ??
    'review'
  );
}

/** Where a refusal can be mended: at its field, or at the notice that has changed meanwhile; null where it was met. */
export function refusedStep({
  code,
  details,
}: Refused): { readonly step: CheckInStepId; readonly field: GuestBookField | null } | null {
  if (code === 'notice-outdated') return { step: 'privacy', field: null };
  const field =
    code === 'field-invalid'
      ? guestBookFields.find((one) => one === details?.['field'])
      : undefined;
  return field === undefined ? null : { step: stepOf(field), field };
}

/** What is wrong in a part, by field. */
export function problemsIn(
  step: CheckInStep,
  form: GuestBookForm,
  now: number,
  zone: Zone,
): ReadonlyMap<GuestBookField, FieldProblem> {
  return new Map(
    step.fields.flatMap((field: GuestBookField) => {
      const problem = fieldProblem(field, form, now, zone);
      return problem === null ? [] : [[field, problem] as const];
    }),
  );
}

const unfinished: ReadonlySet<FieldProblem['problem']> = new Set([
  'empty',
  'too-short',
  'form-missing',
  'no-letters',
  'not-date',
  'not-email',
]);

/** What a part still lacks, short: `Perusahaan: lengkapi dulu`. */
export function incompleteness(
  text: KioskText,
  field: GuestBookField,
  { problem }: FieldProblem,
): string {
  return `${text.fields[field]}: ${unfinished.has(problem) ? text.incomplete : text.toCheck}`;
}
