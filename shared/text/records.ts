import type { Language } from '../base/closed-lists.ts';

type FindingKind =
  | 'torn'
  | 'damaged'
  | 'missing'
  | 'unchained'
  | 'misplaced'
  | 'cut-off'
  | 'forked'
  | 'gone'
  | 'foreign';

type RecordsText = {
  readonly help: string;
  readonly findings: Readonly<Record<FindingKind, string>>;
  readonly ofVisit: (visit: string) => string;
  readonly whole: (lines: string, records: string, erased: string) => string;
  readonly damaged: (places: string, lines: string) => string;
  readonly torn: string;
  readonly moreFindings: (count: string) => string;
  readonly head: (head: string) => string;
  /** No line of the journal is whole: there is no head to print. */
  readonly noHead: string;
  readonly headProven: string;
  readonly journal: (id: string, branch: string) => string;
  /** After a restore. */
  readonly newBranch: string;
  readonly onNetwork: string;
  readonly exposed: (places: string, more: number) => string;
  readonly checking: (lines: string) => string;
  readonly files: (done: number, total: number) => string;
  readonly backedUp: (file: string, files: number, megabytes: string) => string;
  readonly keptDays: (days: number) => string;
  readonly notNoted: string;
  readonly restored: (folder: string, files: number) => string;
  readonly erasedAgain: (count: number) => string;
  readonly withoutErasures: string;
  readonly listMayLack: (places: string) => string;
  readonly confirmErase: (visits: string) => string;
  readonly erased: (visits: string, records: number, file: string) => string;
  readonly unknown: (visits: string) => string;
  readonly before: (visits: string) => string;
  readonly untold: (folders: string) => string;
};

const helpId = `Pendamping: memeriksa, mencadangkan, memulihkan, dan menghapus catatan.

  records verify  --data FOLDER [--head KEPALA]
      Membaca setiap baris dan mengatakan mana yang utuh dan mana yang rusak, menurut berkas dan baris.
      KEPALA adalah jejak pada slip atau lembar penutupan, misalnya 1234-9f86d081884c7d65; ia membuktikan
      bahwa akhir jurnal tidak terpotong.   Kode keluar: 0 utuh, 1 rusak, 2 tidak dapat dibaca.
  records backup  --data FOLDER --to BERKAS.tar.gz
      Membuat satu berkas cadangan, juga selagi program berjalan. Bila --to sebuah folder, namanya dibuat sendiri.
  records restore BERKAS.tar.gz --data FOLDER [--erasures DAFTAR]... | [--without-erasures]
      Memeriksa cadangan sampai akhir, lalu memulihkannya ke folder yang kosong. Orang yang datanya dihapus
      setelah cadangan itu tidak kembali: daftar pemusnahan di samping cadangan dipakai sendiri; daftar lain,
      atau folder data lain, diberikan dengan --erasures. Bila tidak ada daftar sama sekali, restore menolak;
      --without-erasures menyatakan bahwa tidak ada yang dihapus sejak cadangan itu.
  records erase   --data FOLDER --visit KODE [--visit KODE]... [--same-person] [--because request|retention] --yes
      Menghapus data pribadi kunjungan itu (--same-person: juga kunjungan lain dengan nama dan telepon yang
      sama) dan meninggalkan berita acara pemusnahan. Tidak dapat dibatalkan.

  --json     hasil sebagai JSON        --lang id|en   bahasa        --help   halaman ini
  Kode keluar backup, restore, erase:  0 selesai, 1 tidak dilakukan, 2 permintaan tidak dimengerti atau data tidak terbaca.
  Kata atau pilihan yang tidak dikenal ditolak; tidak ada yang dijalankan.
`;

