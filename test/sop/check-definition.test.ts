import { describe, expect, test } from 'vitest';
import { revision00 } from '../../shared/sop/btg-006/revision-00.ts';
import { checkDefinition } from '../../shared/sop/check-definition.ts';
import type { DefinitionProblem } from '../../shared/sop/definition-problem.ts';
import type { Procedure, Step } from '../../shared/sop/definition.ts';

type Loose = { -readonly [K in keyof Procedure]: Procedure[K] } & { steps: Step[] };

/** Revision 00 with something changed, and what the check says of it. */
const found = (change: (copy: Loose) => void): readonly DefinitionProblem[] => {
  const copy = structuredClone(revision00) as Loose;
  change(copy);
  const checked = checkDefinition(copy);
  return checked.ok ? [] : checked.problems;
};
const withRow = (no: number, part: Partial<Step>) => (copy: Loose) => {
  copy.steps[no - 1] = { ...(copy.steps[no - 1] as Step), ...part };
};
const done = (to: string, outcome?: string): Step['arrows'] => [
  { answer: 'done', to, ...(outcome === undefined ? {} : { outcome }) },
];

type Case = readonly [string, (copy: Loose) => void, DefinitionProblem];
const norm = (part: Partial<Step['norm']>): Step['norm'] => ({
  starts: 'at-once',
  calendar: 'always',
  ...part,
});

