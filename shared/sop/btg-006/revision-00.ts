import { checkDefinition } from '../check-definition.ts';
import { definitionForm, type Procedure } from '../definition.ts';
import { document } from './document.ts';
import { followUp } from './follow-up.ts';
import { steps } from './steps.ts';

const unconfirmed = { confirmedBy: null, confirmedOn: null };

/** SOP-LPSE.BTG-006 revision 00, "SOP Pendampingan Upload di Bidding Room": the document as data. */
const definition: Procedure = {
  form: definitionForm,
  document,
  readings: [
    {
      text: 'Panah bagan alir tidak ada dalam teks; panah di sini dibaca dari urutan langkah dan pertanyaannya.',
      ...unconfirmed,
    },
    {
      text: 'Norma langkah 5 berjalan sejak trainer dipanggil sampai ia menerima.',
      ...unconfirmed,
    },
    {
      text: 'Koordinator dapat menggantikan Bidang Layanan dan Dukungan dan Trainer.',
      ...unconfirmed,
    },
    {
      text: 'Eskalasi yang dijawab sebelum dikonfirmasi lewat telepon tetap berstatus penyimpangan output.',
      ...unconfirmed,
    },
  ],
  executors: [
    { key: 'visitor', title: { id: 'Pengguna SPSE', en: 'SPSE user' }, actsAs: 'visitor' },
    {
      key: 'desk',
      title: { id: 'Bidang Layanan dan Dukungan', en: 'Service and support section' },
      actsAs: 'desk',
    },
    { key: 'trainer', title: { id: 'Trainer', en: 'Trainer' }, actsAs: 'trainer' },
  ],
  matter: {
    title: { id: 'Pendampingan upload dokumen', en: 'Assistance with uploading documents' },
    requirements: [],
    asks: ['userId', 'purpose', 'purposeNote', 'tenderCode', 'tenderName', 'deadline'],
  },
  steps,
  outcomes: [
    {
      key: 'completed',
      words: { id: 'Selesai, penawaran terunggah', en: 'Completed, bid uploaded' },
      told: {
        id: 'Pendampingan Anda sudah selesai dan tercatat. Selamat jalan.',
        en: 'Your assistance is finished and on record. Safe travels.',
      },
      counts: 'done',
    },
    {
      key: 'training-advised',
      words: { id: 'Disarankan pelatihan', en: 'Training advised' },
      told: {
        id: 'Kunjungan Anda sudah tercatat. Kami tunggu setelah Anda mengikuti pelatihan SPSE.',
        en: 'Your visit is on record. We look forward to seeing you after the SPSE training.',
      },
      counts: 'advised',
    },
    {
      key: 'escalated',
      words: { id: 'Dieskalasikan ke Helpdesk LKPP', en: 'Escalated to Helpdesk LKPP' },
      told: {
        id: 'Masalah Anda sudah diteruskan ke Helpdesk LKPP. Kami menghubungi Anda begitu ada jawaban.',
        en: 'Your problem is with Helpdesk LKPP now. We contact you as soon as there is an answer.',
      },
      counts: 'outside',
    },
  ],
  followUp,
};

const checked = checkDefinition(definition);
if (!checked.ok)
  throw new Error(`The procedure of revision 00 is not whole: ${JSON.stringify(checked.problems)}`);

export const revision00: Procedure = checked.procedure;
