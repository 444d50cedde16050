import * as fc from 'fast-check';
import { revision00 } from '../../../shared/sop/btg-006/revision-00.ts';
import type { Answer, Demand, Procedure, Step } from '../../../shared/sop/definition.ts';
import type { Kind } from '../../../shared/sop/kinds.ts';

/** What a middle step can be, what may be answered there, and what it may demand. */
const middles: Readonly<Partial<Record<Kind, readonly [readonly Answer[][], readonly Demand[]]>>> =
  {
    ask: [[['yes', 'no']], ['cause', 'credentials']],
    advise: [[['leaves', 'continues'], ['done']], ['cause']],
    assign: [[['done']], ['cause', 'clean-workstation']],
    explain: [[['done']], ['cause']],
    accompany: [
      [['yes', 'no'], ['done']],
      ['cause', 'company-and-package'],
    ],
    'check-documents': [[['yes', 'no']], ['cause', 'credentials']],
    problem: [[['yes', 'no']], ['cause', 'problem']],
    'hand-over-outside': [[['done']], ['cause', 'ticket']],
    serve: [[['done'], ['yes', 'no']], ['cause']],
    'back-office': [[['done']], ['cause']],
  };
const middleKinds = Object.keys(middles) as (keyof typeof middles)[];
const outcomes = ['done-here', 'sent-away'] as const;

/** One time in so many something is wrong on purpose. */
const seldom = (times: number): fc.Arbitrary<boolean> => fc.nat(times).map((one) => one === 0);

const words = (answers: readonly Answer[], lacks: boolean): Step['words'] => ({
  signed: null,
  short: { id: 'Langkah', en: lacks ? ' ' : 'Step' },
  title: { id: 'Langkah ini', en: 'This step' },
  question: null,
  answers: Object.fromEntries(answers.map((one) => [one, { id: one, en: one }])),
});

/** A middle step that mostly goes on to the next one; its other answers go anywhere. */
const middle = (no: number, ids: readonly string[], isFirst: boolean): fc.Arbitrary<Step> =>
  fc
    .record({
      kind: fc.constantFrom(
        ...middleKinds.filter((one) => !isFirst || one === 'ask' || one === 'serve'),
      ),
      pick: fc.nat(1),
      minutes: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
      atBegin: fc.boolean(),
      after: seldom(8),
      demanded: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
      closedBy: fc.constantFrom<Step['closedBy']>(
        ['desk'],
        ['trainer'],
        ['desk', 'trainer', 'coordinator'],
      ),
      targets: fc.array(fc.constantFrom(...ids, 'report-out', 'back-to-caller'), {
        minLength: 2,
        maxLength: 2,
      }),
      outcome: fc.constantFrom(...outcomes),
      odd: seldom(40),
      lacks: seldom(80),
    })
    .map(
      ({
        kind,
        pick,
        minutes,
        atBegin,
        after,
        demanded,
        closedBy,
        targets,
        outcome,
        odd,
        lacks,
      }): Step => {
        const [choices = [], demands = []] = middles[kind] ?? [];
        const answers = choices[pick % choices.length] ?? [];
        const next = ids[ids.indexOf(`step-${no}`) + 1] ?? 'report-out';
        const starts =
          kind === 'assign'
            ? 'at-call'
            : isFirst || (atBegin && kind !== 'problem')
              ? 'at-begin'
              : after
                ? { after: 'guest-book' }
                : 'at-once';
        return {
          no,
          id: `step-${no}`,
          kind,
          phase: no < 5 ? 'desk' : 'assistance',
          executor: closedBy.includes('desk') ? 'desk' : 'trainer',
          closedBy: odd ? [] : [...closedBy],
          words: words(answers, lacks),
          norm: { ...(minutes === null ? {} : { minutes }), starts, calendar: 'always' },
          needs: { equipment: [], documents: [] },
          output: null,
          demands: demands.filter((_, at) => demanded[at]),
          arrows: answers.map((answer, at) => {
            const to =
              at === 0
                ? kind === 'problem' && pick === 0
                  ? 'back-to-caller'
                  : next
                : (targets[at] ?? next);
            return { answer, to, ...(to === 'report-out' ? { outcome } : {}) };
          }),
        };
      },
    );

const fixed = (
  no: number,
  id: string,
  kind: Kind,
  phase: Step['phase'],
  part: Partial<Step>,
): Step => ({
  no,
  id,
  kind,
  phase,
  executor: 'visitor',
  closedBy: [],
  words: words(['done'], false),
  norm: { starts: 'at-once', calendar: 'always' },
  needs: { equipment: [], documents: [] },
  output: null,
  demands: [],
  arrows: [],
  ...part,
});

/** Definitions of any shape: most can be worked by, many cannot. */
export const generatedDefinition: fc.Arbitrary<unknown> = fc
  .record({
    arrives: fc.boolean(),
    queues: fc.boolean(),
    count: fc.integer({ min: 1, max: 6 }),
    follows: fc.boolean(),
  })
  .chain(({ arrives, queues, count, follows }) => {
    const before = 1 + Number(arrives) + Number(queues);
    const ids = Array.from({ length: count }, (_, at) => `step-${before + 1 + at}`);
    const steps = ids.map((_, at) => middle(before + 1 + at, ids, at === 0 && !queues));
    return fc.tuple(...steps).map((middleSteps): unknown => {
      const waits = queues ? 'queue' : (ids[0] ?? 'report-out');
      const handsOver = middleSteps.find(({ kind }) => kind === 'hand-over-outside');
      const all = [
        ...(arrives
          ? [
              fixed(1, 'arrive', 'serve', 'arrival', {
                arrows: [{ answer: 'done', to: 'guest-book' }],
              }),
            ]
          : []),
        fixed(1 + Number(arrives), 'guest-book', 'guest-book', 'arrival', {
          arrows: [{ answer: 'done', to: waits }],
        }),
        ...(queues
          ? [
              fixed(2 + Number(arrives), 'queue', 'queue', 'waiting', {
                closedBy: ['desk'],
                norm: { minutes: 5, starts: { after: 'guest-book' }, calendar: 'always' },
                arrows: [{ answer: 'done', to: ids[0] ?? '' }],
              }),
            ]
          : []),
        ...middleSteps,
        fixed(before + count + 1, 'report-out', 'report-out', 'report-out', {
          closedBy: ['desk', 'trainer', 'coordinator'],
          norm: { minutes: 5, starts: 'at-once', calendar: 'always' },
          arrows: [{ answer: 'done', to: 'end' }],
        }),
      ];
      const followUp: Procedure['followUp'] =
        follows && handsOver !== undefined && revision00.followUp !== null
          ? { ...revision00.followUp, begins: { step: handsOver.id, when: 'entered' } }
          : null;
      return {
        ...revision00,
        document: { ...revision00.document, no: 'SOP-GENERATED', revision: '01' },
        steps: all,
        followUp,
        outcomes: outcomes.map((key, at) => ({
          key,
          words: { id: key, en: key },
          told: { id: key, en: key },
          counts: at === 0 ? 'done' : 'advised',
        })),
      };
    });
  });
