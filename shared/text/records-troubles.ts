import type { Language } from '../base/closed-lists.ts';
import { asTyped } from './as-typed.ts';

/** What is wrong with a file that should be a backup. */
export type BackupFlaw =
  | 'not-unpacked'
  | 'no-manifest'
  | 'manifest-too-long'
  | 'not-as-written'
  | 'missing'
  | 'foreign'
  | 'twice'
  | 'no-plain-file'
  | 'too-long'
  | 'too-many';
type FlawWords = Readonly<Record<BackupFlaw, string>>;

/** Why the command line could not do what was asked, besides the refusals that windows know too; with what its sentence names. */
export type RecordsTrouble =
  // the words themselves
  | {
      readonly code:
        | 'no-command'
        | 'no-data'
        | 'no-target'
        | 'no-backup-named'
        | 'no-visit'
        | 'not-confirmed'
        | 'with-and-without';
    }
  | { readonly code: 'unknown-command'; readonly word: string; readonly nearest: readonly string[] }
  | {
      readonly code: 'unknown-option';
      readonly word: string;
      readonly command: string | null;
      readonly nearest: readonly string[];
      readonly options: readonly string[];
    }
  | {
      readonly code: 'extra-word';
      readonly word: string;
      readonly command: string;
      readonly nearest: readonly string[];
    }
  | { readonly code: 'no-value' | 'given-twice'; readonly option: string }
  | { readonly code: 'flag-with-value'; readonly option: string; readonly word: string }
  | {
      readonly code:
        'language-unknown' | 'head-malformed' | 'visit-code-malformed' | 'reason-malformed';
      readonly word: string;
    }
  // what was found
  | {
      readonly code:
        | 'not-a-data-folder'
        | 'newer-format'
        | 'newer-backup'
        | 'newer-list'
        | 'unreadable'
        | 'unwritable'
        | 'no-backup-file'
        | 'backup-is-folder'
        | 'folder-not-empty'
        | 'busy'
        | 'list-unreadable'
        | 'no-list'
        | 'list-beside'
        | 'holder-silent'
        | 'unsafe-folder';
      readonly path: string;
    }
  | {
      readonly code: 'damaged-backup';
      readonly path: string;
      readonly flaw: BackupFlaw;
      readonly entry: string | null;
    }
  | {
      readonly code: 'odd-file';
      readonly path: string;
      readonly found: 'file' | 'folder' | 'link' | 'other';
    }
  | { readonly code: 'cancelled' };
type Code = RecordsTrouble['code'];
type About<Each extends Code, Trouble = RecordsTrouble> = Trouble extends {
  readonly code: infer Codes;
}
  ? Each extends Codes
    ? Trouble
    : never
  : never;
type Sentences = { readonly [Each in Code]: (about: About<Each>) => string };

const flawsId: FlawWords = {
  'not-unpacked': 'tidak dapat dibuka; berkas ini terpotong atau bukan .tar.gz',
  'no-manifest': 'daftar isinya (manifest.json) tidak ada atau berubah',
  'manifest-too-long': 'daftar isinya terlalu besar',
  'not-as-written': 'isinya tidak seperti saat ditulis',
  missing: 'berkas ini tidak ada di dalamnya',
  foreign: 'bukan berkas sebuah cadangan',
  twice: 'ada dua kali, atau berdiri di belakang daftar isi',
  'no-plain-file': 'bukan berkas biasa (folder atau tautan)',
  'too-long': 'lebih besar daripada yang dapat ditulis program ini',
  'too-many': 'berkasnya terlalu banyak',
};
const flawsEn: FlawWords = {
  'not-unpacked': 'it cannot be unpacked; it is cut short, or no .tar.gz',
  'no-manifest': 'its list of contents (manifest.json) is missing or has changed',
  'manifest-too-long': 'its list of contents is too long',
  'not-as-written': 'it is not as it was written',
  missing: 'this file is missing in it',
  foreign: 'this is no file of a backup',
  twice: 'it is there twice, or behind the list of contents',
  'no-plain-file': 'this is no plain file (a folder or a link)',
  'too-long': 'it is larger than this program can have written',
  'too-many': 'there are too many files',
};

