import type { Answer } from '../sop/definition.ts';
import type { Visit } from '../state/state.ts';

const letterOf: Partial<Record<Answer, string>> = {
  yes: 'y',
  no: 'n',
  leaves: 'p',
  continues: 'l',
};

/** The way a visit took, as the register writes it: `1 2 3y 5 6n 7 8y 11 12n 9y 12y 13`. What was taken back is not on it. */
export function pathOf(visit: Visit): string {
  return visit.runs
    .filter(({ left, startedAt }) => left !== 'undone' && startedAt !== null)
    .map(
      ({ no, answer, endedAt }) =>
        `${no}${answer === null ? '' : (letterOf[answer] ?? '')}${endedAt === null ? '…' : ''}`,
    )
    .join(' ');
}
