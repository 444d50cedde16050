import type { Language } from '../procedure/words.ts';

/** Why the command line could not do what was asked, besides the refusals that windows know too. */
export type RecordsTrouble =
  | 'no-command' | 'no-data' | 'not-a-data-folder' | 'newer-format' | 'unreadable' | 'head-malformed' | 'no-target' | 'no-backup-file'
  | 'damaged-backup' | 'folder-not-empty' | 'no-visit' | 'visit-code-malformed' | 'not-confirmed' | 'busy' | 'holder-silent' | 'unsafe-folder' | 'reason-malformed' | 'list-unreadable' | 'unwritable' | 'cancelled';

type FindingKind = 'torn' | 'damaged' | 'missing' | 'unchained' | 'misplaced' | 'cut-off' | 'forked' | 'gone';

type RecordsText = {
  readonly help: string;
  readonly troubles: Readonly<Record<RecordsTrouble, string>>;
  readonly findings: Readonly<Record<FindingKind, string>>;
  readonly ofVisit: (visit: string) => string;
  readonly whole: (lines: string, records: string, erased: string) => string;
  readonly damaged: (places: string, lines: string) => string;
  readonly torn: string;
  readonly moreFindings: (count: string) => string;
  readonly head: (head: string) => string;
  readonly headProven: string;
  readonly onNetwork: string;
  readonly checking: (lines: string) => string;
  readonly files: (done: number, total: number) => string;
  readonly backedUp: (file: string, files: number, megabytes: string, head: string) => string;
  readonly notNoted: string;
  readonly restored: (folder: string, files: number, head: string) => string;
  readonly erasedAgain: (count: number) => string;
  readonly noErasures: string;
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
  records restore BERKAS.tar.gz --data FOLDER [--erasures DAFTAR]...
      Memeriksa cadangan sampai akhir, lalu memulihkannya ke folder yang kosong. Orang yang datanya dihapus
      setelah cadangan itu tidak kembali: daftar pemusnahan di samping cadangan dipakai sendiri; daftar lain,
      atau folder data lain, diberikan dengan --erasures.
  records erase   --data FOLDER --visit KODE [--visit KODE]... [--same-person] [--because request|retention] --yes
      Menghapus data pribadi kunjungan itu (--same-person: juga kunjungan lain dengan nama dan telepon yang
      sama) dan meninggalkan berita acara pemusnahan. Tidak dapat dibatalkan.

  --json     hasil sebagai JSON        --lang id|en   bahasa        --help   halaman ini
  Kode keluar backup, restore, erase:  0 selesai, 1 tidak dilakukan, 2 permintaan tidak lengkap atau data tidak terbaca.
`;

const helpEn = `Pendamping: verify, back up, restore and erase records.

  records verify  --data DIR [--head HEAD]
      Reads every line and says what is whole and what is damaged, by file and line.
      HEAD is the trace on a slip or closing sheet, such as 1234-9f86d081884c7d65; it proves that the end
      of the journal was not cut off.   Exit code: 0 whole, 1 damaged, 2 could not be read.
  records backup  --data DIR --to FILE.tar.gz
      Makes a backup in one file, also while the program runs. Where --to is a folder, the name is made.
  records restore FILE.tar.gz --data DIR [--erasures LIST]...
      Checks the backup to its end, then restores it into an empty folder. Persons whose data were erased
      after the backup do not come back: the list of erasures beside the backup is used by itself; another
      list, or another data folder, is given with --erasures.
  records erase   --data DIR --visit CODE [--visit CODE]... [--same-person] [--because request|retention] --yes
      Erases the personal data of these visits (--same-person: of other visits with the same name and
      telephone too) and leaves a destruction record. It cannot be undone.

  --json     result as JSON            --lang id|en   language      --help   this page
  Exit codes of backup, restore, erase:  0 done, 1 not done, 2 the request is incomplete or the data cannot be read.
`;

export const recordsText: Readonly<Record<Language, RecordsText>> = {
  id: {
    help: helpId,
    troubles: {
      'no-command': 'Tulis perintahnya: verify, backup, restore, atau erase. Lihat --help.',
      'no-data': 'Tulis folder datanya: --data FOLDER.',
      'not-a-data-folder': 'Di folder itu tidak ada catatan Pendamping. Periksa alamatnya.',
      'newer-format': 'Catatan ini ditulis oleh versi program yang lebih baru. Perbarui program ini dulu; tidak ada yang diubah.',
      'unreadable': 'Folder itu tidak dapat dibaca. Periksa hak akses dan disknya.',
      'head-malformed': 'Kepala tidak terbaca. Salin seperti pada slip, misalnya 1234-9f86d081884c7d65.',
      'no-target': 'Tulis ke mana cadangan disimpan: --to BERKAS.tar.gz.',
      'no-backup-file': 'Berkas cadangan itu tidak ada. Periksa alamatnya.',
      'damaged-backup': 'Cadangan ini rusak atau bukan cadangan Pendamping. Tidak ada yang dipulihkan; pakai cadangan lain.',
      'folder-not-empty': 'Folder tujuan tidak kosong. Pilih folder yang kosong atau belum ada; tidak ada yang ditimpa.',
      'no-visit': 'Tulis kunjungan yang datanya dihapus: --visit KODE.',
      'visit-code-malformed': 'Kode kunjungan salah ketik. Salin seperti pada slip, misalnya 7K3M-9QXA.',
      'not-confirmed': 'Penghapusan tidak dapat dibatalkan. Bila sudah pasti, tambahkan --yes.',
      'busy': 'Folder data sedang dipakai program lain, dan belum ada hasil darinya. Tunggu sebentar, lalu coba lagi.',
      'holder-silent': 'Folder data dipegang program lain yang tidak menjawab: mungkin macet, atau milik pengguna lain di komputer ini. Tutup program itu (bila perlu, hidupkan ulang komputer), lalu coba lagi.',
      'unsafe-folder': 'Folder kecil milik program ini untuk menghubungi program lain bukan milik Anda, atau sebuah tautan. Minta administrator komputer menyingkirkannya, lalu coba lagi. Tidak ada yang diubah.',
      'reason-malformed': 'Alasan harus request (permintaan) atau retention (masa simpan berakhir).',
      'list-unreadable': 'Daftar pemusnahan itu tidak ada, atau ada baris yang rusak di dalamnya. Tidak ada yang dipulihkan; periksa dulu.',
      'unwritable': 'Tidak dapat ditulis. Periksa hak akses dan ruang disk; yang sudah ada tidak berubah.',
      'cancelled': 'Dihentikan. Tidak ada yang ditinggalkan setengah jadi.',
    },
    findings: {
      'torn': 'tulisan yang terputus, belum pernah dinyatakan tersimpan',
      'damaged': 'tidak seperti saat ditulis',
      'missing': 'ada baris yang hilang sebelum ini',
      'unchained': 'tidak menyambung dengan baris sebelumnya',
      'misplaced': 'berdiri dua kali atau di tempat yang salah',
      'cut-off': 'jurnal pernah lebih panjang; akhirnya terpotong di sini',
      'forked': 'baris ini pernah lain; jurnal ditulis ulang',
      'gone': 'catatan pribadi yang dirujuk baris ini hilang',
    },
    ofVisit: (visit) => ` (kunjungan ${visit})`,
    whole: (lines, records, erased) => `Utuh. ${lines} baris jurnal dan ${records} catatan pribadi diperiksa; ${erased} catatan sudah dimusnahkan.`,
    damaged: (places, lines) => `RUSAK di ${places} tempat; ${lines} baris jurnal lain tetap terbaca.`,
    moreFindings: (count) => `  … dan ${count} tempat lagi; --json menyebut semuanya.`,
    torn: 'Ada tulisan terputus yang disisihkan, seperti setelah listrik padam; tidak ada yang hilang.',
    head: (head) => `Kepala: ${head}`,
    headProven: 'Kepala yang diberikan ada di jurnal: akhirnya tidak terpotong.',
    onNetwork: 'PERINGATAN: folder data ini ada di folder jaringan. Di sana listrik padam dapat menghapus yang sudah dinyatakan tersimpan, dan dua komputer dapat menulis bersamaan. Pindahkan folder data ke disk komputer ini sendiri selagi program tertutup.',
    checking: (lines) => `Memeriksa … ${lines} baris`,
    files: (done, total) => (total === 0 ? `Memeriksa … ${done} berkas` : `Berkas ${done} dari ${total}`),
    backedUp: (file, files, megabytes, head) => `Cadangan selesai dan sudah dibaca ulang: ${file} (${files} berkas, ${megabytes} MB). Kepala: ${head}`,
    notNoted: 'Folder data tidak dapat ditulis, jadi cadangan ini tidak tercatat di jurnal. Simpan daftar pemusnahan bersamanya.',
    restored: (folder, files, head) => `Dipulihkan ke ${folder}: ${files} berkas, utuh. Kepala cadangan: ${head}`,
    erasedAgain: (count) => `${count} pemusnahan setelah cadangan itu diterapkan; orangnya tidak kembali.`,
    noErasures: 'Tidak ada daftar pemusnahan di samping cadangan. Bila ada data yang dihapus setelah cadangan dibuat, pulihkan lagi dengan --erasures.',
    confirmErase: (visits) => `Data pribadi kunjungan ${visits} akan dihapus untuk selamanya.`,
    erased: (visits, records, file) => `Selesai. ${records} catatan pribadi dari kunjungan ${visits} dimusnahkan. Berita acara: ${file}`,
    unknown: (visits) => `Tidak dikenal: ${visits}.`,
    before: (visits) => `Sudah dimusnahkan sebelumnya: ${visits}.`,
    untold: (folders) => `Folder cadangan ini tidak terjangkau; beri tahu dengan --erasures bila memulihkan dari sana: ${folders}`,
  },
  en: {
    help: helpEn,
    troubles: {
      'no-command': 'Name the command: verify, backup, restore or erase. See --help.',
      'no-data': 'Name the data folder: --data DIR.',
      'not-a-data-folder': 'There are no records of Pendamping in that folder. Check its path.',
      'newer-format': 'These records were written by a later version of the program. Update this one first; nothing was changed.',
      'unreadable': 'That folder cannot be read. Check its permissions and the disk.',
      'head-malformed': 'The head cannot be read. Copy it as on the slip, such as 1234-9f86d081884c7d65.',
      'no-target': 'Say where the backup goes: --to FILE.tar.gz.',
      'no-backup-file': 'There is no such backup. Check its path.',
      'damaged-backup': 'This backup is damaged, or no backup of Pendamping. Nothing was restored; use another one.',
      'folder-not-empty': 'The target folder is not empty. Choose one that is empty or not there; nothing was overwritten.',
      'no-visit': 'Name the visit whose data are to be erased: --visit CODE.',
      'visit-code-malformed': 'The visit code is mistyped. Copy it as on the slip, such as 7K3M-9QXA.',
      'not-confirmed': 'An erasure cannot be undone. If you are certain, add --yes.',
      'busy': 'Another program has the data folder, and no result came from it yet. Wait a moment, then try again.',
      'holder-silent': 'Another program has the data folder and does not answer: it may hang, or belong to another user of this computer. Close that program (restart the computer if need be), then try again.',
      'unsafe-folder': 'The small folder by which this program reaches others is not yours, or is a link. Ask this computer’s administrator to take it away, then try again. Nothing was changed.',
      'reason-malformed': 'The reason must be request or retention.',
      'list-unreadable': 'That list of erasures is not there, or a line of it is damaged. Nothing was restored; check it first.',
      'unwritable': 'It cannot be written. Check permissions and disk space; what was there has not changed.',
      'cancelled': 'Stopped. Nothing was left half done.',
    },
    findings: {
      'torn': 'a write that never ended; nobody was ever told that it was kept',
      'damaged': 'not as it was written',
      'missing': 'lines before this one are missing',
      'unchained': 'does not join the line before it',
      'misplaced': 'stands twice, or in the wrong place',
      'cut-off': 'the journal was longer once; its end is cut off here',
      'forked': 'this line was another once; the journal was written anew',
      'gone': 'the personal record that this line refers to is missing',
    },
    ofVisit: (visit) => ` (visit ${visit})`,
    whole: (lines, records, erased) => `Whole. ${lines} lines of the journal and ${records} personal records were checked; ${erased} records have been destroyed.`,
    damaged: (places, lines) => `DAMAGED in ${places} places; ${lines} other lines of the journal can be read.`,
    moreFindings: (count) => `  … and ${count} more places; --json names them all.`,
    torn: 'A write that never ended was set aside, as after a power cut; nothing is lost.',
    head: (head) => `Head: ${head}`,
    headProven: 'The head that was given stands in the journal: its end was not cut off.',
    onNetwork: 'WARNING: this data folder lies on a network share. There a power cut may take what was reported as saved, and two computers may write at once. Move the data folder to this computer’s own disk while the program is closed.',
    checking: (lines) => `Checking … ${lines} lines`,
    files: (done, total) => (total === 0 ? `Checking … ${done} files` : `File ${done} of ${total}`),
    backedUp: (file, files, megabytes, head) => `The backup is made and was read again: ${file} (${files} files, ${megabytes} MB). Head: ${head}`,
    notNoted: 'The data folder cannot be written to, so this backup is not noted in the journal. Keep the list of erasures with it.',
    restored: (folder, files, head) => `Restored into ${folder}: ${files} files, whole. Head of the backup: ${head}`,
    erasedAgain: (count) => `${count} erasures made after the backup were applied; these persons do not come back.`,
    noErasures: 'There is no list of erasures beside the backup. If data were erased after it was made, restore again with --erasures.',
    confirmErase: (visits) => `The personal data of visits ${visits} will be erased for ever.`,
    erased: (visits, records, file) => `Done. ${records} personal records of visits ${visits} were destroyed. Destruction record: ${file}`,
    unknown: (visits) => `Not known: ${visits}.`,
    before: (visits) => `Destroyed before: ${visits}.`,
    untold: (folders) => `These backup folders could not be reached; give --erasures when restoring from there: ${folders}`,
  },
};
