import { checkDefinition } from '../check-definition.ts';
import { definitionForm, type Procedure, type Step } from '../definition.ts';

const desk: Step['closedBy'] = ['desk', 'trainer', 'coordinator'];
const nothing: Step['needs'] = { equipment: [], documents: [] };
const noNorm: Step['norm'] = { starts: 'at-once', calendar: 'always' };
const done = { done: { id: 'Selesai', en: 'Done' } };

/** A matter without a procedure of its own (SOP.md, ruling 8): guest book, called, served, reported out; no norms. */
const definition: Procedure = {
  form: definitionForm,
  document: {
    no: 'LAYANAN-UMUM',
    revision: '00',
    title: 'Layanan umum di Bidding Room',
    effective: '2026-01-01',
    approvals: [],
    legalBasis: [],
    summary: [],
    purpose: [],
    qualifications: [],
    equipment: [],
    records: [],
    warnings: [],
    definitions: [],
    relations: [],
  },
  readings: [],
  executors: [
    { key: 'visitor', title: { id: 'Pengunjung', en: 'Visitor' }, actsAs: 'visitor' },
    {
      key: 'desk',
      title: { id: 'Bidang Layanan dan Dukungan', en: 'Service and support section' },
      actsAs: 'desk',
    },
  ],
  matter: {
    title: { id: 'Layanan lain', en: 'Another matter' },
    requirements: [],
    asks: ['purposeNote'],
  },
  steps: [
    {
      no: 1,
      id: 'guest-book',
      kind: 'guest-book',
      phase: 'arrival',
      executor: 'visitor',
      closedBy: [],
      words: {
        signed: null,
        short: { id: 'Mengisi buku tamu', en: 'Fills the guest book' },
        title: { id: 'Melapor dan mengisi buku tamu', en: 'Reports and fills the guest book' },
        question: null,
        answers: done,
      },
      norm: noNorm,
      needs: nothing,
      output: null,
      demands: [],
      arrows: [{ answer: 'done', to: 'serve' }],
    },
    {
      no: 2,
      id: 'serve',
      kind: 'serve',
      phase: 'desk',
      executor: 'desk',
      closedBy: desk,
      words: {
        signed: null,
        short: { id: 'Layani', en: 'Serve' },
        title: { id: 'Melayani keperluan pengunjung', en: 'Serves what the visitor came for' },
        question: { id: 'Apa yang sudah dilakukan?', en: 'What was done?' },
        answers: done,
      },
      norm: { starts: 'at-begin', calendar: 'always' },
      needs: nothing,
      output: null,
      demands: [],
      arrows: [{ answer: 'done', to: 'report-out', outcome: 'served' }],
    },
    {
      no: 3,
      id: 'report-out',
      kind: 'report-out',
      phase: 'report-out',
      executor: 'visitor',
      closedBy: desk,
      words: {
        signed: null,
        short: { id: 'Lapor kembali', en: 'Report out' },
        title: {
          id: 'Layanan selesai. Pengunjung melapor kembali',
          en: 'The service is finished. The visitor reports back',
        },
        question: null,
        answers: { done: { id: 'Lapor kembali di meja', en: 'Report out at the desk' } },
      },
      norm: noNorm,
      needs: nothing,
      output: null,
      demands: [],
      arrows: [{ answer: 'done', to: 'end' }],
    },
  ],
  outcomes: [
    {
      key: 'served',
      words: { id: 'Dilayani', en: 'Served' },
      told: {
        id: 'Keperluan Anda sudah dilayani dan tercatat. Selamat jalan.',
        en: 'What you came for is done and on record. Safe travels.',
      },
      counts: 'done',
    },
  ],
  followUp: null,
};

const checked = checkDefinition(definition);
if (!checked.ok)
  throw new Error(`The plain matter is not whole: ${JSON.stringify(checked.problems)}`);

export const plainMatter: Procedure = checked.procedure;
