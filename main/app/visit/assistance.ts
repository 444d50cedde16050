import { isTrainer } from '../../../shared/base/roles.ts';
import type { ArgsOf, MessageOf } from '../../../shared/contract/contract.ts';
import type { VisitCode, WorkstationId } from '../../../shared/base/ids.ts';
import { standingOf } from '../../../shared/state/place-of.ts';
import { chartRefusal } from '../../engine/chart-refusal.ts';
import type { State } from '../../../shared/state/state.ts';
import { refused, type Result } from '../../../shared/base/result.ts';
import type { Decided } from '../../ports.ts';
import { checkTexts, decided, openVisit, type Context } from '../../engine/decision.ts';
import type { Commands } from '../../engine/handlers.ts';
import { settingsOf } from '../../../shared/state/office.ts';
import { isIssued, parseVisitCode } from '../../../shared/base/visit-code.ts';
import { own } from '../../../shared/base/own.ts';

/**
 * A trainer is called to a workstation: where the chart owes one, and at every reassignment after it. A workstation that another visit used is
 * given only when somebody confirms that the other company's identity, files and session are cleared from it.
 */
export function decideCallTrainer(
  args: ArgsOf<'visit.call-trainer'>,
  { state }: Context,
): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const visit = found.value;
  const { chart, service } = standingOf(state, visit);
  if (chart.decide(service, { type: 'trainer.call' }).kind === 'no-arrow')
    return refused('not-this-step');
  const trainer = own(state.staff, args.trainer);
  if (trainer === undefined || !isTrainer(trainer.functions)) return refused('trainer-unknown');
  const workstation = args.workstation as WorkstationId;
  if (!settingsOf(state).workstations.some(({ id }) => id === workstation))
    return refused('workstation-unknown');
  const use = own(state.workstations, workstation);
  if (use !== undefined && use.visit !== null && use.visit !== visit.code) {
    return refused('workstation-taken', { number: state.visits[use.visit]?.number ?? use.visit });
  }
  const isClean = use === undefined || use.cleared || args.cleared;
  const met = isClean ? (['clean-workstation'] as const) : [];
  const said = chart.decide(service, { type: 'trainer.call', met });
  if (said.kind !== 'moved') return chartRefusal(said, 'not-this-step');
  const called = {
    type: 'trainer.called',
    visit: visit.code,
    data: {
      service: visit.active,
      trainer: trainer.id,
      workstation,
      clearedConfirmed: args.cleared,
    },
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
const isKnown = ({ journal, lastOrdinal }: State, code: VisitCode): boolean =>
  isIssued(code, journal?.id ?? null, lastOrdinal);

/** A provider came back: the new visit is linked to the old one. */
export function decideLink(args: ArgsOf<'visit.link'>, { state }: Context): Result<Decided<null>> {
  const found = openVisit(state, args.visit);
  if (!found.ok) return found;
  const to = parseVisitCode(args.to);
  if (to === null || !isKnown(state, to) || to === found.value.code) return refused('link-unknown');
  return decided([{ type: 'visit.linked', visit: found.value.code, data: { to } }]);
}

export const assistanceCommands = {
  'visit.call-trainer': { decide: decideCallTrainer, tells: 'trainer.called' },
  'visit.tick-credentials': { decide: decideTick, tells: 'credentials.ticked' },
  'visit.note': { decide: decideNote, tells: 'visit.noted' },
  'visit.link': { decide: decideLink, tells: 'visit.linked' },
} as const satisfies Partial<Commands<MessageOf<'visit'>>>;
