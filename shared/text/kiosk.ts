import type { FieldProblem } from '../guest-book/field-problem.ts';
import type { GuestBookField, GuestBookPart } from '../guest-book/guest-book.ts';
import type { Language } from '../base/closed-lists.ts';
import { kioskLabels } from './guest-book.ts';

/** Every sentence of the visitors' window. Short, kind, "Anda"; the office takes the blame. */
export type KioskText = {
  readonly languages: string;
  readonly indonesian: string;
  readonly english: string;
  readonly welcome: string;
  readonly welcomeLead: string;
  readonly checkIn: string;
  readonly checkInLead: string;
  readonly reportOut: string;
  readonly reportOutLead: string;
  readonly openUntil: (time: string) => string;
  readonly opensAt: (time: string) => string;
  readonly closedToday: string;
  readonly closedFor: (holiday: string) => string;
  readonly closedNow: string;
  readonly privacy: string;
  readonly board: string;
  readonly nowCalled: string;
  readonly nobodyCalled: string;
  readonly assisting: string;
  readonly more: (count: number) => string;
  readonly nobodyAssisted: string;
  readonly waiting: (count: number) => string;
  readonly notSetUp: string;
  readonly notSetUpLead: string;
  readonly outOfService: string;
  readonly broken: string;
  readonly back: string;
  readonly cancel: string;
  readonly next: string;
  readonly change: string;
  readonly close: string;
  readonly progress: (at: number, of: number) => string;
  readonly steps: Readonly<Record<'privacy' | 'matter' | GuestBookPart | 'review', string>>;
  readonly noticeTitle: string;
  /** Data, purpose and retention, rights, legal basis: in this order. */
  readonly notice: (years: number) => readonly { readonly title: string; readonly lead: string }[];
  readonly noticeVersion: (version: number) => string;
  readonly understood: string;
  readonly questions: Readonly<Record<GuestBookPart | 'matter' | 'review', string>>;
  readonly hints: Readonly<Record<GuestBookPart | 'matter' | 'review', string>>;
  readonly fields: Readonly<Record<GuestBookField, string>>;
  readonly optional: string;
  readonly dontRemember: string;
  readonly dontRememberLead: string;
  readonly deadlineDate: string;
  readonly deadlineTime: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly dateExample: string;
  readonly timeExample: string;
  readonly earlier: { readonly date: string; readonly time: string };
  readonly later: { readonly date: string; readonly time: string };
  readonly noDeadline: string;
  readonly addForm: (form: string) => string;
  readonly none: string;
  readonly takeNumber: string;
  readonly sending: string;
  /** What a field still lacks, on the button that waits for it. */
  readonly incomplete: string;
  readonly matterMissing: string;
  readonly toCheck: string;
  readonly yourNumber: string;
  readonly complete: string;
  readonly before: string;
  readonly beforeCount: (count: number) => string;
  readonly visitCode: string;
  readonly qrLabel: (code: string) => string;
  readonly slip: Readonly<
    Record<'saving' | 'saved' | 'failed', { readonly title: string; readonly lead: string }>
  >;
  readonly nextSteps: readonly { readonly title: string; readonly lead: string }[];
  readonly done: string;
  readonly closesIn: (seconds: number) => string;
  readonly reportTitle: string;
  readonly reportHint: string;
  readonly reportField: string;
  readonly reportSend: string;
  readonly reportExample: string;
  readonly reportMissing: string;
  readonly numberUnknown: (number: string) => string;
  readonly thanks: (number: string) => string;
  readonly stillThere: string;
  readonly erasedIn: (seconds: number) => string;
  readonly stillHere: string;
  readonly problem: (field: GuestBookField, problem: FieldProblem) => string;
};

const problemIn =
  (
    sentences: Readonly<Record<FieldProblem['problem'], string | ((count: number) => string)>>,
    phone: { readonly short: (count: number) => string; readonly long: (count: number) => string },
    email: string,
    company: string,
  ) =>
  (field: GuestBookField, given: FieldProblem): string => {
    const count = 'count' in given ? given.count : 0;
    if (field === 'phone' && given.problem === 'too-short') return phone.short(count);
    if (field === 'phone' && given.problem === 'too-long') return phone.long(count);
    if (field === 'email' && given.problem !== 'looks-like-secret') return email;
    if (field === 'company' && given.problem === 'no-letters') return company;
    const sentence = sentences[given.problem];
    return typeof sentence === 'string' ? sentence : sentence(count);
  };

