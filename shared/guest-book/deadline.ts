import { officeDate, officeMoment, type WallMs, type Zone } from '../base/office-time.ts';
import type { FieldProblem } from './field-problem.ts';

const year = 366 * 86_400_000;

/** The moment of a deadline typed as `YYYY-MM-DDTHH:mm` of the office; null when it is empty or none. */
export function deadlineMoment(typed: string, zone: Zone): WallMs | null {
  const [date = '', time = ''] = typed.split('T');
  return officeMoment(date, time, zone);
}

/** A deadline is a moment of today or later, within a year. @param now the wall clock */
export function deadlineProblem(
  typed: string,
  { now, zone }: { readonly now: WallMs; readonly zone: Zone },
): FieldProblem | null {
  const at = deadlineMoment(typed, zone);
  if (at === null) return { problem: 'not-date' };
  if (officeDate(at, zone) < officeDate(now, zone)) return { problem: 'past' };
  return at - now > year ? { problem: 'too-far' } : null;
}