const helpEn = `Pendamping: verify, back up, restore and erase records.

  records verify  --data DIR [--head HEAD]
      Reads every line and says what is whole and what is damaged, by file and line.
      HEAD is the trace on a slip or closing sheet, such as 1234-9f86d081884c7d65; it proves that the end
      of the journal was not cut off.   Exit code: 0 whole, 1 damaged, 2 could not be read.
  records backup  --data DIR --to FILE.tar.gz
      Makes a backup in one file, also while the program runs. Where --to is a folder, the name is made.
  records restore FILE.tar.gz --data DIR [--erasures LIST]... | [--without-erasures]
      Checks the backup to its end, then restores it into an empty folder. Persons whose data were erased
      after the backup do not come back: the list of erasures beside the backup is used by itself; another
      list, or another data folder, is given with --erasures. Where there is no list at all, restore refuses;
      --without-erasures says that nothing was erased since that backup.
  records erase   --data DIR --visit CODE [--visit CODE]... [--same-person] [--because request|retention] --yes
      Erases the personal data of these visits (--same-person: of other visits with the same name and
      telephone too) and leaves a destruction record. It cannot be undone.

  --json     result as JSON            --lang id|en   language      --help   this page
  Exit codes of backup, restore, erase:  0 done, 1 not done, 2 the request is not understood or the data cannot be read.
  Words and options that are not known are refused; nothing is run.
`;

