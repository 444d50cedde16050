import { fieldProblem, type FieldProblem, type GuestBookField, type GuestBookForm } from '../../../shared/guest-book.ts';
import type { Zone } from '../../../shared/office-time.ts';

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

/** The part that asks a field. */
export const stepOf = (field: GuestBookField): CheckInStepId =>
  checkInSteps.find(({ fields }) => (fields as readonly GuestBookField[]).includes(field))?.id ?? 'review';

/** What is wrong in a part, by field. */
export const problemsIn = (step: CheckInStep, form: GuestBookForm, now: number, zone: Zone): ReadonlyMap<GuestBookField, FieldProblem> =>
  new Map(step.fields.flatMap((field: GuestBookField) => {
    const problem = fieldProblem(field, form, now, zone);
    return problem === null ? [] : [[field, problem] as const];
  }));
