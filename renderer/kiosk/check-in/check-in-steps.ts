import type { FieldProblem } from '../../../shared/guest-book/field-problem.ts';
import {
  entryOf,
  fieldProblem,
  fieldsAsked,
  guestBookFieldKeys,
  type GuestBookEntry,
  type GuestBookField,
  type GuestBookForm,
  type GuestBookPart,
} from '../../../shared/guest-book/guest-book.ts';
import type { Zone } from '../../../shared/base/office-time.ts';
import type { Refused } from '../../../shared/base/result.ts';
import type { KioskText } from '../../../shared/text/kiosk.ts';

export type CheckInStepId = 'privacy' | 'matter' | GuestBookPart | 'review';
/** A part of checking in, and the fields of the guest book that it asks. */
export type CheckInStep = {
  readonly id: CheckInStepId;
  readonly fields: readonly GuestBookEntry[];
};

/**
 * The parts of checking in, in order.
 * @param asks the fields of the guest book that the matter asks
 * @param choosesMatter there are several matters: which one is asked first
 */
export function checkInStepsFor(
  asks: readonly string[],
  choosesMatter: boolean,
): readonly [CheckInStep, ...CheckInStep[]] {
  const fields = fieldsAsked(asks);
  const parts = [...new Set(fields.map(({ part }) => part))];
  return [
    { id: 'privacy', fields: [] },
    ...(choosesMatter ? [{ id: 'matter', fields: [] } as const] : []),
    ...parts.map((id) => ({ id, fields: fields.filter(({ part }) => part === id) })),
    { id: 'review', fields: [] },
  ];
}

/** Where a refusal can be mended: at its field, or at the notice that has changed meanwhile; null where it was met. */
export function refusedStep({
  code,
  details,
}: Refused): { readonly step: CheckInStepId; readonly field: GuestBookField | null } | null {
  if (code === 'matter-owed') return { step: 'matter', field: null };
  if (code === 'notice-outdated') return { step: 'privacy', field: null };
  const field =
    code === 'field-invalid'
      ? guestBookFieldKeys.find((one) => one === details?.['field'])
      : undefined;
  return field === undefined ? null : { step: entryOf(field).part, field };
}

/** What is wrong in a part, by field. */
export function problemsIn(
  step: CheckInStep,
  form: GuestBookForm,
  now: number,
  zone: Zone,
): ReadonlyMap<GuestBookField, FieldProblem> {
  return new Map(
    step.fields.flatMap(({ key }) => {
      const problem = fieldProblem(key, form, now, zone, [key]);
      return problem === null ? [] : [[key, problem] as const];
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
