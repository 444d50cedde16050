import type { Language } from '../base/closed-lists.ts';
import type { RefusalCode, Refused } from '../base/result.ts';
import { formatShortDate } from './format.ts';

type Details = NonNullable<Refused['details']>;
type Sentence = string | ((details: Details) => string);

const dayIn = (language: Language, day: Details[string] | undefined): string =>
  formatShortDate(Date.parse(`${day}T05:00:00Z`), 'WIB', language);

const id: Record<RefusalCode, Sentence> = {
  'not-signed-in': 'Pilih nama Anda dan masukkan PIN dulu.',
  'not-your-role':
    'Langkah ini bukan tugas peran Anda. Minta petugas yang berwenang, atau ganti petugas dengan F2.',
  'pin-wrong': ({ left }) =>
    `PIN belum cocok. Coba lagi${left === undefined ? '' : `; ${left} kali lagi sebelum harus menunggu`}.`,
  'pin-wait': ({ seconds }) => `Terlalu banyak percobaan. Tunggu ${seconds} detik, lalu coba lagi.`,
  'pin-busy':
    'Sebuah PIN sedang diperiksa. Tunggu beberapa detik, lalu coba lagi; percobaan ini tidak dihitung.',
  'pin-try-spent': 'Percobaan ini sudah dihitung. Masukkan PIN sekali lagi.',
  'pin-check-unavailable':
    'PIN belum dapat diperiksa: bagian program yang memeriksanya tidak berjalan. Coba lagi; bila tetap begini, tutup program ini lalu buka lagi. Kios tetap melayani tamu.',
  'already-set-up': 'Kantor ini sudah disiapkan.',
  'office-lost':
    'Folder ini berisi catatan sebuah kantor yang jurnalnya hilang, jadi tidak disiapkan sebagai kantor baru. Kembalikan folder journal, atau pulihkan cadangan ke folder kosong (records restore).',
  'not-set-up': 'Kantor ini belum disiapkan. Selesaikan dulu di layar petugas.',
  'unknown-message': 'Permintaan ini tidak dikenal. Muat ulang layar ini.',
  'wrong-window': 'Permintaan ini tidak boleh datang dari layar ini.',
  malformed: 'Isian tidak dapat dibaca. Periksa lagi, lalu kirim ulang.',
  'command-reused':
    'Permintaan ini sudah dipakai untuk hal lain. Lihat dulu apa yang sudah tercatat, lalu kirim lagi bila perlu.',
  'out-of-service':
    'Catatan belum dapat disimpan. Isian Anda tetap di layar; coba lagi sebentar lagi.',
  'matter-owed': 'Pilih dulu keperluan Anda, lalu lanjutkan.',
  'visit-unknown': 'Kunjungan ini tidak ditemukan. Periksa nomornya.',
  'visit-ended': 'Kunjungan ini sudah selesai.',
  'visit-not-waiting': 'Kunjungan ini tidak sedang menunggu.',
  'visit-not-called-twice': 'Panggil dua kali dulu sebelum mencatat tidak hadir.',
  'not-this-step': 'Kunjungan sudah berpindah langkah. Lihat langkah yang sekarang.',
  'not-an-answer-here': 'Jawaban ini tidak ada pada langkah sekarang.',
  'cause-owed': 'Waktu langkah ini melewati norma. Pilih sebabnya dulu, lalu jawab.',
  'problem-owed': 'Catat jenis masalah, uraian, dan yang sudah dilakukan dulu.',
  'company-unconfirmed': 'Pastikan dulu perusahaan dan paket di layar benar milik kunjungan ini.',
  'trainer-unknown': 'Pilih trainer dari daftar.',
  'trainer-not-called': 'Panggil trainer dulu.',
  'not-the-called-trainer':
    'Trainer lain yang dipanggil untuk kunjungan ini. Minta ia menerima, atau panggil trainer lagi.',
  'workstation-unknown': 'Pilih komputer dari daftar.',
  'workstation-taken': ({ number }) => `Komputer ini sedang dipakai ${number}. Pilih yang lain.`,
  'workstation-not-cleared':
    'Pastikan dulu identitas, berkas, dan sesi perusahaan sebelumnya sudah dibersihkan dari komputer ini.',
  'escalation-not-sent': 'Catat dulu lewat apa dan kapan eskalasi dikirim.',
  'reason-owed': 'Tulis alasannya dulu.',
  'nothing-to-undo': 'Belum ada jawaban yang dapat dikoreksi.',
  'already-there': 'Kunjungan sudah di langkah itu.',
  'link-unknown': 'Kode kunjungan lama tidak ditemukan. Periksa slip atau register.',
  'field-invalid': 'Satu isian perlu diperbaiki. Periksa yang ditandai.',
  'number-unknown': 'Nomor ini tidak ada hari ini. Periksa lagi, atau tanya meja layanan.',
  'go-to-desk': 'Kunjungan ini belum sampai langkah lapor kembali. Silakan ke meja layanan.',
  'notice-outdated': 'Pemberitahuan privasi sudah diperbarui. Baca dulu yang baru, lalu lanjutkan.',
  'looks-like-secret': 'Tulisan ini mirip kata sandi. Demi keamanan, jangan ditulis di sini.',
  'text-empty': 'Bagian ini masih kosong. Isi dulu.',
  'text-too-long': ({ over }) => `Tulisan kelebihan ${over} huruf. Singkatkan dulu.`,
  'text-malformed':
    'Ada huruf yang tidak dapat disimpan. Ketik ulang tanpa menempel dari tempat lain.',
  'time-in-future': 'Waktu ini belum terjadi. Periksa lagi.',
  'time-malformed': 'Tulis tanggal dan jam yang lengkap.',
  'clock-not-asked':
    'Pertanyaan tentang jam sudah dijawab petugas lain. Tidak ada yang perlu dilakukan.',
  'day-malformed': 'Tulis tanggalnya lengkap: hari, bulan, tahun.',
  'day-too-early': ({ day }) =>
    `Tanggal ini sebelum ${dayIn('id', day)}, hari kunjungan terakhir. Periksa lagi kalendernya.`,
  'visit-open': ({ visit }) => `Kunjungan ${visit} belum selesai. Akhiri dulu, lalu hapus datanya.`,
  'nothing-to-erase':
    'Tidak ada data pribadi yang dapat dihapus untuk kunjungan itu. Periksa kodenya.',
  'erasure-failed':
    'Penghapusan sudah dicatat, tetapi berkasnya belum dapat ditulis. Periksa disk; program akan menyelesaikannya saat dibuka lagi.',
  'destruction-record-gone':
    'Teks berita acara ini tidak ada di folder data; mungkin dihapus, atau data dipulihkan dari cadangan. Pemusnahannya sendiri tetap tercatat di jurnal.',
  'backup-inside-data':
    'Cadangan tidak boleh di dalam folder datanya sendiri. Pilih folder lain, sebaiknya di disk lain.',
  'backup-exists': 'Berkas dengan nama itu sudah ada. Pilih nama lain.',
  'backup-failed':
    'Cadangan tidak dapat dibuat. Periksa apakah foldernya ada, dapat ditulis, dan cukup ruang.',
  'folder-not-found':
    'Folder itu tidak ada atau tidak dapat ditulis. Periksa alamatnya, atau pasang disknya.',
  'export-file-open': ({ file }) =>
    `Berkas ${file} tidak dapat diganti; mungkin sedang terbuka di program lain. Tutup berkas itu di sana, atau ganti namanya, lalu coba lagi.`,
  'export-unwritable': ({ file }) =>
    `Berkas ${file} tidak dapat ditulis. Periksa apakah foldernya ada, dapat ditulis, dan cukup ruang, lalu coba lagi. Catatan kunjungan tetap aman.`,
  'keep-days-malformed': 'Tulis jumlah hari antara 1 dan 3650.',
  'number-out-of-range': ({ least, most }) => `Tulis angka ${least} sampai ${most}.`,
  'too-many-lines': ({ most }) => `Paling banyak ${most} baris. Hapus yang tidak dipakai.`,
  'hours-malformed': 'Tulis jam buka dan jam tutup, misalnya 08.00 dan 15.30.',
  'closes-before-opens': 'Jam tutup harus sesudah jam buka. Periksa keduanya.',
  'day-twice': 'Hari ini sudah ditulis di baris lain. Pakai satu saja.',
  'workstation-name-taken': 'Komputer lain sudah bernama ini. Pakai nama yang membedakan.',
  'deviation-unknown': 'Penyimpangan ini tidak ditemukan.',
  'deviation-settled': 'Pertanggungjawaban ini sudah diterima Koordinator.',
  'escalation-unknown': 'Eskalasi ini tidak ditemukan.',
  'escalation-not-now': 'Tahap ini belum dapat dicatat. Catat tahap sebelumnya dulu.',
  'ticket-malformed': 'Nomor tiket hanya huruf, angka, titik, garis miring, dan tanda hubung.',
  'staff-unknown': 'Petugas ini tidak ada dalam daftar.',
  'staff-name-taken': 'Nama ini sudah ada dalam daftar petugas. Pakai nama yang membedakan.',
  'pin-too-short': 'PIN paling sedikit 6 angka.',
  'pin-too-simple': 'PIN ini mudah ditebak. Pilih angka yang tidak berurutan dan tidak sama semua.',
  'coordinator-needed': 'Tambahkan paling sedikit satu Koordinator.',
};

