import { describe, expect, test } from 'vitest';
import type { RunId, StaffId } from '../../shared/base/ids.ts';
import type { Fact, StampedFact } from '../../shared/facts/facts.ts';
import { apply } from '../../shared/state/fold.ts';
import { emptyState, type State } from '../../shared/state/state.ts';

const staff = 'trainer-1' as StaffId;
const person = { id: 'p', file: '2026-11', commitment: 'c' } as never;
/** Folds facts that are a second apart, the first at 1 s. */
const fold = (facts: readonly Fact[]): State['staff'] =>
  facts.reduce<State>(
    (folded, fact, at) => {
      const stamp = { seq: at + 1, at: 1000 * (at + 1), run: 'run', mono: 1000 * (at + 1) };
      return apply(folded, {
        ...fact,
        ...stamp,
        actor: { kind: 'system' },
        command: null,
        more: 0,
      } as StampedFact);
    },
    { ...emptyState, timeline: { t: 0, jumps: 0, last: { at: 0, run: 'run' as RunId, mono: 0 } } },
  ).staff;
const of = (type: 'sign-in.refused' | 'sign-in.accepted' | 'sign-in.tried' | 'sign-in.unchecked') =>
  ({ type, visit: null, data: { staff } }) as const;
const added: Fact = { type: 'staff.added', visit: null, data: { staff, role: 'desk', person } };
const began = (reason: 'start' | 'wake' | 'recovered'): Fact => ({
  type: 'run.began',
  visit: null,
  data: { version: 'test', reason },
});

describe('staff of a past journal', () => {
  test('hold the one role that they had', () => {
    expect(fold([added])[staff]).toMatchObject({ functions: ['desk'], tries: { spent: 0 } });
  });

  test('were refused as often as it says since they were last accepted', () => {
    const refused = of('sign-in.refused');
    expect(fold([added, refused, refused])[staff]?.tries).toMatchObject({
      spent: 2,
      last: { t: 3000 },
    });
    expect(fold([added, refused, of('sign-in.accepted'), refused])[staff]?.tries).toMatchObject({
      spent: 1,
      last: { t: 4000 },
    });
  });
});

test('a try given back leaves count and wait as they were before it', () => {
  const tried = of('sign-in.tried');
  expect(fold([added, tried, tried, of('sign-in.unchecked')])[staff]?.tries).toMatchObject({
    spent: 1,
    last: { t: 2000 },
  });
  expect(fold([added, tried, of('sign-in.unchecked')])[staff]?.tries).toMatchObject({
    spent: 0,
    last: null,
  });
});

test('a wait begins anew with a run of the clocks, and with nothing else', () => {
  const tried = of('sign-in.tried');
  for (const [reason, t] of [
    ['start', 3000],
    ['wake', 3000],
    ['recovered', 2000],
  ] as const)
    expect(fold([added, tried, began(reason)])[staff]?.tries).toMatchObject({
      spent: 1,
      last: { t },
    });
  expect(fold([added, began('start')])[staff]?.tries.last).toBeNull();
});
