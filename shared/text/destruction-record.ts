import type { ErasureReason, Language } from '../base/closed-lists.ts';

/** A folder that had a backup once, as the erasure found it. */
export type BackupFolder = {
  /** Empty: its record cannot be read any more. */
  readonly folder: string;
  /** False: it could not be told, and what lies there is not known. */
  readonly isTold: boolean;
  /** The office's date by which the program has removed the last backup that may hold the person; null: it removes none there. */
  readonly until: string | null;
  /** Backups there that only people remove. */
  readonly byHand: readonly string[];
};

/** What an erasure did not reach. */
export type NotReached = {
  readonly backups: readonly BackupFolder[];
  /** Registers saved as CSV before, and where the program puts them; null: that is not known. */
  readonly exports: { readonly folder: string; readonly files: readonly string[] } | null;
};

export type DestructionRecord = {
  readonly id: string;
  readonly office: string;
  /** The office's date. */
  readonly date: string;
  readonly because: ErasureReason;
  readonly visits: readonly string[];
  readonly records: number;
  readonly notReached: NotReached;
};

type Words = {
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly reason: string;
  readonly visits: string;
  readonly because: Readonly<Record<ErasureReason, string>>;
  readonly destroyed: (records: number) => string;
  readonly notReached: string;
  readonly folder: (path: string) => string;
  readonly pruned: (folder: string, until: string) => string;
  readonly byHand: (folder: string, names: readonly string[]) => string;
  readonly untold: (folder: string) => string;
  readonly none: (folder: string) => string;
  readonly exported: (folder: string, names: readonly string[]) => string;
  readonly noExports: (folder: string) => string;
  readonly exportsUnknown: string;
  readonly elsewhere: string;
  readonly device: string;
  readonly signatures: string;
};

const most = 5;
/** A few names, and how many more. */
const some = (names: readonly string[], more: (count: number) => string): string =>
  [...names.slice(0, most), ...(names.length > most ? [more(names.length - most)] : [])].join(', ');
const someId = (names: readonly string[]): string => some(names, (count) => `dan ${count} lagi`);
const someEn = (names: readonly string[]): string => some(names, (count) => `and ${count} more`);