const cases: readonly Case[] = [
  [
    'an arrow to a step that is not known',
    withRow(7, { arrows: done('upload-kualification') }),
    { problem: 'unknown-target', row: 7, at: 'upload-kualification' },
  ],
  [
    'an arrow to a step that has no row any more',
    (copy) => copy.steps.splice(9, 1),
    { problem: 'unknown-target', row: 9, at: 'escalate' },
  ],
  [
    'a clock that begins with a step that is not known',
    withRow(7, { norm: norm({ starts: { after: 'nowhere' } }) }),
    { problem: 'unknown-target', row: 7, at: 'nowhere' },
  ],
  [
    'a clock that begins with a step behind it',
    withRow(3, { norm: norm({ starts: { after: 'report-out' } }) }),
    { problem: 'start-not-before', row: 3, at: 'report-out' },
  ],
  [
    'a step that no arrow reaches',
    withRow(3, { arrows: [{ answer: 'yes', to: 'call-provider' }] }),
    { problem: 'unreachable', row: 4 },
  ],
  [
    'a step with no way to the end',
    withRow(10, { arrows: done('escalate') }),
    { problem: 'no-way-out', row: 10 },
  ],
  [
    'a step that stands twice',
    (copy) => copy.steps.push({ ...(copy.steps[3] as Step), no: 14 }),
    { problem: 'double-step', row: 14 },
  ],
  [
    'numbers that are not in order',
    withRow(5, { no: 7 }),
    { problem: 'numbers-not-in-order', row: 7 },
  ],
  [
    'an answer with two arrows',
    withRow(7, { arrows: [...done('upload-qualification'), ...done('upload-bid')] }),
    { problem: 'double-answer', row: 7 },
  ],
  [
    'an arrow into the last step without its outcome',
    withRow(10, { arrows: done('report-out') }),
    { problem: 'no-last-step-outcome', row: 10 },
  ],
  [
    'an outcome anywhere else',
    withRow(11, { arrows: done('upload-bid', 'completed') }),
    { problem: 'no-last-step-outcome', row: 11 },
  ],
  [
    'an outcome that is not in the list',
    withRow(10, { arrows: done('report-out', 'gone') }),
    { problem: 'unknown-outcome', row: 10, at: 'gone' },
  ],
  ['no guest book', withRow(2, { kind: 'serve' }), { problem: 'not-one-guest-book', row: null }],
  [
    'two guest books',
    withRow(11, { kind: 'guest-book' }),
    { problem: 'not-one-guest-book', row: 11 },
  ],
  [
    'no reporting out',
    withRow(13, { kind: 'serve', arrows: done('arrive') }),
    { problem: 'not-one-report-out', row: null },
  ],
  [
    'nobody waits behind the guest book',
    withRow(3, { norm: norm({ minutes: 5 }) }),
    { problem: 'no-waiting-place', row: 3 },
  ],
  [
    'the guest book leads into the middle',
    withRow(2, { arrows: done('ask-qualification') }),
    { problem: 'no-waiting-place', row: 6 },
  ],
  [
    'a second queue',
    withRow(7, { kind: 'queue', phase: 'waiting', demands: [], norm: norm({}) }),
    { problem: 'second-queue', row: 7 },
  ],
  [
    'an arrow back to the visitor’s own steps',
    withRow(7, { arrows: done('guest-book') }),
    { problem: 'arrival-not-alone', row: 7 },
  ],
  [
    'staff before the guest book',
    withRow(1, { closedBy: ['desk'] }),
    { problem: 'arrival-not-alone', row: 1 },
  ],
  [
    'an executor that is not in the list',
    withRow(7, { executor: 'nobody' }),
    { problem: 'unknown-executor', row: 7, at: 'nobody' },
  ],
  [
    'a step that nobody may close',
    withRow(7, { closedBy: [] }),
    { problem: 'nobody-may-close', row: 7 },
  ],
  [
    'an answer without words',
    withRow(7, { words: { ...(revision00.steps[6] as Step).words, answers: {} } }),
    { problem: 'answer-without-words', row: 7, at: 'done' },
  ],
  [
    'a demand that its kind cannot serve',
    withRow(7, { demands: ['problem'] }),
    { problem: 'demand-not-served', row: 7, at: 'problem' },
  ],
  [
    'an answer that its kind does not ask',
    withRow(7, {
      arrows: [{ answer: 'leaves', to: 'upload-qualification' }],
      words: {
        ...(revision00.steps[6] as Step).words,
        answers: { leaves: { id: 'Pulang', en: 'Leaves' } },
      },
    }),
    { problem: 'wrong-answers', row: 7, at: 'leaves' },
  ],
  [
    'a clock that its kind does not have',
    withRow(5, { norm: norm({ minutes: 5 }) }),
    { problem: 'wrong-clock', row: 5 },
  ],
  [
    'a phase in which its kind does not stand',
    withRow(13, { phase: 'desk' }),
    { problem: 'wrong-phase', row: 13, at: 'desk' },
  ],
  [
    'an end elsewhere than at reporting out',
    withRow(10, { arrows: done('end') }),
    { problem: 'end-elsewhere', row: 10 },
  ],
  [
    'two norms at once',
    withRow(7, { norm: norm({ minutes: 5, workingDays: 2 }) }),
    { problem: 'two-norms', row: 7 },
  ],
  [
    'working days while somebody is in the room',
    withRow(7, { norm: norm({ workingDays: 2 }) }),
    { problem: 'working-days-in-room', row: 7 },
  ],
  [
    'a way back that comes from nowhere',
    (copy) => {
      withRow(8, { arrows: [{ answer: 'yes', to: 'explain-encryption' }] })(copy);
      withRow(12, { arrows: [{ answer: 'yes', to: 'report-out', outcome: 'completed' }] })(copy);
    },
    { problem: 'returns-from-nowhere', row: 9 },
  ],
  [
    'a ticket without a follow-up',
    (copy) => {
      copy.followUp = null;
    },
    { problem: 'ticket-without-follow-up', row: 10 },
  ],
  [
    'a ticket owed before the follow-up begins',
    (copy) => {
      if (copy.followUp)
        copy.followUp = { ...copy.followUp, begins: { step: 'escalate', when: 'completed' } };
    },
    { problem: 'follow-up-begins-late', row: 10 },
  ],
  [
    'a follow-up that nothing closes',
    (copy) => {
      if (copy.followUp)
        copy.followUp = {
          ...copy.followUp,
          stages: copy.followUp.stages.map((one) =>
            one.stage === 'contacted' ? { ...one, arrows: [] } : one,
          ),
        };
    },
    { problem: 'follow-up-without-end', row: null, at: 'contacted' },
  ],
];

describe('a definition is checked before a visit begins under it', () => {
  test.each(cases)('%s', (_, change, problem) => {
    expect(found(change)).toContainEqual(problem);
  });

  test('a word that is missing in one language is named by its row', () => {
    const problems = found(
      withRow(7, {
        words: { ...(revision00.steps[6] as Step).words, short: { id: 'Jelaskan', en: ' ' } },
      }),
    );
    expect(problems).toEqual([{ problem: 'malformed', row: 7, at: 'steps.6.words.short.en' }]);
  });

  test('what is no definition at all', () => {
    expect(checkDefinition({ steps: 'none' }).ok).toBe(false);
    expect(checkDefinition(null)).toEqual({
      ok: false,
      problems: [{ problem: 'malformed', row: null, at: '' }],
    });
  });
});