const id: KioskText = {
  languages: 'Bahasa',
  indonesian: 'Bahasa Indonesia',
  english: 'English',
  welcome: 'Selamat datang.',
  welcomeLead: 'Kami dampingi Anda mengunggah dokumen penawaran.',
  checkIn: 'Daftar',
  checkInLead: 'Baru datang? Ambil nomor di sini. Kira-kira 2 menit.',
  reportOut: 'Lapor kembali',
  reportOutLead: 'Sudah selesai? Pindai slip atau ketik nomor Anda.',
  openUntil: (time) => `Buka sampai ${time}`,
  opensAt: (time) => `Buka pukul ${time}`,
  closedToday: 'Hari ini ruang tutup',
  closedFor: (holiday) => `Hari ini ruang tutup: ${holiday}`,
  closedNow: 'Ruang sedang tutup',
  privacy: 'Pemberitahuan privasi',
  board: 'Papan panggilan',
  nowCalled: 'Sedang dipanggil',
  nobodyCalled: 'Belum ada panggilan',
  assisting: 'Sedang didampingi',
  more: (count) => `dan ${count} lagi`,
  nobodyAssisted: 'Belum ada pendampingan',
  waiting: (count) => (count === 0 ? 'Tidak ada antrean' : `${count} nomor menunggu`),
  notSetUp: 'Ruang ini sedang disiapkan.',
  notSetUpLead: 'Petugas menyiapkannya di layar meja layanan. Silakan ke meja layanan.',
  outOfService: 'Layar ini sedang tidak dapat mencatat. Silakan langsung ke meja layanan.',
  broken: 'Layar ini sedang bermasalah. Silakan langsung ke meja layanan.',
  back: 'Kembali',
  cancel: 'Batalkan',
  next: 'Lanjut',
  change: 'Ubah',
  close: 'Tutup',
  progress: (at, of) => `Bagian ${at} dari ${of}`,
  steps: {
    privacy: 'Privasi',
    matter: 'Layanan',
    name: 'Nama',
    company: 'Perusahaan',
    contact: 'Kontak',
    account: 'Akun SPSE',
    purpose: 'Keperluan',
    tender: 'Paket',
    review: 'Tinjau',
  },
  noticeTitle: 'Data Anda, hak Anda.',
  notice: (years) => [
    {
      title: 'Yang dicatat',
      lead: 'Nama, perusahaan, kontak, User ID SPSE, dan keperluan Anda. Kata sandi tidak pernah kami minta.',
    },
    {
      title: 'Untuk apa, berapa lama',
      lead: `Data Anda dipakai untuk melayani kunjungan ini dan laporan kantor, disimpan ${years} tahun, lalu dihapus.`,
    },
    {
      title: 'Hak Anda',
      lead: 'Anda berhak melihat, membetulkan, dan meminta penghapusan. Sampaikan di meja layanan; kami jawab dalam 3×24 jam.',
    },
    {
      title: 'Dasarnya',
      lead: 'Pelayanan publik, UU 27/2022 Pasal 20 ayat (2) huruf\u00a0e: Anda dilayani tanpa harus memberi persetujuan lain.',
    },
  ],
  noticeVersion: (version) => `Pemberitahuan versi ${version}`,
  understood: 'Mengerti, lanjut',
  questions: {
    matter: 'Apa keperluan Anda hari ini?',
    name: 'Siapa nama Anda?',
    company: 'Apa nama perusahaan Anda?',
    contact: 'Bagaimana kami menghubungi Anda?',
    account: 'Apa User ID SPSE perusahaan?',
    purpose: 'Apa keperluan Anda?',
    tender: 'Paket tender yang mana?',
    review: 'Sudah benar semuanya?',
  },
  hints: {
    matter: 'Pilih satu layanan.',
    name: 'Tulis nama lengkap.',
    company: 'Tulis seperti di akun SPSE.',
    contact: 'Dipakai jika masalah Anda dijawab LKPP.',
    account: 'Hanya User ID. Jangan tulis kata sandi.',
    purpose: 'Pilih satu.',
    tender: 'Boleh dikosongkan.',
    review: 'Periksa, lalu ambil nomor.',
  },
  fields: kioskLabels('id'),
  optional: 'boleh dikosongkan',
  dontRemember: 'Saya tidak ingat',
  dontRememberLead: 'Tidak apa-apa. Meja layanan akan melengkapinya.',
  deadlineDate: 'Tanggal batas unggah',
  deadlineTime: 'Jam batas unggah',
  today: 'Hari ini',
  tomorrow: 'Besok',
  dateExample: 'tgl/bln/thn',
  timeExample: 'jam.menit',
  earlier: { date: 'Sehari lebih awal', time: 'Setengah jam lebih awal' },
  later: { date: 'Sehari kemudian', time: 'Setengah jam kemudian' },
  noDeadline: 'Kosongkan',
  addForm: (form) => `Tambahkan ${form}`,
  none: 'tidak diisi',
  takeNumber: 'Ambil nomor',
  sending: 'Sedang dicatat',
  incomplete: 'lengkapi dulu',
  matterMissing: 'Pilih dulu keperluan Anda',
  toCheck: 'periksa dulu',
  yourNumber: 'Nomor Anda',
  complete: 'Buku tamu sudah lengkap.',
  before: 'Di depan Anda',
  beforeCount: (count) => `${count} nomor`,
  visitCode: 'Kode kunjungan',
  qrLabel: (code) => `Kode QR kunjungan ${code}`,
  slip: {
    saving: {
      title: 'Slip sedang dibuat',
      lead: 'Nomor Anda sudah berlaku. Catat atau foto layar ini bila perlu.',
    },
    saved: {
      title: 'Slip tersimpan',
      lead: 'Nomor Anda berlaku. Catat atau foto layar ini; slip dapat diminta di meja layanan.',
    },
    failed: {
      title: 'Slip belum tersimpan',
      lead: 'Nomor Anda tetap berlaku. Catat atau foto layar ini; slip dapat diminta di meja layanan.',
    },
  },
  nextSteps: [
    { title: 'Silakan duduk', lead: 'Nomor Anda tampil di layar ini saat dipanggil.' },
    { title: 'Ke meja layanan', lead: 'Petugas bertanya apakah Anda sudah ikut pelatihan SPSE.' },
    { title: 'Didampingi trainer', lead: 'Di komputer ruangan ini, langkah demi langkah.' },
  ],
  done: 'Selesai',
  closesIn: (seconds) => `Layar ini tertutup sendiri dalam ${seconds} detik.`,
  reportTitle: 'Lapor kembali',
  reportHint: 'Pindai slip, atau ketik nomor hari ini atau kode kunjungan.',
  reportField: 'Nomor atau kode kunjungan',
  reportSend: 'Lapor kembali',
  reportExample: 'Misalnya A012 atau 7K3M-9QXA.',
  reportMissing: 'Isi nomor atau kode dulu.',
  numberUnknown: (number) =>
    `Nomor ${number} tidak ada hari ini. Periksa lagi, atau tanya meja layanan.`,
  thanks: (number) => `Terima kasih, ${number}.`,
  stillThere: 'Masih di sini?',
  erasedIn: (seconds) => `Isian dihapus dalam ${seconds} detik.`,
  stillHere: 'Saya masih di sini',
  problem: problemIn(
    {
      empty: 'Bagian ini masih kosong. Isi dulu.',
      malformed: 'Ada huruf yang tidak dapat disimpan. Ketik ulang.',
      'looks-like-secret': 'Tulisan ini mirip kata sandi. Demi keamanan, jangan ditulis di sini.',
      'no-letters': 'Nama ini belum lengkap. Tulis sedikitnya dua huruf.',
      'has-digits': 'Nama orang tidak memakai angka. Hapus angkanya.',
      'form-missing': 'Tambahkan bentuk usahanya, misalnya CV atau PT.',
      'too-long': (count) => `Tulisan kelebihan ${count} huruf. Singkatkan dulu.`,
      'too-short': (count) => `Tulisan kurang ${count} huruf.`,
      'not-phone': 'Nomor telepon hanya angka, dimulai dengan 0 atau +62.',
      'not-email': 'Alamat e-mail belum lengkap.',
      'not-user-id': 'User ID SPSE ditulis tanpa spasi.',
      'not-tender-code': 'Kode tender hanya angka, 4 sampai 15 angka.',
      'not-date': 'Tulis tanggal dan jam yang lengkap.',
      past: 'Tanggal ini sudah lewat. Periksa lagi.',
      'too-far': 'Tanggal ini lebih dari setahun lagi. Periksa lagi.',
    },
    {
      short: (count) => `Nomor telepon kurang ${count} angka.`,
      long: (count) => `Nomor telepon kelebihan ${count} angka.`,
    },
    'Alamat e-mail belum lengkap, misalnya nama@perusahaan.co.id.',
    'Tulis juga nama perusahaannya, tidak hanya bentuk usahanya.',
  ),
};

