import { checkProcedure, type Procedure } from '../definition.ts';

const desk = ['desk', 'coordinator'] as const;
const trainer = ['trainer', 'coordinator'] as const;
const deskOrTrainer = ['desk', 'trainer', 'coordinator'] as const;

/**
 * SOP-LPSE.BTG-006 revision 00, the 13 rows of "SOP Pendampingan Upload di Bidding Room". Norms and outputs are the
 * document's; the arrows are the reading of its flow chart that this product is built on (see docs/procedure.md).
 */
const rows: Procedure['rows'] = [
  {
    no: 1,
    id: 'arrive',
    executor: 'visitor',
    closedBy: [],
    normMinutes: null,
    output: null,
    clock: 'none',
    usesWorkstation: false,
    arrows: [{ answer: 'done', to: 'guest-book' }],
  },
  {
    no: 2,
    id: 'guest-book',
    executor: 'visitor',
    closedBy: [],
    normMinutes: null,
    output: null,
    clock: 'none',
    usesWorkstation: false,
    arrows: [{ answer: 'done', to: 'ask-training' }],
  },
  {
    no: 3,
    id: 'ask-training',
    executor: 'desk',
    closedBy: [...desk],
    normMinutes: 5,
    output: null,
    clock: 'at-start',
    usesWorkstation: false,
    arrows: [
      { answer: 'yes', to: 'call-provider' },
      { answer: 'no', to: 'advise-training' },
    ],
  },
  {
    no: 4,
    id: 'advise-training',
    executor: 'desk',
    closedBy: [...desk],
    normMinutes: null,
    output: null,
    clock: 'none',
    usesWorkstation: false,
    arrows: [
      { answer: 'leaves', to: 'report-out', outcome: 'training-advised' },
      { answer: 'continues', to: 'call-provider' },
    ],
  },
  {
    no: 5,
    id: 'call-provider',
    executor: 'desk',
    closedBy: [...deskOrTrainer],
    normMinutes: 5,
    output: 'assistance-by-named-trainer',
    clock: 'at-call',
    usesWorkstation: false,
    arrows: [{ answer: 'done', to: 'ask-qualification' }],
  },
  {
    no: 6,
    id: 'ask-qualification',
    executor: 'trainer',
    closedBy: [...trainer],
    normMinutes: 5,
    output: null,
    clock: 'at-once',
    usesWorkstation: false,
    arrows: [
      { answer: 'yes', to: 'explain-encryption' },
      { answer: 'no', to: 'explain-qualification' },
    ],
  },
  {
    no: 7,
    id: 'explain-qualification',
    executor: 'trainer',
    closedBy: [...trainer],
    normMinutes: 15,
    output: null,
    clock: 'at-once',
    usesWorkstation: true,
    arrows: [{ answer: 'done', to: 'upload-qualification' }],
  },
  {
    no: 8,
    id: 'upload-qualification',
    executor: 'visitor',
    closedBy: [...trainer],
    normMinutes: 15,
    output: null,
    clock: 'at-once',
    usesWorkstation: true,
    arrows: [
      { answer: 'yes', to: 'explain-encryption' },
      { answer: 'no', to: 'handle-problem' },
    ],
  },
  {
    no: 9,
    id: 'handle-problem',
    executor: 'trainer',
    closedBy: [...trainer],
    normMinutes: 15,
    output: null,
    clock: 'at-once',
    usesWorkstation: true,
    arrows: [
      { answer: 'yes', to: 'step-that-failed' },
      { answer: 'no', to: 'escalate' },
    ],
  },
  {
    no: 10,
    id: 'escalate',
    executor: 'trainer',
    closedBy: [...deskOrTrainer],
    normMinutes: 5,
    output: 'escalation-confirmed-by-telephone',
    clock: 'at-once',
    usesWorkstation: false,
    arrows: [{ answer: 'done', to: 'report-out', outcome: 'escalated' }],
  },
  {
    no: 11,
    id: 'explain-encryption',
    executor: 'trainer',
    closedBy: [...trainer],
    normMinutes: 15,
    output: null,
    clock: 'at-once',
    usesWorkstation: true,
    arrows: [{ answer: 'done', to: 'upload-bid' }],
  },
  {
    no: 12,
    id: 'upload-bid',
    executor: 'visitor',
    closedBy: [...deskOrTrainer],
    normMinutes: 15,
    output: null,
    clock: 'at-once',
    usesWorkstation: true,
    arrows: [
      { answer: 'yes', to: 'report-out', outcome: 'completed' },
      { answer: 'no', to: 'handle-problem' },
    ],
  },
  {
    no: 13,
    id: 'report-out',
    executor: 'visitor',
    closedBy: [...deskOrTrainer],
    normMinutes: 5,
    output: null,
    clock: 'at-once',
    usesWorkstation: false,
    arrows: [{ answer: 'done', to: 'end' }],
  },
];

const checked = checkProcedure({
  document: 'SOP-LPSE.BTG-006',
  revision: '00',
  effective: '2017-01-08',
  rows,
});
if (!checked.ok)
  throw new Error(`The procedure of revision 00 is not whole: ${JSON.stringify(checked.problems)}`);

export const revision00: Procedure = checked.procedure;
