import type { Purpose } from '../guest-book/purposes.ts';
import type { OtherOutcome } from '../sop/definition.ts';
import type {
  Cause,
  ContactWay,
  DeviationKind,
  Language,
  ProblemCategory,
} from '../base/closed-lists.ts';
import type { Role } from '../base/roles.ts';
import type { ClockView } from '../views/console-view.ts';

/** The domain's own words: what closed lists in the records are called on screens and paper. */
export type Words = {
  readonly outcomes: Readonly<Record<OtherOutcome, string>>;
  readonly causes: Readonly<Record<Cause, string>>;
  readonly problemCategories: Readonly<Record<ProblemCategory, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly clocks: Readonly<Record<ClockView['name'], string>>;
  readonly deviationKinds: Readonly<Record<DeviationKind, string>>;
  readonly contactWays: Readonly<Record<ContactWay, string>>;
};

const id: Words = {
  outcomes: {
    'left-early': 'Pulang lebih awal',
    'no-show': 'Tidak hadir',
    'left-unreported': 'Tidak lapor kembali',
  },
  causes: {
    'many-documents': 'Dokumen banyak',
    'data-not-ready': 'Data belum siap',
    'network-slow': 'Jaringan lambat',
    'spse-disturbed': 'SPSE terganggu',
    'equipment-disturbed': 'Peralatan terganggu',
    'power-cut': 'Listrik padam',
    'visitor-absent': 'Penyedia meninggalkan tempat',
    'staff-busy': 'Petugas melayani yang lain',
    other: 'Lainnya',
  },
  problemCategories: {
    account: 'Akun SPSE',
    data: 'Data kualifikasi',
    documents: 'Dokumen',
    encryption: 'Aplikasi enkripsi',
    upload: 'Upload',
    network: 'Jaringan',
    equipment: 'Peralatan',
    'spse-server': 'Server SPSE',
    other: 'Lainnya',
  },
  roles: {
    desk: 'Bidang Layanan dan Dukungan',
    trainer: 'Trainer',
    coordinator: 'Koordinator',
    administrator: 'Administrator',
  },
  purposes: {
    'upload-bid': 'Mengunggah dokumen penawaran',
    'fill-qualification': 'Mengisi data kualifikasi',
    problem: 'Ada kendala aplikasi',
    other: 'Lainnya',
  },
  clocks: {
    waiting: 'Tunggu',
    'waiting-for-trainer': 'Tunggu trainer',
    service: 'Layanan',
    call: 'Panggil',
    report: 'Lapor',
    'in-room': 'Di ruang',
  },
  deviationKinds: { time: 'waktu', output: 'output', equipment: 'perlengkapan', flow: 'alur' },
  contactWays: {
    telephone: 'Telepon',
    'e-mail': 'E-mail',
    message: 'Pesan',
    'in-person': 'Langsung',
  },
};

const en: Words = {
  outcomes: {
    'left-early': 'Left early',
    'no-show': 'Did not come',
    'left-unreported': 'Left without reporting',
  },
  causes: {
    'many-documents': 'Many documents',
    'data-not-ready': 'Data not ready',
    'network-slow': 'Slow network',
    'spse-disturbed': 'SPSE disturbed',
    'equipment-disturbed': 'Equipment disturbed',
    'power-cut': 'Power cut',
    'visitor-absent': 'Provider stepped away',
    'staff-busy': 'Staff served others',
    other: 'Other',
  },
  problemCategories: {
    account: 'SPSE account',
    data: 'Qualification data',
    documents: 'Documents',
    encryption: 'Encryption application',
    upload: 'Upload',
    network: 'Network',
    equipment: 'Equipment',
    'spse-server': 'SPSE server',
    other: 'Other',
  },
  roles: {
    desk: 'Service desk',
    trainer: 'Trainer',
    coordinator: 'Coordinator',
    administrator: 'Administrator',
  },
  purposes: {
    'upload-bid': 'Upload a bid',
    'fill-qualification': 'Fill in qualification data',
    problem: 'A problem with the application',
    other: 'Other',
  },
  clocks: {
    waiting: 'Waiting',
    'waiting-for-trainer': 'Waiting for trainer',
    service: 'Service',
    call: 'Call',
    report: 'Report',
    'in-room': 'In the room',
  },
  deviationKinds: { time: 'time', output: 'output', equipment: 'equipment', flow: 'flow' },
  contactWays: {
    telephone: 'Telephone',
    'e-mail': 'E-mail',
    message: 'Message',
    'in-person': 'In person',
  },
};

export const words: Readonly<Record<Language, Words>> = { id, en };
