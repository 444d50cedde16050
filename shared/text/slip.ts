import type { Language } from '../base/closed-lists.ts';

export type SlipText = {
  readonly service: string;
  readonly yourNumber: string;
  readonly before: string;
  readonly beforeCount: (count: number) => string;
  readonly steps: readonly string[];
  readonly privacy: string;
  readonly document: (document: string, revision: string) => string;
  readonly original: string;
  /** The journal's head, for checking the records. */
  readonly head: (head: string) => string;
};

const id: SlipText = {
  service: 'Pendampingan upload',
  yourNumber: 'Nomor Anda',
  before: 'Di depan Anda',
  beforeCount: (count) => `${count} nomor`,
  steps: [
    'Tunggu nomor ini dipanggil.',
    'Petugas dan trainer mendampingi Anda.',
    'Sebelum pulang, pindai slip ini di layar “Lapor\u00a0kembali”.',
  ],
  privacy:
    'Data Anda dipakai untuk pelayanan ini dan laporan kantor. Anda berhak melihat, membetulkan, dan meminta penghapusannya di meja layanan (UU\u00a027/2022).',
  document: (document, revision) => `${document} rev ${revision}`,
  original: 'Asli',
  head: (head) => `Kepala catatan ${head}`,
};

const en: SlipText = {
  service: 'Upload assistance',
  yourNumber: 'Your number',
  before: 'Before you',
  beforeCount: (count) => (count === 1 ? '1 number' : `${count} numbers`),
  steps: [
    'Wait until this number is called.',
    'Desk and trainer accompany you.',
    'Before you leave, scan this slip at “Report\u00a0out”.',
  ],
  privacy:
    'Your data serve this visit and the office’s reports. You may see, correct and have them erased at the service desk (UU\u00a027/2022).',
  document: (document, revision) => `${document} rev ${revision}`,
  original: 'Original',
  head: (head) => `Records’ head ${head}`,
};

export const slipText: Readonly<Record<Language, SlipText>> = { id, en };
