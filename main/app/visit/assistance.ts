import type { ArgsOf } from '../../../shared/contract/contract.ts';
import type { VisitCode, WorkstationId } from '../../../shared/base/ids.ts';
import { isTrainer } from '../../../shared/base/roles.ts';
import { procedureOf } from '../../../shared/state/procedures.ts';
import { rowOf } from '../../../shared/sop/definition.ts';
import type { State, Visit } from '../../../shared/state/state.ts';
import { refused, type Result } from '../../../shared/base/result.ts';
import type { Decided } from '../../ports.ts';
import { checkTexts, decision, openVisit, type Core } from '../../engine/decision.ts';
import { settingsOf } from '../../../shared/state/office.ts';
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
  core: Core,
  args: ArgsOf<'visit.call-trainer'>,
  state: State,
  at: number,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  if (!isAssistance(visit)) return refused('not-this-step');
  const trainer = own(state.staff, args.trainer);
  if (trainer === undefined || !isTrainer(trainer.functions)) return refused('trainer-unknown');
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
  return decision(core, state, at).done([called], null);
}

/** Pencatatan: user ID and password are on record in the LPSE's own system; a User ID not remembered is completed. */
export function decideTick(
  core: Core,
  args: ArgsOf<'visit.tick-credentials'>,
  state: State,
  at: number,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const { keep, done } = decision(core, state, at);
  const texts =
    args.userId === null ? null : checkTexts({ userId: { text: args.userId, limit: 50 } });
  if (texts !== null && !texts.ok) return texts;
  const userId = texts === null ? null : keep(texts.value);
  return done([{ type: 'credentials.ticked', visit: found.value.code, data: { userId } }], null);
}

/** A note on the visit, in the staff's own words. */
export function decideNote(
  core: Core,
  args: ArgsOf<'visit.note'>,
  state: State,
  at: number,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const texts = checkTexts({ text: { text: args.text } });
  if (!texts.ok) return texts;
  const { keep, done } = decision(core, state, at);
  return done(
    [{ type: 'visit.noted', visit: found.value.code, data: { text: keep(texts.value) } }],
    null,
  );
}

/**
 * A provider came back: the new visit is linked to the old one.
 * @param to the old visit's code, known to exist
 */
export function decideLink(
  core: Core,
  code: string,
  to: VisitCode,
  state: State,
  at: number,
): Result<Decided<null>> {
  const found = openVisit(state, code);
  if (!found.ok) return found;
  if (to === found.value.code) return refused('link-unknown');
  return decision(core, state, at).done(
    [{ type: 'visit.linked', visit: found.value.code, data: { to } }],
    null,
  );
}
