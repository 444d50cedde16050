import { setup, transition } from 'xstate';
import type { EscalationStage } from '../base/closed-lists.ts';
import type { FollowUp } from './definition.ts';
import type { FollowUpAct } from './follow-up-acts.ts';

/** The chart of what outlives a visit, made from the definition's stages. */
function makeFollowUpMachine({ stages }: FollowUp) {
  const states = Object.fromEntries(
    stages.map(({ stage, arrows }) => {
      const on = Object.fromEntries(
        arrows.map(({ act, to }) => [`follow-up.${act}`, { target: to }]),
      );
      return [stage, arrows.length === 0 ? { type: 'final' as const } : { on }];
    }),
  );
  return setup({ types: {} as { events: { type: `follow-up.${FollowUpAct}` } } }).createMachine({
    id: 'follow-up',
    initial: stages[0]?.stage ?? '',
    states,
  });
}

const machines = new WeakMap<FollowUp, ReturnType<typeof makeFollowUpMachine>>();

function machineOf(followUp: FollowUp): ReturnType<typeof makeFollowUpMachine> {
  const machine = machines.get(followUp) ?? makeFollowUpMachine(followUp);
  machines.set(followUp, machine);
  return machine;
}

/** The stage after an act, or null when the chart has no such arrow there. Pure. */
export function stageAfter(
  followUp: FollowUp,
  stage: EscalationStage,
  act: FollowUpAct,
): EscalationStage | null {
  if (!actsAt(followUp, stage).includes(act)) return null;
  const machine = machineOf(followUp);
  const before = machine.resolveState({ value: stage } as Parameters<
    typeof machine.resolveState
  >[0]);
  const [after] = transition(machine, before, { type: `follow-up.${act}` });
  return String(after.value) as EscalationStage;
}

/** What can be done about it at a stage. */
export function actsAt({ stages }: FollowUp, stage: EscalationStage): readonly FollowUpAct[] {
  return stages.find((one) => one.stage === stage)?.arrows.map(({ act }) => act) ?? [];
}

/** True while somebody still has something to do about it. */
export function isOpenStage(stage: EscalationStage): boolean {
  return stage !== 'closed' && stage !== 'closed-unresolved';
}
