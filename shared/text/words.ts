import type { Purpose } from '../guest-book/purposes.ts';
import type { Outcome, StepId } from '../sop/definition.ts';
import type {
  Cause,
  ContactWay,
  DeviationKind,
  EscalationStage,
  Language,
  ProblemCategory,
} from '../base/closed-lists.ts';
import type { Role } from '../base/roles.ts';
import type { ClockView } from '../views/console-view.ts';

/** `short` on the path, `title` the SOP's own words (mended as docs/procedure.md lists), `question` what the step asks. */
type StepWords = {
  readonly short: string;
  readonly title: string;
  readonly question: string | null;
};

/** The domain's own words: what closed lists in the records are called on screens and paper. */
export type Words = {
  readonly steps: Readonly<Record<StepId, StepWords>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly causes: Readonly<Record<Cause, string>>;
  readonly problemCategories: Readonly<Record<ProblemCategory, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly clocks: Readonly<Record<ClockView['name'], string>>;
  readonly deviationKinds: Readonly<Record<DeviationKind, string>>;
  readonly escalationStages: Readonly<Record<EscalationStage, string>>;
  readonly contactWays: Readonly<Record<ContactWay, string>>;
};

const id: Words = {
  steps: {
    arrive: {
      short: 'Datang ke bidding room',
      title: 'Mendatangi lokasi Bidding Room yang disediakan oleh LPSE',
      question: null,
    },
    'guest-book': {
      short: 'Mengisi buku tamu',
      title: 'Melapor dan mengisi buku tamu',
      question: null,
    },
    'ask-training': {
      short: 'Tanya pelatihan SPSE',
      title: 'Menanyakan kepada Penyedia apakah sudah mengikuti Pelatihan Aplikasi SPSE',
      question: 'Apakah Penyedia sudah mengikuti Pelatihan Aplikasi SPSE?',
    },
    'advise-training': {
      short: 'Sarankan pelatihan',
      title:
        'Menyarankan kepada Penyedia untuk mengikuti Pelatihan Penggunaan SPSE terlebih dahulu',
      question: 'Penyedia pulang dulu, atau melanjutkan hari ini?',
    },
    'call-provider': {
      short: 'Panggil penyedia',
      title: 'Memanggil Penyedia untuk mendapatkan Pendampingan dari Trainer',
      question: null,
    },
    'ask-qualification': {
      short: 'Tanya data kualifikasi',
      title:
        'Menanyakan kepada Penyedia apakah telah mengisi Data Kualifikasi dan Upload Dokumen Pendukungnya',
      question: 'Apakah Data Kualifikasi sudah diisi dan Dokumen Pendukungnya sudah diunggah?',
    },
    'explain-qualification': {
      short: 'Jelaskan data kualifikasi',
      title: 'Memberikan penjelasan dalam mengisi data kualifikasi dan Upload Dokumen Pendukungnya',
      question: null,
    },
    'upload-qualification': {
      short: 'Isi dan upload',
      title: 'Mengisi Data dan mengupload Dokumen Pendukungnya dengan didampingi oleh Trainer LPSE',
      question: 'Apakah Pengisian Data dan Upload Dokumen Berhasil?',
    },
    'handle-problem': {
      short: 'Tangani masalah',
      title:
        'Menangani permasalahan untuk diselesaikan dengan meminta bantuan pihak/unit lain di LPSE jika diperlukan',
      question: 'Apakah Permasalahan dapat diselesaikan?',
    },
    escalate: {
      short: 'Eskalasi ke LKPP',
      title:
        'Mengeskalasikan permasalahan kepada Helpdesk LKPP melalui e-mail/TTS. Proses pendampingan selesai, penyedia akan segera dihubungi jika permasalahan yang dieskalasikan telah diselesaikan',
      question: null,
    },
    'explain-encryption': {
      short: 'Jelaskan enkripsi',
      title:
        'Memberikan penjelasan dan petunjuk dalam mengenkripsi file dokumen penawaran menggunakan aplikasi enkripsi yang disediakan SPSE',
      question: null,
    },
    'upload-bid': {
      short: 'Enkripsi dan upload',
      title:
        'Melakukan enkripsi file dokumen Penawaran dan Upload Dokumen Penawaran. Pendampingan oleh Bidang Layanan dan Dukungan',
      question: 'Apakah proses enkripsi dan Upload Penawaran Berhasil?',
    },
    'report-out': {
      short: 'Lapor kembali',
      title:
        'Proses Pendampingan Upload Dokumen selesai. Penyedia dapat meninggalkan Bidding Room dengan terlebih dahulu melapor kembali',
      question: null,
    },
  },
  outcomes: {
    completed: 'Selesai, penawaran terunggah',
    'training-advised': 'Disarankan pelatihan',
    escalated: 'Dieskalasikan ke Helpdesk LKPP',
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
  escalationStages: {
    drafted: 'Disiapkan',
    sent: 'Terkirim',
    confirmed: 'Dikonfirmasi telepon',
    answered: 'Dijawab',
    contacted: 'Penyedia dihubungi',
    closed: 'Selesai',
    'closed-unresolved': 'Ditutup tanpa penyelesaian',
  },
  contactWays: {
    telephone: 'Telepon',
    'e-mail': 'E-mail',
    message: 'Pesan',
    'in-person': 'Langsung',
  },
};

const en: Words = {
  steps: {
    arrive: {
      short: 'Comes to the room',
      title: 'Comes to the Bidding Room provided by the LPSE',
      question: null,
    },
    'guest-book': {
      short: 'Fills the guest book',
      title: 'Reports and fills the guest book',
      question: null,
    },
    'ask-training': {
      short: 'Ask about training',
      title: 'Asks the provider whether the SPSE training has been attended',
      question: 'Has the provider attended the SPSE training?',
    },
    'advise-training': {
      short: 'Advise training',
      title: 'Advises the provider to attend the SPSE training first',
      question: 'Does the provider leave now, or go on today?',
    },
    'call-provider': {
      short: 'Call the provider',
      title: 'Calls the provider for a trainer’s assistance',
      question: null,
    },
    'ask-qualification': {
      short: 'Ask qualification data',
      title:
        'Asks the provider whether the qualification data are filled in and the supporting documents uploaded',
      question: 'Are the qualification data filled in and the supporting documents uploaded?',
    },
    'explain-qualification': {
      short: 'Explain qualification',
      title: 'Explains filling in the qualification data and uploading the supporting documents',
      question: null,
    },
    'upload-qualification': {
      short: 'Fill in and upload',
      title:
        'Fills in the data and uploads the supporting documents, accompanied by the LPSE’s trainer',
      question: 'Did filling in and uploading succeed?',
    },
    'handle-problem': {
      short: 'Handle the problem',
      title: 'Handles the problem, asking other units of the LPSE for help where needed',
      question: 'Can the problem be solved?',
    },
    escalate: {
      short: 'Escalate to LKPP',
      title:
        'Escalates the problem to Helpdesk LKPP by e-mail/TTS. The assistance ends; the provider will be contacted as soon as the problem is resolved',
      question: null,
    },
    'explain-encryption': {
      short: 'Explain encryption',
      title:
        'Explains and guides encrypting the bid file with the encryption application that SPSE provides',
      question: null,
    },
    'upload-bid': {
      short: 'Encrypt and upload',
      title:
        'Encrypts the bid file and uploads the bid, accompanied by the service and support section',
      question: 'Did encrypting and uploading the bid succeed?',
    },
    'report-out': {
      short: 'Report out',
      title:
        'The assistance is finished. The provider may leave the Bidding Room after reporting back',
      question: null,
    },
  },
  outcomes: {
    completed: 'Completed, bid uploaded',
    'training-advised': 'Training advised',
    escalated: 'Escalated to Helpdesk LKPP',
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
  escalationStages: {
    drafted: 'Drafted',
    sent: 'Sent',
    confirmed: 'Confirmed by telephone',
    answered: 'Answered',
    contacted: 'Provider contacted',
    closed: 'Closed',
    'closed-unresolved': 'Closed unresolved',
  },
  contactWays: {
    telephone: 'Telephone',
    'e-mail': 'E-mail',
    message: 'Message',
    'in-person': 'In person',
  },
};

export const words: Readonly<Record<Language, Words>> = { id, en };