const words: Readonly<Record<Language, Words>> = {
  id: {
    title: 'BERITA ACARA PEMUSNAHAN DATA PRIBADI',
    number: 'Nomor      :',
    date: 'Tanggal    :',
    reason: 'Alasan     :',
    visits: 'Kunjungan  :',
    because: { request: 'permintaan pemilik data', retention: 'masa simpan telah berakhir' },
    destroyed: (records) =>
      `Dimusnahkan: ${records} catatan pribadi beserta slipnya. Jejak langkah, waktu, dan statistik kunjungan tetap tersimpan tanpa data pribadi.`,
    notReached: 'Yang tidak terjangkau pemusnahan ini:',
    folder: (path) => (path === '' ? 'sebuah folder yang alamatnya tidak terbaca lagi' : path),
    pruned: (folder, until) =>
      `Cadangan buatan program di ${folder} mungkin masih memuat data ini: paling lambat sampai ${until}, selama program berjalan dan folder itu terjangkau. Pemulihan dari sana tidak mengembalikannya.`,
    byHand: (folder, names) =>
      `Cadangan di ${folder} yang mungkin masih memuat data ini, sampai dihapus orang: ${someId(names)}. Pemulihan dari sana tidak mengembalikannya.`,
    untold: (folder) =>
      `Cadangan di ${folder}: folder itu belum dapat diberi tahu, dan isinya tidak diketahui. Sertakan daftar pemusnahan bila memulihkan dari sana; hapus cadangan lama di sana bila sudah tidak perlu.`,
    none: (folder) => `Folder cadangan ${folder}: tidak ada cadangan yang terlihat di sana.`,
    exported: (folder, names) =>
      `Register yang disimpan sebelum pemusnahan di ${folder}, sampai dihapus orang: ${someId(names)}.`,
    noExports: (folder) =>
      `Register di ${folder}: tidak ada yang terlihat dari bulan kunjungan ini.`,
    exportsUnknown:
      'Register yang pernah disimpan sebagai berkas: tempatnya tidak diketahui saat pemusnahan ini, jadi periksa dan hapus sendiri.',
    elsewhere:
      'Salinan di tempat lain, seperti cadangan atau register yang dipindahkan, surat, dan kertas, tidak dikenal program.',
    device:
      'Bekas data yang mungkin masih disimpan perangkat penyimpanan di luar jangkauan program; karena itu disk kantor sebaiknya dienkripsi.',
    signatures: 'Petugas    : ______________________      Koordinator: ______________________',
  },
  en: {
    title: 'DESTRUCTION RECORD FOR PERSONAL DATA',
    number: 'Number     :',
    date: 'Date       :',
    reason: 'Reason     :',
    visits: 'Visits     :',
    because: { request: 'the data subject asked for it', retention: 'the time of keeping is over' },
    destroyed: (records) =>
      `Destroyed  : ${records} personal records with their slips. Steps, times and statistics of the visits stay, without personal data.`,
    notReached: 'What this erasure did not reach:',
    folder: (path) => (path === '' ? 'a folder whose path can no longer be read' : path),
    pruned: (folder, until) =>
      `Backups made by the program in ${folder} may still hold these data: until ${until} at the latest, as long as the program runs and the folder can be reached. Restoring from there does not bring them back.`,
    byHand: (folder, names) =>
      `Backups in ${folder} that may still hold these data, until somebody removes them: ${someEn(names)}. Restoring from there does not bring them back.`,
    untold: (folder) =>
      `Backups in ${folder}: that folder could not be told yet, and what lies there is not known. Give the list of erasures when restoring from there; remove old backups there once they are not needed.`,
    none: (folder) => `Backup folder ${folder}: no backup can be seen there.`,
    exported: (folder, names) =>
      `Registers saved before the erasure in ${folder}, until somebody removes them: ${someEn(names)}.`,
    noExports: (folder) =>
      `Registers in ${folder}: none of the months of these visits can be seen there.`,
    exportsUnknown:
      'Registers that were saved as files: where they are was not known to this erasure, so look for them and remove them yourself.',
    elsewhere:
      'Copies elsewhere, such as backups or registers that were moved, letters and paper, are not known to the program.',
    device:
      'What the storage device may still keep of the data is beyond the program; this is why an office’s disks are best encrypted.',
    signatures: 'Officer    : ______________________      Coordinator: ______________________',
  },
};

const bullet = '  - ';
const oneLine = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
const list = (items: readonly string[]): string =>
  items.map((item) => `${bullet}${oneLine(item)}\n`).join('');

const linesOn = (
  { folder, isTold, until, byHand }: BackupFolder,
  text: Words,
): readonly string[] => {
  const where = text.folder(folder);
  if (!isTold) return [text.untold(where)];
  if (until === null && byHand.length === 0) return [text.none(where)];
  return [
    ...(until === null ? [] : [text.pruned(where, until)]),
    ...(byHand.length === 0 ? [] : [text.byHand(where, byHand)]),
  ];
};

const linesOf = ({ backups, exports }: NotReached, text: Words): readonly string[] => [
  ...backups.flatMap((folder) => linesOn(folder, text)),
  exports === null
    ? text.exportsUnknown
    : exports.files.length === 0
      ? text.noExports(exports.folder)
      : text.exported(exports.folder, exports.files),
  text.elsewhere,
  text.device,
];

const inLanguage = (
  { id, office, date, because, visits, records, notReached }: DestructionRecord,
  text: Words,
): string =>
  `${text.title}
${office}

${text.number} ${id}
${text.date} ${date}
${text.reason} ${text.because[because]}
${text.visits}
${list(visits)}${text.destroyed(records)}

${text.notReached}
${list(linesOf(notReached, text))}

${text.signatures}
`;

/** The destruction record (berita acara pemusnahan): what was destroyed and what was not reached, without a word about whose it was. */
export function destructionRecordText(record: DestructionRecord): string {
  return `${inLanguage(record, words.id)}\n\n${inLanguage(record, words.en)}`;
}

/**
 * What a destruction record says was not reached, a sentence each.
 * @returns null when it does not say it in that language: one of an earlier version, or one that was cut short
 */
export function notReachedIn(text: string, language: Language): readonly string[] | null {
  const lines = text.split('\n');
  const from = lines.indexOf(words[language].notReached);
  if (from < 0) return null;
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => !line.startsWith(bullet));
  return rest.slice(0, end < 0 ? undefined : end).map((line) => line.slice(bullet.length));
}