const flawOf = (flaws: FlawWords, flaw: BackupFlaw, entry: string | null): string =>
  entry === null ? flaws[flaw] : `“${entry}”: ${flaws[flaw]}`;

const oddId = {
  file: 'sebuah berkas',
  folder: 'sebuah folder',
  link: 'sebuah tautan',
  other: 'bukan berkas biasa',
} as const;
const oddEn = {
  file: 'a file',
  folder: 'a folder',
  link: 'a link',
  other: 'no plain file',
} as const;

const id: Sentences = {
  'no-command': () => 'Tulis perintahnya: verify, backup, restore, atau erase. Lihat --help.',
  'unknown-command': ({ word, nearest }) =>
    `Perintah “${word}” tidak dikenal. ${nearest.length > 0 ? `Maksud Anda ${nearest.join(' atau ')}?` : 'Perintahnya: verify, backup, restore, erase. Lihat --help.'}`,
  'unknown-option': ({ word, command, nearest, options }) =>
    `${command === null ? `Pilihan ${word} tidak dikenal.` : `Pilihan ${word} tidak dikenal oleh perintah ${command}.`} ${nearest.length > 0 ? `Maksud Anda ${nearest.join(' atau ')}?` : `Yang ada: ${options.join(', ')}.`}`,
  'extra-word': ({ word, command, nearest }) =>
    `Kata “${word}” berlebih; perintah ${command} tidak memakainya. ${nearest.length > 0 ? `Maksud Anda ${nearest.join(' atau ')}?` : 'Alamat yang berisi spasi ditulis di antara tanda kutip.'}`,
  'no-value': ({ option }) =>
    `Tulis isinya di belakang ${option}. Isi yang diawali tanda hubung ditulis ${option}=ISI.`,
  'given-twice': ({ option }) => `${option} ditulis dua kali. Tulis sekali saja.`,
  'flag-with-value': ({ option, word }) => `${option} ditulis tanpa isi. Hapus “=${word}”.`,
  'language-unknown': ({ word }) => `Bahasa “${word}” tidak ada. Pilih --lang id atau --lang en.`,
  'no-data': () => 'Tulis folder datanya: --data FOLDER.',
  'head-malformed': ({ word }) =>
    `Kepala “${word}” tidak terbaca. Salin seperti pada slip, misalnya 1234-9f86d081884c7d65.`,
  'no-target': () => 'Tulis ke mana cadangan disimpan: --to BERKAS.tar.gz.',
  'no-backup-named': () => 'Tulis berkas cadangan yang dipulihkan: restore BERKAS.tar.gz.',
  'no-visit': () => 'Tulis kunjungan yang datanya dihapus: --visit KODE.',
  'visit-code-malformed': ({ word }) =>
    `Kode kunjungan “${word}” salah ketik. Salin seperti pada slip, misalnya ZZ32-EZAW.`,
  'reason-malformed': ({ word }) =>
    `Alasan “${word}” tidak ada. Pilih --because request (permintaan) atau --because retention (masa simpan berakhir).`,
  'not-confirmed': () => 'Penghapusan tidak dapat dibatalkan. Bila sudah pasti, tambahkan --yes.',
  'with-and-without': () =>
    '--erasures dan --without-erasures tidak dapat dipakai bersama. Berikan daftarnya, atau katakan bahwa tidak ada.',
  'not-a-data-folder': ({ path }) => `Di ${path} tidak ada catatan Pendamping. Periksa alamatnya.`,
  'newer-format': ({ path }) =>
    `Catatan di ${path} ditulis oleh versi program yang lebih baru. Perbarui program ini dulu; tidak ada yang diubah.`,
  'newer-backup': ({ path }) =>
    `Cadangan ${path} ditulis oleh versi program yang lebih baru. Perbarui program ini dulu; tidak ada yang dipulihkan.`,
  'newer-list': ({ path }) =>
    `Daftar pemusnahan ${path} ditulis oleh versi program yang lebih baru. Perbarui program ini dulu; tidak ada yang dipulihkan.`,
  unreadable: ({ path }) => `${path} tidak dapat dibaca. Periksa hak akses dan disknya.`,
  unwritable: ({ path }) =>
    `${path} tidak dapat ditulis. Periksa hak akses dan ruang disk; yang sudah ada tidak berubah.`,
  'no-backup-file': ({ path }) => `Berkas cadangan ${path} tidak ada. Periksa alamatnya.`,
  'backup-is-folder': ({ path }) =>
    `${path} adalah folder, bukan berkas cadangan. Tulis berkas .tar.gz di dalamnya.`,
  'folder-not-empty': ({ path }) =>
    `Folder tujuan ${path} tidak kosong. Pilih folder yang kosong atau belum ada; tidak ada yang ditimpa.`,
  'holder-silent': ({ path }) =>
    `Folder data “${asTyped(path)}” dipegang program lain yang tidak menjawab: mungkin macet, atau milik pengguna lain di komputer ini. Tutup program itu (bila perlu, hidupkan ulang komputer), lalu coba lagi.`,
  'unsafe-folder': ({ path }) =>
    `Folder “${asTyped(path)}”, tempat program ini menghubungi program lain, bukan milik Anda, atau sebuah tautan. Minta administrator komputer menyingkirkannya, lalu coba lagi. Tidak ada yang diubah.`,
  'odd-file': ({ path, found }) =>
    `“${asTyped(path)}” tidak dapat dibaca: itu ${oddId[found]}, padahal di sana harus ada berkas atau folder milik program ini. Pindahkan, lalu coba lagi. Tidak ada yang diubah.`,
  busy: ({ path }) =>
    `Folder data ${path} sedang dipakai program lain yang tidak menjawab. Tunggu sebentar, lalu coba lagi.`,
  'list-unreadable': ({ path }) =>
    `Daftar pemusnahan ${path} tidak ada, kosong, atau ada baris yang rusak di dalamnya. Tidak ada yang dipulihkan; periksa dulu.`,
  'no-list': ({ path }) =>
    `Di ${path} tidak ada daftar pemusnahan. Tanpa daftar itu, orang yang datanya dihapus setelah cadangan dibuat akan kembali, jadi belum ada yang dipulihkan. ` +
    'Berikan daftarnya, atau folder data yang tahu, dengan --erasures DAFTAR; atau, bila pasti tidak ada yang dihapus sejak itu, tambahkan --without-erasures.',
  'list-beside': ({ path }) =>
    `Daftar pemusnahan ada: ${path}. Daftar itu dipakai sendiri; hapus --without-erasures dari perintahnya. Tidak ada yang dipulihkan.`,
  'damaged-backup': ({ path, flaw, entry }) =>
    `Cadangan ${path} rusak atau bukan cadangan Pendamping: ${flawOf(flawsId, flaw, entry)}. Tidak ada yang dipulihkan; pakai cadangan lain.`,
  cancelled: () => 'Dihentikan. Tidak ada yang ditinggalkan setengah jadi.',
};

