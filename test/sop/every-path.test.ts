import { describe, expect, test } from 'vitest';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { answers, rowOf, type Outcome } from '../../shared/sop/definition.ts';
import { revision00 } from '../../shared/sop/btg-006/revision-00.ts';
import { makeVisitChart, type VisitEvent } from '../../shared/sop/chart.ts';
import { actsAt, isOpenStage, stageAfter } from '../../shared/sop/follow-up.ts';
import { followUpActs } from '../../shared/sop/follow-up-acts.ts';
import { entered, placeName, type At } from '../../shared/sop/places.ts';
import { answeredIn, stagesOf } from '../../shared/sop/stages.ts';
import { escalationStages } from '../../shared/base/closed-lists.ts';

const chart = makeVisitChart(revision00);
const met = ['problem', 'clean-workstation', 'company-and-package', 'ticket'] as const;
const events: readonly VisitEvent[] = [
  ...answers.map((answer): VisitEvent => ({ type: `step.${answer}`, met })),
  { type: 'queue.call' },
  { type: 'queue.begin' },
  { type: 'trainer.call', met },
  { type: 'visit.left-early' },
  { type: 'visit.no-show', isCalledTwice: true },
  { type: 'visit.left-unreported' },
];
const simple = getSimplePaths(chart.machine, { events: [...events] });
const shortest = getShortestPaths(chart.machine, { events: [...events] });
const complete = simple.filter(({ state }) => state.status === 'done');
const outcomes = [
  'completed',
  'training-advised',
  'escalated',
  'left-early',
  'no-show',
  'left-unreported',
];

/** Every place in every part of its step. */
const all: readonly At[] = chart.places.flatMap((place) =>
  stagesOf(rowOf(revision00, place.step)).map((stage) => ({ place, stage })),
);
const answered = (at: At): boolean => at.stage === answeredIn(rowOf(revision00, at.place.step));

describe('the chart of a visit', () => {
  test('has every step, one that goes back once for each caller, the last once for each outcome', () => {
    expect(chart.places.map(placeName).sort()).toEqual([
      'advise-training',
      'arrive',
      'ask-qualification',
      'ask-training',
      'call-provider',
      'escalate',
      'explain-encryption',
      'explain-qualification',
      'guest-book',
      'handle-problem@upload-bid',
      'handle-problem@upload-qualification',
      'report-out@completed',
      'report-out@escalated',
      'report-out@training-advised',
      'upload-bid',
      'upload-qualification',
    ]);
  });

  test('knows waiting, called and begun, the trainer owed and called', () => {
    const parts = Object.keys(chart.machine.states).filter((name) => name.includes('/'));
    expect(parts.sort()).toEqual([
      'ask-training/called',
      'ask-training/running',
      'ask-training/waiting',
      'call-provider/trainer-called',
      'call-provider/trainer-owed',
    ]);
  });

  test('has a shortest way to every state and every outcome', () => {
    const reached = new Set(shortest.map(({ state }) => String(state.value)));
    const states = Object.keys(chart.machine.states).filter((name) => name !== 'let-go');
    expect([...reached].sort()).toEqual(states.sort());
    expect(outcomes.every((outcome) => reached.has(outcome))).toBe(true);
  });

  test('has simple ways to every outcome, and every way leads on to an end', () => {
    const ends = new Set(complete.map(({ state }) => String(state.value)));
    expect([...ends].sort()).toEqual([...outcomes].sort());
    // By the arrows alone, called or not: training advised 1; to the trainer in 2 ways, from there to the bid in 2; escalated
    // from either upload. Each twice, since whoever is next in turn may come without a call.
    const count = (outcome: string): number =>
      complete.filter(({ state }) => state.value === outcome).length;
    expect([count('training-advised'), count('completed'), count('escalated')]).toEqual([2, 8, 12]);
  });

  test('can be walked on every simple way', () => {
    for (const path of complete) {
      let at = entered(revision00, chart.places[0]!);
      let outcome: Outcome | null = null;
      for (const { event } of path.steps) {
        if (String(event.type) === 'xstate.init') continue;
        const said = chart.decide(at, event);
        if (said.kind === 'ended') outcome = said.outcome;
        else if (said.kind === 'moved') at = said.next;
        else throw new Error(`${event.type} at ${placeName(at.place)}: ${said.kind}`);
      }
      expect(outcome).toBe(path.state.value);
    }
  });

  test('refuses, at every place, every answer that its row does not have, and every answer before it has begun', () => {
    for (const at of all) {
      const offered = answered(at)
        ? rowOf(revision00, at.place.step).arrows.map(({ answer }) => answer)
        : [];
      for (const answer of answers) {
        const { kind } = chart.decide(at, { type: `step.${answer}`, met });
        expect(kind === 'moved' || kind === 'ended', `${answer} at ${placeName(at.place)}`).toBe(
          offered.includes(answer),
        );
        if (!offered.includes(answer)) expect(kind).toBe('no-arrow');
      }
      expect(
        chart.offersAt(at, { calls: 0, hasBefore: false }).answers.map(({ answer }) => answer),
      ).toEqual(offered);
    }
  });

  test('holds every way out of a step over its norm until a cause is chosen, in one place for all', () => {
    const over = { isOverNorm: true, met } as const;
    for (const at of all) {
      const row = rowOf(revision00, at.place.step);
      const ways: readonly VisitEvent['type'][] = [
        ...(answered(at) ? row.arrows.map(({ answer }) => `step.${answer}` as const) : []),
        'visit.undo',
        'visit.jump',
        'visit.left-early',
        'visit.left-unreported',
      ];
      for (const type of ways) {
        const free = chart.decide(at, { type, met } as VisitEvent);
        if (free.kind === 'no-arrow') continue;
        const said = chart.decide(at, { type, ...over } as VisitEvent);
        expect(said).toEqual(row.demands.includes('cause') ? { kind: 'held', by: 'cause' } : free);
        expect(chart.decide(at, { type, ...over, cause: 'network-slow' } as VisitEvent)).toEqual(
          free,
        );
      }
    }
  });

  test('holds an answer until what its row demands is brought', () => {
    for (const at of all.filter(answered)) {
      const { demands, arrows } = rowOf(revision00, at.place.step);
      for (const demand of demands.filter((one) => one === 'problem' || one === 'ticket'))
        expect(chart.decide(at, { type: `step.${arrows[0]!.answer}` })).toEqual({
          kind: 'held',
          by: demand,
        });
    }
    const upload = entered(revision00, { step: 'upload-bid', returnTo: null, outcome: null });
    expect(chart.decide(upload, { type: 'step.yes' })).toEqual({
      kind: 'held',
      by: 'company-and-package',
    });
    expect(chart.decide(upload, { type: 'step.no' }).kind).toBe('moved');
  });
});

describe('the chart of a follow-up', () => {
  const { followUp } = revision00;
  if (followUp === null) throw new Error('Revision 00 has a follow-up');

  test('says what comes after, and null where there is no arrow', () => {
    expect(stageAfter(followUp, 'drafted', 'send')).toBe('sent');
    expect(stageAfter(followUp, 'drafted', 'confirm')).toBeNull();
    expect(stageAfter(followUp, 'sent', 'answer')).toBe('answered');
    for (const act of followUpActs) expect(stageAfter(followUp, 'closed', act)).toBeNull();
    expect(actsAt(followUp, 'sent')).toEqual(['confirm', 'answer', 'give-up']);
    expect(escalationStages.filter(isOpenStage)).toEqual([
      'drafted',
      'sent',
      'confirmed',
      'answered',
      'contacted',
    ]);
  });
});
