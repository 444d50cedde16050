import type { EscalationId } from '../../../shared/base/ids.ts';
import type { Fact } from '../../../shared/facts/facts.ts';
import type { Place } from '../../../shared/sop/definition.ts';
import { isOpenStage } from '../../../shared/sop/follow-up.ts';
import { standingOf } from '../../../shared/state/place-of.ts';
import type { State, Visit } from '../../../shared/state/state.ts';

/** The draft of what outlives the visit, unless one is open already. */
const drafted = (visit: Visit, state: State): readonly Fact[] => {
  const known = visit.escalation === null ? undefined : state.escalations[visit.escalation];
  if (known !== undefined && isOpenStage(known.stage)) return [];
  const escalation = `E-${String(state.lastEscalation + 1).padStart(4, '0')}` as EscalationId;
  return [{ type: 'escalation.drafted', visit: visit.code, data: { escalation } }];
};

/**
 * What leaving a step brings with it: the end, and the follow-up that the definition begins there.
 * @param left the step that was completed, or null for a jump out of it
 * @param next where the visit goes; null: it ends
 */
export function consequencesOf(
  visit: Visit,
  state: State,
  left: string | null,
  next: Place | null,
): readonly Fact[] {
  const { procedure, service } = standingOf(state, visit);
  const begins = procedure.followUp?.begins;
  const isBegun =
    begins !== undefined &&
    (begins.when === 'entered' ? next?.step === begins.step : left === begins.step);
  const draft = isBegun ? drafted(visit, state) : [];
  if (next !== null) return draft;
  const { outcome } = service.place;
  if (outcome === null) throw new Error(`Visit ${visit.code} ends without an outcome`);
  const ended = { outcome, reason: null, cause: null, clocksStoppedAt: null };
  return [...draft, { type: 'visit.ended', visit: visit.code, data: ended }];
}
