import type { VisitCode, WorkstationId } from '../base/ids.ts';
import { presentRun, type State, type WorkstationUse } from './state.ts';

/** What a visit used is free, and no longer known to be clean. */
export function freed(state: State, visit: VisitCode): State {
  const workstations = Object.fromEntries(
    Object.entries(state.workstations).map(([id, use]): [string, WorkstationUse] => [
      id,
      use.visit === visit ? { visit: null, cleared: false } : use,
    ]),
  );
  return { ...state, workstations };
}

/** A visit has been given a workstation, and no other any more. */
export function taken(state: State, visit: VisitCode, workstation: WorkstationId): State {
  const { workstations } = freed(state, visit);
  return { ...state, workstations: { ...workstations, [workstation]: { visit, cleared: true } } };
}

/**
 * After an answer was taken back. Back in assistance the workstation is the visit's again, unless somebody else has been given it
 * meanwhile; back before it was assigned, it is free.
 */
export function tookBack(state: State, code: VisitCode): State {
  const visit = state.visits[code];
  if (visit === undefined) return state;
  const { workstation } = visit;
  if (workstation === null) return freed(state, code);
  const isInUse = (state.workstations[workstation]?.visit ?? null) !== null;
  return presentRun(visit).kind === 'report-out' || isInUse
    ? state
    : {
        ...state,
        workstations: { ...state.workstations, [workstation]: { visit: code, cleared: true } },
      };
}