export const recordsText: Readonly<Record<Language, RecordsText>> = {
  id: {
    help: helpId,
    findings: {
      torn: 'tulisan yang terputus, belum pernah dinyatakan tersimpan',
      damaged: 'tidak seperti saat ditulis',
      missing: 'ada baris yang hilang sebelum ini',
      unchained: 'tidak menyambung dengan baris sebelumnya',
      misplaced: 'berdiri dua kali atau di tempat yang salah',
      'cut-off': 'jurnal pernah lebih panjang; akhirnya terpotong di sini',
      forked: 'baris ini pernah lain; jurnal ditulis ulang',
      gone: 'catatan pribadi yang dirujuk baris ini hilang',
      foreign: 'segmen ini milik jurnal lain, atau cabang lain dari jurnal ini',
    },
    ofVisit: (visit) => ` (kunjungan ${visit})`,
    whole: (lines, records, erased) =>
      `Utuh. ${lines} baris jurnal dan ${records} catatan pribadi diperiksa; ${erased} catatan sudah dimusnahkan.`,
    damaged: (places, lines) =>
      `RUSAK di ${places} tempat; ${lines} baris jurnal lain tetap terbaca.`,
    moreFindings: (count) => `  … dan ${count} tempat lagi; --json menyebut semuanya.`,
    torn: 'Ada tulisan terputus yang disisihkan, seperti setelah listrik padam; tidak ada yang hilang.',
    head: (head) => `Kepala: ${head}`,
    noHead: 'Tidak ada baris jurnal yang utuh: kepala tidak ada.',
    journal: (id, branch) => `Jurnal: ${id}, cabang ${branch}`,
    newBranch:
      'Hasil pemulihan berjalan dalam cabang baru: ia tidak akan tertukar dengan aslinya, yang nomor jurnalnya sama.',
    headProven: 'Kepala yang diberikan ada di jurnal: akhirnya tidak terpotong.',
    exposed: (places, more) =>
      `Akun lain di komputer ini dapat membaca ${places}${more > 0 ? ` dan ${more} lagi` : ''}. Yang milik program ditutup sendiri saat program mulai; selebihnya minta pemiliknya.`,
    onNetwork:
      'PERINGATAN: folder data ini ada di folder jaringan. Di sana listrik padam dapat menghapus yang sudah dinyatakan tersimpan, dan dua komputer dapat menulis bersamaan. Pindahkan folder data ke disk komputer ini sendiri selagi program tertutup.',
    checking: (lines) => `Memeriksa … ${lines} baris`,
    files: (done, total) =>
      total === 0 ? `Memeriksa … ${done} berkas` : `Berkas ${done} dari ${total}`,
    backedUp: (file, files, megabytes) =>
      `Cadangan selesai dan sudah dibaca ulang: ${file} (${files} berkas, ${megabytes} MB).`,
    keptDays: (days) =>
      `Cadangan di folder itu dengan nama buatan program dihapus bersama cadangan harian setelah ${days} hari. Bila harus disimpan lebih lama, tulis nama sendiri pada --to.`,
    notNoted:
      'Folder data tidak dapat ditulis, jadi cadangan ini tidak tercatat di jurnal. Simpan daftar pemusnahan bersamanya.',
    restored: (folder, files) =>
      `Dipulihkan ke ${folder}: ${files} berkas, diperiksa terhadap daftar isi cadangan.`,
    erasedAgain: (count) =>
      `${count} pemusnahan setelah cadangan itu diterapkan; orangnya tidak kembali.`,
    withoutErasures:
      'Dipulihkan tanpa daftar pemusnahan, seperti diminta. Bila ternyata ada data yang dihapus setelah cadangan dibuat, hapus lagi dengan erase.',
    listMayLack: (places) =>
      `Jurnal pada --erasures rusak di ${places} tempat: pemusnahan yang dicatat di sana mungkin tidak ikut diterapkan.`,
    confirmErase: (visits) => `Data pribadi kunjungan ${visits} akan dihapus untuk selamanya.`,
    erased: (visits, records, file) =>
      `Selesai. ${records} catatan pribadi dari kunjungan ${visits} dimusnahkan. Berita acara: ${file}`,
    unknown: (visits) => `Tidak dikenal: ${visits}.`,
    before: (visits) => `Sudah dimusnahkan sebelumnya: ${visits}.`,
    untold: (folders) =>
      `Folder cadangan ini tidak terjangkau; beri tahu dengan --erasures bila memulihkan dari sana: ${folders}`,
  },
  en: {
    help: helpEn,
    findings: {
      torn: 'a write that never ended; nobody was ever told that it was kept',
      damaged: 'not as it was written',
      missing: 'lines before this one are missing',
      unchained: 'does not join the line before it',
      misplaced: 'stands twice, or in the wrong place',
      'cut-off': 'the journal was longer once; its end is cut off here',
      forked: 'this line was another once; the journal was written anew',
      gone: 'the personal record that this line refers to is missing',
      foreign: 'this segment is of another journal, or of another branch of this one',
    },
    ofVisit: (visit) => ` (visit ${visit})`,
    whole: (lines, records, erased) =>
      `Whole. ${lines} lines of the journal and ${records} personal records were checked; ${erased} records have been destroyed.`,
    damaged: (places, lines) =>
      `DAMAGED in ${places} places; ${lines} other lines of the journal can be read.`,
    moreFindings: (count) => `  … and ${count} more places; --json names them all.`,
    torn: 'A write that never ended was set aside, as after a power cut; nothing is lost.',
    head: (head) => `Head: ${head}`,
    noHead: 'No line of the journal is whole: there is no head.',
    journal: (id, branch) => `Journal: ${id}, branch ${branch}`,
    newBranch:
      'What was restored goes on in a new branch: it cannot be taken for the original, whose journal number is the same.',
    headProven: 'The head that was given stands in the journal: its end was not cut off.',
    exposed: (places, more) =>
      `Other accounts on this computer can read ${places}${more > 0 ? ` and ${more} more` : ''}. The program closes what is its own when it starts; for the rest ask its owner.`,
    onNetwork:
      'WARNING: this data folder lies on a network share. There a power cut may take what was reported as saved, and two computers may write at once. Move the data folder to this computer’s own disk while the program is closed.',
    checking: (lines) => `Checking … ${lines} lines`,
    files: (done, total) => (total === 0 ? `Checking … ${done} files` : `File ${done} of ${total}`),
    backedUp: (file, files, megabytes) =>
      `The backup is made and was read again: ${file} (${files} files, ${megabytes} MB).`,
    keptDays: (days) =>
      `A backup in that folder with a name made by the program is removed with the daily ones after ${days} days. To keep it longer, give it a name of its own with --to.`,
    notNoted:
      'The data folder cannot be written to, so this backup is not noted in the journal. Keep the list of erasures with it.',
    restored: (folder, files) =>
      `Restored into ${folder}: ${files} files, checked against the backup’s list of contents.`,
    erasedAgain: (count) =>
      `${count} erasures made after the backup were applied; these persons do not come back.`,
    withoutErasures:
      'Restored without a list of erasures, as asked. Should data have been erased after the backup was made, erase them again.',
    listMayLack: (places) =>
      `The journal given with --erasures is damaged in ${places} places: erasures noted there may not have been applied.`,
    confirmErase: (visits) => `The personal data of visits ${visits} will be erased for ever.`,
    erased: (visits, records, file) =>
      `Done. ${records} personal records of visits ${visits} were destroyed. Destruction record: ${file}`,
    unknown: (visits) => `Not known: ${visits}.`,
    before: (visits) => `Destroyed before: ${visits}.`,
    untold: (folders) =>
      `These backup folders could not be reached; give --erasures when restoring from there: ${folders}`,
  },
};