const en: KioskText = {
  languages: 'Language',
  indonesian: 'Bahasa Indonesia',
  english: 'English',
  welcome: 'Welcome.',
  welcomeLead: 'We accompany you while you upload your bid.',
  checkIn: 'Check in',
  checkInLead: 'Just arrived? Take a number here. About 2 minutes.',
  reportOut: 'Report out',
  reportOutLead: 'Finished? Scan your slip or type your number.',
  openUntil: (time) => `Open until ${time}`,
  opensAt: (time) => `Opens at ${time}`,
  closedToday: 'Closed today',
  closedFor: (holiday) => `Closed today: ${holiday}`,
  closedNow: 'The room is closed now',
  privacy: 'Privacy notice',
  board: 'Call board',
  nowCalled: 'Now calling',
  nobodyCalled: 'Nobody called yet',
  assisting: 'Being assisted',
  more: (count) => `and ${count} more`,
  nobodyAssisted: 'Nobody yet',
  waiting: (count) =>
    count === 0
      ? 'Nobody is waiting'
      : count === 1
        ? '1 number waiting'
        : `${count} numbers waiting`,
  notSetUp: 'This room is being set up.',
  notSetUpLead: 'Staff are doing so on the service desk’s screen. Please go to the service desk.',
  outOfService:
    'This screen cannot keep records right now. Please go straight to the service desk.',
  broken: 'This screen has a problem. Please go straight to the service desk.',
  back: 'Back',
  cancel: 'Cancel',
  next: 'Next',
  change: 'Change',
  close: 'Close',
  progress: (at, of) => `Part ${at} of ${of}`,
  steps: {
    privacy: 'Privacy',
    matter: 'Service',
    name: 'Name',
    company: 'Company',
    contact: 'Contact',
    account: 'SPSE account',
    purpose: 'Purpose',
    tender: 'Package',
    review: 'Review',
  },
  noticeTitle: 'Your data, your rights.',
  notice: (years) => [
    {
      title: 'What we record',
      lead: 'Your name, company, contact, SPSE User ID and purpose. We never ask for a password.',
    },
    {
      title: 'What for, how long',
      lead: `Your data serve this visit and the office’s reports, are kept ${years} years, then erased.`,
    },
    {
      title: 'Your rights',
      lead: 'You may see, correct and have them erased. Tell the service desk; we answer within 3×24 hours.',
    },
    {
      title: 'The basis',
      lead: 'Public service, UU 27/2022, article 20 (2) e: you are served without having to consent to anything else.',
    },
  ],
  noticeVersion: (version) => `Notice, version ${version}`,
  understood: 'Understood, next',
  questions: {
    matter: 'What do you come for today?',
    name: 'What is your name?',
    company: 'What is your company’s name?',
    contact: 'How can we reach you?',
    account: 'What is the company’s SPSE User ID?',
    purpose: 'What brings you here?',
    tender: 'Which tender package?',
    review: 'Is everything right?',
  },
  hints: {
    matter: 'Choose one service.',
    name: 'Your full name.',
    company: 'As in the SPSE account.',
    contact: 'Used when LKPP answers your problem.',
    account: 'The User ID only. Never write a password.',
    purpose: 'Choose one.',
    tender: 'May be left empty.',
    review: 'Check it, then take a number.',
  },
  fields: kioskLabels('en'),
  optional: 'may be left empty',
  dontRemember: 'I do not remember',
  dontRememberLead: 'That is fine. The service desk will complete it.',
  deadlineDate: 'Date of the upload deadline',
  deadlineTime: 'Time of the upload deadline',
  today: 'Today',
  tomorrow: 'Tomorrow',
  dateExample: 'day/month/year',
  timeExample: 'hour.minute',
  earlier: { date: 'One day earlier', time: 'Half an hour earlier' },
  later: { date: 'One day later', time: 'Half an hour later' },
  noDeadline: 'Leave empty',
  addForm: (form) => `Add ${form}`,
  none: 'left empty',
  takeNumber: 'Take a number',
  sending: 'Being recorded',
  incomplete: 'fill this in first',
  matterMissing: 'Choose what you come for first',
  toCheck: 'check this first',
  yourNumber: 'Your number',
  complete: 'The guest book is complete.',
  before: 'Before you',
  beforeCount: (count) => (count === 1 ? '1 number' : `${count} numbers`),
  visitCode: 'Visit code',
  qrLabel: (code) => `QR code of visit ${code}`,
  slip: {
    saving: {
      title: 'Your slip is being made',
      lead: 'Your number is valid already. Note or photograph this screen if you like.',
    },
    saved: {
      title: 'Slip saved',
      lead: 'Your number is valid. Note or photograph this screen; the service desk can give you the slip.',
    },
    failed: {
      title: 'Your slip has not been saved yet',
      lead: 'Your number is valid all the same. Note or photograph this screen; the service desk can give you the slip.',
    },
  },
  nextSteps: [
    { title: 'Please take a seat', lead: 'Your number appears on this screen when it is called.' },
    {
      title: 'To the service desk',
      lead: 'Staff ask whether you have attended the SPSE training.',
    },
    { title: 'With a trainer', lead: 'At this room’s computer, step by step.' },
  ],
  done: 'Done',
  closesIn: (seconds) => `This screen closes by itself in ${seconds} seconds.`,
  reportTitle: 'Report out',
  reportHint: 'Scan your slip, or type today’s number or the visit code.',
  reportField: 'Number or visit code',
  reportSend: 'Report out',
  reportExample: 'For example A012 or 7K3M-9QXA.',
  reportMissing: 'Type the number or code first.',
  numberUnknown: (number) => `There is no ${number} today. Check it, or ask the service desk.`,
  thanks: (number) => `Thank you, ${number}.`,
  stillThere: 'Still there?',
  erasedIn: (seconds) => `Your entries will be erased in ${seconds} seconds.`,
  stillHere: 'I am still here',
  problem: problemIn(
    {
      empty: 'This is still empty. Fill it in first.',
      malformed: 'Some characters cannot be kept. Type it again.',
      'looks-like-secret': 'This looks like a password. To stay safe, do not write it here.',
      'no-letters': 'This name is not complete. Write at least two letters.',
      'has-digits': 'A person’s name has no digits. Remove them.',
      'form-missing': 'Add the kind of company, for example CV or PT.',
      'too-long': (count) => `The text is ${count} characters too long. Shorten it first.`,
      'too-short': (count) => `The text is ${count} characters short.`,
      'not-phone': 'A phone number has digits only and begins with 0 or +62.',
      'not-email': 'The e-mail address is not complete.',
      'not-user-id': 'An SPSE User ID has no spaces.',
      'not-tender-code': 'A tender code has digits only, 4 to 15 of them.',
      'not-date': 'Write the whole date and time.',
      past: 'This date has passed. Check it.',
      'too-far': 'This date is more than a year ahead. Check it.',
    },
    {
      short: (count) => `The phone number is ${count} ${count === 1 ? 'digit' : 'digits'} short.`,
      long: (count) =>
        `The phone number has ${count} ${count === 1 ? 'digit' : 'digits'} too many.`,
    },
    'The e-mail address is not complete; for example name@company.co.id.',
    'Write the company’s name too, not only its kind.',
  ),
};

export const kioskText: Readonly<Record<Language, KioskText>> = { id, en };
