import type { ArgsOf, MessageOf } from '../../../shared/contract/contract.ts';
import type { VisitCode, WorkstationId } from '../../../shared/base/ids.ts';
import { procedureOf } from '../../../shared/state/procedures.ts';
import { rowOf } from '../../../shared/sop/definition.ts';
import type { State, Visit } from '../../../shared/state/state.ts';
import { refused, type Result } from '../../../shared/base/result.ts';
import type { Decided } from '../../ports.ts';
import { checkTexts, decided, openVisit, type Context } from '../../engine/decision.ts';
import type { Commands } from '../../engine/handlers.ts';
import { settingsOf } from '../../../shared/state/office.ts';
import { parseVisitCode, visitOrdinalOf } from '../../../shared/base/visit-code.ts';
import { own } from '../../../shared/base/own.ts';

/** Trainer and workstation can be given from step 5 until assistance ends. */
const isAssistance = (visit: Visit): boolean => {
  const { no, arrows } = rowOf(procedureOf(visit.revision), visit.place.step);
  return no >= 5 && !arrows.some(({ to }) => to === 'end');
};

/**
 * Step 5, and every reassignment after it: a trainer is called to a workstation. A workstation that another visit used is
 * given only when somebody confirms that the other company's identity, files and session are cleared from it.
 */
export function decideCallTrainer(
  args: ArgsOf<'visit.call-trainer'>,
  { state }: Context,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  if (!isAssistance(visit)) return refused('not-this-step');
  const trainer = own(state.staff, args.trainer);
  if (trainer === undefined || trainer.role === 'administrator' || trainer.role === 'desk')
    return refused('trainer-unknown');
  const workstation = args.workstation as WorkstationId;
  if (!settingsOf(state).workstations.some(({ id }) => id === workstation))
    return refused('workstation-unknown');
  const use = own(state.workstations, workstation);
  if (use !== undefined && use.visit !== null && use.visit !== visit.code) {
    return refused('workstation-taken', { number: state.visits[use.visit]?.number ?? use.visit });
  }
  if (use !== undefined && !use.cleared && !args.cleared) return refused('workstation-not-cleared');
  const called = {
    type: 'trainer.called',
    visit: visit.code,
    data: { trainer: trainer.id, workstation, clearedConfirmed: args.cleared },
  } as const;
  return decided([called]);
}

/** Pencatatan: user ID and password are on record in the LPSE's own system; a User ID not remembered is completed. */
export function decideTick(
  args: ArgsOf<'visit.tick-credentials'>,
  { state, keep }: Context,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const texts =
    args.userId === null ? null : checkTexts({ userId: { text: args.userId, limit: 50 } });
  if (texts !== null && !texts.ok) return texts;
  const userId = texts === null ? null : keep('user-id', texts.value);
  return decided([{ type: 'credentials.ticked', visit: found.value.code, data: { userId } }]);
}

/** A note on the visit, in the staff's own words. */
export function decideNote(
  args: ArgsOf<'visit.note'>,
  { state, keep }: Context,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const texts = checkTexts({ text: { text: args.text } });
  if (!texts.ok) return texts;
  return decided([
    { type: 'visit.noted', visit: found.value.code, data: { text: keep('note', texts.value) } },
  ]);
}

/** Was a visit with this code ever checked in? */
const isIssued = (state: State, code: VisitCode): boolean =>
  visitOrdinalOf(code) > 0 && visitOrdinalOf(code) <= state.lastOrdinal;

/** A provider came back: the new visit is linked to the old one. */
export function decideLink(args: ArgsOf<'visit.link'>, { state }: Context): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const to = parseVisitCode(args.to);
  if (to === null || !isIssued(state, to) || to === found.value.code)
    return refused('link-unknown');
  return decided([{ type: 'visit.linked', visit: found.value.code, data: { to } }]);
}

export const assistanceCommands = {
  'visit.call-trainer': { decide: decideCallTrainer, tells: 'trainer.called' },
  'visit.tick-credentials': { decide: decideTick, tells: 'credentials.ticked' },
  'visit.note': { decide: decideNote, tells: 'visit.noted' },
  'visit.link': { decide: decideLink, tells: 'visit.linked' },
} as const satisfies Partial<Commands<MessageOf<'visit'>>>;
