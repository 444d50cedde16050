import type { Place, Procedure } from '../sop/definition.ts';
import { withNumber } from './day.ts';
import { onVisit, type FoldTable } from './fold-table.ts';
import { isDayUnknown } from './office-clock.ts';
import { procedureOf } from './procedures.ts';
import { settle } from './settle.ts';
import { activeService, presentRun, type State, type Visit } from './state.ts';
import {
  closePresent,
  enter,
  reopen,
  staffOf,
  visitFrom,
  withPresent,
  withService,
  withVisit,
} from './visit.ts';
import { freed, taken, tookBack } from './workstations.ts';

const procedureAt = ({ procedures }: State, visit: Visit): Procedure =>
  procedureOf(procedures, activeService(visit));

/** A workstation is given back where assistance has ended: at reporting out. */
const freedAtLast = (state: State, code: Visit['code']): State => {
  const visit = state.visits[code];
  return visit !== undefined && presentRun(visit).kind === 'report-out'
    ? freed(state, code)
    : state;
};

/** The place of an attempt that is closed, on the way that an undo goes back. */
const behind = (visit: Visit): readonly Place[] => {
  const { before, place } = activeService(visit);
  return [...before, place];
};

/** Facts about one visit and its steps. */
export const visitFolds: FoldTable<
  | 'visit.checked-in'
  | 'visit.called'
  | 'visit.linked'
  | 'visit.noted'
  | 'visit.ended'
  | 'credentials.ticked'
  | 'step.started'
  | 'step.completed'
  | 'step.undone'
  | 'step.overridden'
  | 'trainer.called'
  | 'slip.saved'
  | 'slip.failed'
> = {
  'visit.checked-in': (state, fact, when) => {
    const visit = visitFrom({ fact, when }, procedureOf(state.procedures, fact.data));
    const begun = withVisit(state, { ...visit, isDayDoubtful: isDayUnknown(state.clock) });
    const numbered = withNumber(begun, fact);
    return fact.data.day === begun.day.date ? numbered : settle(numbered, when);
  },
  'visit.called': onVisit((visit) => ({
    ...withService(visit, { stage: 'called' }),
    calls: visit.calls + 1,
  })),
  'visit.linked': onVisit((visit, { data }) => ({ ...visit, linkedTo: data.to })),
  'visit.noted': onVisit((visit, { data, actor }, when) => ({
    ...visit,
    notes: [...visit.notes, { at: when.at, by: staffOf(actor), text: data.text }],
  })),
  'visit.ended': (state, fact, when) => {
    const ended = onVisit<'visit.ended'>((visit, { data, actor }) => {
      const { outcome, reason, cause, clocksStoppedAt } = data;
      const closed =
        presentRun(visit).endedAt === null
          ? closePresent(visit, { when, actor }, { answer: null, cause, left: null })
          : visit;
      return { ...closed, ended: { outcome, at: when, reason, clocksStoppedAt } };
    });
    return freed(ended(state, fact, when), fact.visit);
  },
  'credentials.ticked': onVisit((visit, { data }) => ({
    ...visit,
    credentialsTicked: true,
    userId: data.userId ?? visit.userId,
  })),
  'step.started': onVisit((visit, { actor }, when) =>
    withPresent(withService(visit, { stage: 'running' }), {
      startedAt: presentRun(visit).startedAt ?? when,
      by: staffOf(actor),
    }),
  ),
  'step.completed': (state, fact, when) => {
    const { answer, cause, next, problem, attempt, receipt } = fact.data;
    const moved = onVisit<'step.completed'>((visit, { actor }) => {
      const closed = withPresent(
        closePresent(visit, { when, actor }, { answer, cause, left: null }),
        { receipt },
      );
      const told =
        problem === null
          ? closed
          : { ...closed, problems: [...closed.problems, { attempt, ...problem }] };
      if (next === null) return told;
      return withService(enter(told, procedureAt(state, visit), next, when), {
        before: behind(visit),
      });
    });
    return freedAtLast(moved(state, fact, when), fact.visit);
  },
  'step.undone': (state, fact, when) => {
    const undone = onVisit<'step.undone'>((visit, { data, actor }) =>
      reopen(
        closePresent(visit, { when, actor }, { answer: null, cause: data.cause, left: 'undone' }),
        procedureAt(state, visit),
        data.back,
      ),
    );
    return tookBack(undone(state, fact, when), fact.visit);
  },
  'step.overridden': onVisit((visit, { data, actor }, when, state) => {
    const left = closePresent(
      visit,
      { when, actor },
      { answer: null, cause: data.cause, left: 'overridden' },
    );
    return withService(enter(left, procedureAt(state, visit), data.to, when), { before: [] });
  }),
  'trainer.called': (state, fact, when) => {
    const called = onVisit<'trainer.called'>((visit, { data, actor }) => {
      const { kind, startedAt, by } = presentRun(visit);
      // The norm runs from the first call: calling another trainer does not start it anew.
      const asked =
        kind === 'assign'
          ? withPresent(withService(visit, { stage: 'trainer-called' }), {
              startedAt: startedAt ?? when,
              by: by ?? staffOf(actor),
            })
          : visit;
      return { ...asked, trainer: data.trainer, workstation: data.workstation };
    });
    return taken(called(state, fact, when), fact.visit, fact.data.workstation);
  },
  'slip.saved': onVisit((visit) => ({ ...visit, slip: 'saved' })),
  'slip.failed': onVisit((visit) => ({ ...visit, slip: 'failed' })),
};
