import type { ArgsOf, MessageOf } from '../../../shared/contract/contract.ts';
import { deviationsOf, type Deviation } from '../../../shared/state/deviations.ts';
import type { State, Visit } from '../../../shared/state/state.ts';
import type { Moment } from '../../../shared/base/timeline.ts';
import { accepted, refused, type Result } from '../../../shared/base/result.ts';
import type { Decided } from '../../ports.ts';
import { checkTexts, decided, type Context } from '../../engine/decision.ts';
import type { Commands } from '../../engine/handlers.ts';
import { own } from '../../../shared/base/own.ts';

const findDeviation = (
  state: State,
  code: string,
  id: string,
  now: Moment,
): Result<{ readonly visit: Visit; readonly deviation: Deviation }> => {
  const visit = own(state.visits, code);
  if (visit === undefined) return refused('visit-unknown');
  const escalation =
    visit.escalation === null ? null : (state.escalations[visit.escalation] ?? null);
  const deviation = deviationsOf(visit, escalation, now).find((candidate) => candidate.id === id);
  if (deviation === undefined) return refused('deviation-unknown');
  return deviation.status === 'accepted'
    ? refused('deviation-settled')
    : accepted({ visit, deviation });
};

const keyOf = ({ step, attempt, kind }: Deviation) => ({ step, attempt, kind });

/** The executor's accountability note: cause in words and remedy (SOP, Pertanggungjawaban). */
export function decideDeviationNote(
  args: ArgsOf<'deviation.note'>,
  { state, now, keep }: Context,
): Result<Decided<null>> {
  const found = findDeviation(state, args.visit, args.deviation, now);
  if (!found.ok) return found;
  const texts = checkTexts({ why: { text: args.why }, remedy: { text: args.remedy } });
  if (!texts.ok) return texts;
  const { visit, deviation } = found.value;
  return decided([
    {
      type: 'deviation.noted',
      visit: visit.code,
      data: {
        deviation: keyOf(deviation),
        cause: args.cause,
        note: keep('accountability-note', texts.value),
      },
    },
  ]);
}

/** The coordinator accepts a note: the deviation is settled. */
export function decideDeviationAccept(
  args: ArgsOf<'deviation.accept'>,
  { state, now }: Context,
): Result<Decided<null>> {
  const found = findDeviation(state, args.visit, args.deviation, now);
  if (!found.ok) return found;
  const { visit, deviation } = found.value;
  if (deviation.status === 'owed') return refused('deviation-unknown');
  return decided([
    { type: 'deviation.accepted', visit: visit.code, data: { deviation: keyOf(deviation) } },
  ]);
}

/** The coordinator returns a note, with the reason: it is owed again. */
export function decideDeviationReturn(
  args: ArgsOf<'deviation.return'>,
  { state, now, keep }: Context,
): Result<Decided<null>> {
  const found = findDeviation(state, args.visit, args.deviation, now);
  if (!found.ok) return found;
  const { visit, deviation } = found.value;
  if (deviation.status === 'owed') return refused('deviation-unknown');
  const texts = checkTexts({ reason: { text: args.reason } });
  if (!texts.ok) return texts;
  return decided([
    {
      type: 'deviation.returned',
      visit: visit.code,
      data: { deviation: keyOf(deviation), reason: keep('return-reason', texts.value) },
    },
  ]);
}

/** Every command of the room, and the fact that it begins with. */
export const deviationCommands: Commands<MessageOf<'deviation'>> = {
  'deviation.note': { decide: decideDeviationNote, tells: 'deviation.noted' },
  'deviation.accept': { decide: decideDeviationAccept, tells: 'deviation.accepted' },
  'deviation.return': { decide: decideDeviationReturn, tells: 'deviation.returned' },
};
