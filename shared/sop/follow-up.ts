import { setup, transition } from 'xstate';
import { escalationStages, type EscalationStage } from '../base/closed-lists.ts';

/** What moves an escalation on. */
export const escalationSteps = [
  'send',
  'confirm',
  'answer',
  'contact',
  'close',
  'give-up',
] as const;
export type EscalationStep = (typeof escalationSteps)[number];
export type EscalationEvent = { readonly type: `escalation.${EscalationStep}` };

/**
 * The life of an escalation (SOP, Escalation): it outlives its visit. An answer may come before anybody telephoned; the
 * telephone confirmation is then no longer to be had, and the deviation of step 10 stays as it is.
 */
const arrows: Readonly<Record<EscalationStage, Partial<Record<EscalationStep, EscalationStage>>>> =
  {
    drafted: { send: 'sent', 'give-up': 'closed-unresolved' },
    sent: { confirm: 'confirmed', answer: 'answered', 'give-up': 'closed-unresolved' },
    confirmed: { answer: 'answered', 'give-up': 'closed-unresolved' },
    answered: { contact: 'contacted', 'give-up': 'closed-unresolved' },
    contacted: { close: 'closed', 'give-up': 'closed-unresolved' },
    closed: {},
    'closed-unresolved': {},
  };

const states = Object.fromEntries(
  escalationStages.map((stage) => {
    const on = Object.fromEntries(
      Object.entries(arrows[stage]).map(([step, target]) => [`escalation.${step}`, { target }]),
    );
    return [stage, Object.keys(on).length === 0 ? { type: 'final' as const } : { on }];
  }),
);

export const escalationMachine = setup({ types: {} as { events: EscalationEvent } }).createMachine({
  id: 'escalation',
  initial: 'drafted',
  states,
});

/** The stage after a step, or null when the chart has no such arrow there. Pure. */
export function escalationAfter(
  stage: EscalationStage,
  step: EscalationStep,
): EscalationStage | null {
  const before = escalationMachine.resolveState({ value: stage });
  const [after] = transition(escalationMachine, before, { type: `escalation.${step}` });
  return after.value === stage ? null : (String(after.value) as EscalationStage);
}

/** True while somebody still has something to do about it. */
export function escalationIsOpen(stage: EscalationStage): boolean {
  return stage !== 'closed' && stage !== 'closed-unresolved';
}
