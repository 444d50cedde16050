import { describe, expect, test } from 'vitest';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import {
  answers,
  arrowOutcomes,
  outcomes,
  rowOf,
  type Outcome,
} from '../../shared/sop/definition.ts';
import { revision00 } from '../../shared/sop/btg-006/revision-00.ts';
import { eventOf, makeVisitChart, stateOf, type VisitEvent } from '../../shared/sop/chart.ts';
import {
  escalationMachine,
  escalationAfter,
  escalationIsOpen,
  escalationSteps,
} from '../../shared/sop/follow-up.ts';
import { escalationStages } from '../../shared/base/closed-lists.ts';

const chart = makeVisitChart(revision00);
const events: readonly VisitEvent[] = [
  ...answers.map((answer) => eventOf(answer, false, null)),
  { type: 'visit.leave-early' },
  { type: 'visit.no-show' },
  { type: 'visit.leave-unreported' },
];
const simple = getSimplePaths(chart.machine, { events: [...events] });
const shortest = getShortestPaths(chart.machine, { events: [...events] });
const ends = new Set<string>(outcomes);
const complete = simple.filter(({ state }) => state.status === 'done');

describe('the chart of a visit', () => {
  test('has every step, step 9 once for each step it returns to, step 13 once for each outcome', () => {
    const names = chart.places.map(stateOf).sort();
    expect(names).toEqual([
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

  test('has a shortest way to every state and every outcome', () => {
    const reached = new Set(shortest.map(({ state }) => String(state.value)));
    expect([...reached].sort()).toEqual([...chart.places.map(stateOf), ...outcomes].sort());
  });

  test('has simple ways to every outcome, and every way leads on to an end', () => {
    const reached = new Map<string, number>();
    for (const { state } of complete)
      reached.set(String(state.value), (reached.get(String(state.value)) ?? 0) + 1);
    expect([...reached.keys()].sort()).toEqual([...ends].sort());
    // By the arrows alone: training advised 1; to step 6 in 2 ways, from there to step 11 in 2 ways (yes, 7-8-yes; a solved
    // problem would come back to 8 and be no simple way), to 13 in 1; escalated from 8 or from 12.
    const byArrows = complete.filter(({ state }) =>
      (arrowOutcomes as readonly string[]).includes(String(state.value)),
    );
    expect(byArrows.map(({ state }) => String(state.value)).sort()).toEqual(
      [
        ...Array<string>(4).fill('completed'),
        ...Array<string>(6).fill('escalated'),
        'training-advised',
      ].sort(),
    );
  });

  test.each(
    complete.map((path) => [path.steps.map(({ event }) => event.type).join(' '), path] as const),
  )('can be walked: %s', (_, path) => {
    let place = chart.places[0];
    let outcome: Outcome | null = null;
    for (const { event } of path.steps) {
      if (String(event.type) === 'xstate.init' || place === undefined) continue;
      const step = chart.decide(place, event);
      if (step.kind === 'ended') outcome = step.outcome;
      else if (step.kind === 'moved') place = step.next;
      else throw new Error(`${event.type} at ${stateOf(place)}: ${step.kind}`);
    }
    expect(outcome).toBe(path.state.value);
  });

  test('refuses, at every place, every answer that its row does not have', () => {
    for (const place of chart.places) {
      const offered = rowOf(revision00, place.step).arrows.map(({ answer }) => answer);
      for (const answer of answers) {
        const { kind } = chart.decide(place, eventOf(answer, false, null));
        expect(kind === 'moved' || kind === 'ended', `${answer} at ${stateOf(place)}`).toBe(
          offered.includes(answer),
        );
        if (!offered.includes(answer)) expect(kind).toBe('no-arrow');
      }
    }
  });

  test('holds every arrow of a step over its norm until a cause is chosen', () => {
    for (const place of chart.places) {
      for (const { answer } of rowOf(revision00, place.step).arrows) {
        expect(chart.decide(place, eventOf(answer, true, null)).kind).toBe('cause-owed');
        expect(chart.decide(place, eventOf(answer, true, 'network-slow'))).toEqual(
          chart.decide(place, eventOf(answer, false, null)),
        );
      }
    }
  });
});

describe('the chart of an escalation', () => {
  const paths = getSimplePaths(escalationMachine);
  test('reaches every stage, and every way leads to closed or closed-unresolved', () => {
    expect(new Set(paths.map(({ state }) => String(state.value)))).toEqual(
      new Set(escalationStages),
    );
    const done = paths
      .filter(({ state }) => state.status === 'done')
      .map(({ state }) => String(state.value));
    expect(done.filter((stage) => stage === 'closed')).toHaveLength(2);
    // Given up at drafted, at sent, at confirmed, and at answered and contacted with or without the telephone.
    expect(done.filter((stage) => stage === 'closed-unresolved')).toHaveLength(7);
  });

  test('says what comes after, and null where there is no arrow', () => {
    expect(escalationAfter('drafted', 'send')).toBe('sent');
    expect(escalationAfter('drafted', 'confirm')).toBeNull();
    expect(escalationAfter('sent', 'answer')).toBe('answered');
    for (const step of escalationSteps) expect(escalationAfter('closed', step)).toBeNull();
    expect(escalationStages.filter(escalationIsOpen)).toEqual([
      'drafted',
      'sent',
      'confirmed',
      'answered',
      'contacted',
    ]);
  });
});