const en: Record<RefusalCode, Sentence> = {
  'not-signed-in': 'Choose your name and enter your PIN first.',
  'not-your-role':
    'This step is not for your role. Ask a colleague who may, or switch staff with F2.',
  'pin-wrong': ({ left }) =>
    `The PIN does not match. Try again${left === undefined ? '' : `; ${left} more before a wait`}.`,
  'pin-wait': ({ seconds }) => `Too many tries. Wait ${seconds} seconds, then try again.`,
  'pin-busy':
    'A PIN is being checked. Wait a few seconds, then try again; this try is not counted.',
  'pin-try-spent': 'This try has been counted already. Enter the PIN once more.',
  'pin-check-unavailable':
    'PINs cannot be checked right now: the part of the program that does it is not running. Try again; if it stays so, close this program and open it again. The kiosk goes on serving visitors.',
  'already-set-up': 'This office has been set up already.',
  'office-lost':
    'This folder holds the records of an office whose journal is gone, so it is not set up as a new one. Put the folder journal back, or restore a backup into an empty folder (records restore).',
  'not-set-up': 'This office has not been set up. Finish that on the staff screen first.',
  'unknown-message': 'This request is not known. Reload this screen.',
  'wrong-window': 'This request may not come from this screen.',
  malformed: 'The entry could not be read. Check it and send it again.',
  'command-reused':
    'This request was used for something else before. Look at what is on record, then send it again if need be.',
  'out-of-service':
    'Records cannot be saved right now. Your entries stay on the screen; try again in a moment.',
  'matter-owed': 'Choose what you came for first, then go on.',
  'visit-unknown': 'This visit was not found. Check its number.',
  'visit-ended': 'This visit has ended.',
  'visit-not-waiting': 'This visit is not waiting.',
  'visit-not-called-twice': 'Call twice before recording a no-show.',
  'not-this-step': 'The visit has moved on. Look at its present step.',
  'not-an-answer-here': 'The present step has no such answer.',
  'cause-owed': 'This step is over its norm. Choose the cause first, then answer.',
  'problem-owed': 'Record the kind of problem, what it is and what was done first.',
  'company-unconfirmed':
    'Confirm first that company and package on the screen belong to this visit.',
  'trainer-unknown': 'Choose a trainer from the list.',
  'trainer-not-called': 'Call a trainer first.',
  'not-the-called-trainer':
    'Another trainer was called for this visit. Ask that trainer to accept, or call again.',
  'workstation-unknown': 'Choose a computer from the list.',
  'workstation-taken': ({ number }) => `This computer is in use by ${number}. Choose another.`,
  'workstation-not-cleared':
    'Confirm first that the previous company’s identity, files and session are cleared from this computer.',
  'escalation-not-sent': 'Record first how and when the escalation was sent.',
  'reason-owed': 'Write the reason first.',
  'nothing-to-undo': 'There is no answer to take back yet.',
  'already-there': 'The visit is at that step already.',
  'link-unknown': 'The earlier visit code was not found. Check the slip or the register.',
  'field-invalid': 'One entry needs mending. Check the one that is marked.',
  'number-unknown': 'There is no such number today. Check it, or ask the service desk.',
  'go-to-desk': 'This visit is not at reporting out yet. Please go to the service desk.',
  'notice-outdated': 'The privacy notice has changed. Read the new one, then go on.',
  'looks-like-secret': 'This looks like a password. To stay safe, do not write it here.',
  'text-empty': 'This is still empty. Fill it in first.',
  'text-too-long': ({ over }) => `The text is ${over} characters too long. Shorten it first.`,
  'text-malformed': 'Some characters cannot be kept. Type it again instead of pasting.',
  'time-in-future': 'This time has not come yet. Check it.',
  'time-malformed': 'Write the whole date and time.',
  'clock-not-asked':
    'Somebody has answered the question about the clock already. There is nothing left to do.',
  'day-malformed': 'Write the whole date: day, month, year.',
  'day-too-early': ({ day }) =>
    `This date is before ${dayIn('en', day)}, the day of the last visit. Check the calendar again.`,
  'visit-open': ({ visit }) => `Visit ${visit} is not over. End it first, then erase its data.`,
  'nothing-to-erase': 'There are no personal data to erase for that visit. Check the code.',
  'erasure-failed':
    'The erasure is on record, but the files could not be written. Check the disk; the program finishes it when it is started again.',
  'destruction-record-gone':
    'The text of this destruction record is not in the data folder; it may have been deleted, or the data restored from a backup. The erasure itself stays on record in the journal.',
  'backup-inside-data':
    'A backup must not lie inside its own data folder. Choose another folder, best on another disk.',
  'backup-exists': 'A file of that name is there already. Choose another name.',
  'backup-failed':
    'The backup could not be made. Check that its folder is there, can be written to, and has room.',
  'folder-not-found':
    'That folder is not there or cannot be written to. Check its path, or connect its disk.',
  'export-file-open': ({ file }) =>
    `The file ${file} cannot be replaced; it may be open in another program. Close it there, or give it another name, then try again.`,
  'export-unwritable': ({ file }) =>
    `The file ${file} cannot be written. Check that its folder is there, can be written to, and has room, then try again. The records of visits are safe.`,
  'keep-days-malformed': 'Enter a number of days between 1 and 3650.',
  'number-out-of-range': ({ least, most }) => `Write a number from ${least} to ${most}.`,
  'too-many-lines': ({ most }) => `At most ${most} lines. Remove those that are not used.`,
  'hours-malformed': 'Write when it opens and when it closes, as in 08.00 and 15.30.',
  'closes-before-opens': 'Closing must come after opening. Check both times.',
  'day-twice': 'This day is on another line already. Keep one of them.',
  'workstation-name-taken': 'Another computer has this name. Use one that tells them apart.',
  'deviation-unknown': 'This deviation was not found.',
  'deviation-settled': 'The coordinator has accepted this note already.',
  'escalation-unknown': 'This escalation was not found.',
  'escalation-not-now': 'This stage cannot be recorded yet. Record the one before it first.',
  'ticket-malformed': 'A ticket number has letters, digits, dots, slashes and hyphens only.',
  'staff-unknown': 'This person is not on the staff list.',
  'staff-name-taken': 'This name is on the staff list already. Use one that tells them apart.',
  'pin-too-short': 'A PIN has at least 6 digits.',
  'pin-too-simple':
    'This PIN is easy to guess. Choose digits that are neither in sequence nor all alike.',
  'coordinator-needed': 'Add at least one coordinator.',
};

const sentences: Readonly<Record<Language, Record<RefusalCode, Sentence>>> = { id, en };

/** What happened and what to do, for whoever was refused. */
export function refusalSentence(language: Language, { code, details }: Refused): string {
  const sentence = sentences[language][code];
  return typeof sentence === 'string' ? sentence : sentence(details ?? {});
}