const en: Sentences = {
  'no-command': () => 'Name the command: verify, backup, restore or erase. See --help.',
  'unknown-command': ({ word, nearest }) =>
    `There is no command “${word}”. ${nearest.length > 0 ? `Did you mean ${nearest.join(' or ')}?` : 'The commands are: verify, backup, restore, erase. See --help.'}`,
  'unknown-option': ({ word, command, nearest, options }) =>
    `${command === null ? `There is no option ${word}.` : `The command ${command} has no option ${word}.`} ${nearest.length > 0 ? `Did you mean ${nearest.join(' or ')}?` : `It may be: ${options.join(', ')}.`}`,
  'extra-word': ({ word, command, nearest }) =>
    `The word “${word}” is one too many; ${command} does not take it. ${nearest.length > 0 ? `Did you mean ${nearest.join(' or ')}?` : 'A path with spaces is written in quotation marks.'}`,
  'no-value': ({ option }) =>
    `Write its value behind ${option}. A value that begins with a hyphen is written ${option}=VALUE.`,
  'given-twice': ({ option }) => `${option} is given twice. Give it once.`,
  'flag-with-value': ({ option, word }) => `${option} takes no value. Leave “=${word}” away.`,
  'language-unknown': ({ word }) =>
    `There is no language “${word}”. Choose --lang id or --lang en.`,
  'no-data': () => 'Name the data folder: --data DIR.',
  'head-malformed': ({ word }) =>
    `The head “${word}” cannot be read. Copy it as on the slip, such as 1234-9f86d081884c7d65.`,
  'no-target': () => 'Say where the backup goes: --to FILE.tar.gz.',
  'no-backup-named': () => 'Name the backup that is to be restored: restore FILE.tar.gz.',
  'no-visit': () => 'Name the visit whose data are to be erased: --visit CODE.',
  'visit-code-malformed': ({ word }) =>
    `The visit code “${word}” is mistyped. Copy it as on the slip, such as ZZ32-EZAW.`,
  'reason-malformed': ({ word }) =>
    `There is no reason “${word}”. Choose --because request or --because retention.`,
  'not-confirmed': () => 'An erasure cannot be undone. If you are certain, add --yes.',
  'with-and-without': () =>
    '--erasures and --without-erasures cannot be used together. Give the list, or say that there is none.',
  'not-a-data-folder': ({ path }) =>
    `There are no records of Pendamping in ${path}. Check the path.`,
  'newer-format': ({ path }) =>
    `The records in ${path} were written by a later version of the program. Update this one first; nothing was changed.`,
  'newer-backup': ({ path }) =>
    `The backup ${path} was written by a later version of the program. Update this one first; nothing was restored.`,
  'newer-list': ({ path }) =>
    `The list of erasures ${path} was written by a later version of the program. Update this one first; nothing was restored.`,
  unreadable: ({ path }) => `${path} cannot be read. Check its permissions and the disk.`,
  unwritable: ({ path }) =>
    `${path} cannot be written. Check permissions and disk space; what was there has not changed.`,
  'no-backup-file': ({ path }) => `There is no backup ${path}. Check the path.`,
  'backup-is-folder': ({ path }) => `${path} is a folder, no backup. Name the .tar.gz file in it.`,
  'folder-not-empty': ({ path }) =>
    `The target folder ${path} is not empty. Choose one that is empty or not there; nothing was overwritten.`,
  'holder-silent': ({ path }) =>
    `Another program has the data folder “${asTyped(path)}” and does not answer: it may hang, or belong to another user of this computer. Close that program (restart the computer if need be), then try again.`,
  'unsafe-folder': ({ path }) =>
    `The folder “${asTyped(path)}”, by which this program reaches others, is not yours, or is a link. Ask this computer’s administrator to take it away, then try again. Nothing was changed.`,
  'odd-file': ({ path, found }) =>
    `“${asTyped(path)}” cannot be read: it is ${oddEn[found]}, and a file or folder of this program’s own belongs there. Move it away, then try again. Nothing was changed.`,
  busy: ({ path }) =>
    `Another program has the data folder ${path} and does not answer. Wait a moment, then try again.`,
  'list-unreadable': ({ path }) =>
    `The list of erasures ${path} is not there or empty, or a line of it is damaged. Nothing was restored; check it first.`,
  'no-list': ({ path }) =>
    `There is no list of erasures in ${path}. Without it, persons whose data were erased after the backup was made would come back, so nothing was restored yet. ` +
    'Give the list, or a data folder that knows, with --erasures LIST; or, if it is certain that nothing was erased since, add --without-erasures.',
  'list-beside': ({ path }) =>
    `There is a list of erasures: ${path}. It is used by itself; leave --without-erasures away. Nothing was restored.`,
  'damaged-backup': ({ path, flaw, entry }) =>
    `The backup ${path} is damaged, or no backup of Pendamping: ${flawOf(flawsEn, flaw, entry)}. Nothing was restored; use another one.`,
  cancelled: () => 'Stopped. Nothing was left half done.',
};

const sentences: Readonly<Record<Language, Sentences>> = { id, en };

const harmless = (value: unknown): unknown => (typeof value === 'string' ? asTyped(value) : value);

/** What happened and what to do; what was typed, or stands in a file from elsewhere, is made harmless in it. */
export function troubleSentence(language: Language, trouble: RecordsTrouble): string {
  const about = Object.fromEntries(
    Object.entries(trouble).map(([key, value]) => [key, harmless(value)]),
  ) as RecordsTrouble;
  return (sentences[language][trouble.code] as (about: RecordsTrouble) => string)(about);
}
