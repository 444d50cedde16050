/** What the program says before there is a window: both languages, since nobody could choose one yet. */
export const startText = {
  alreadyRunning:
    'Pendamping sudah berjalan dengan data ini; jendelanya dibawa ke depan. / Pendamping is running on these data already; its windows were brought to the front.',
  holderSilent:
    'Pendamping tidak dapat dibuka: program lain memegang data ini tetapi tidak menjawab; mungkin macet, atau milik pengguna lain di komputer ini. Tutup program itu (bila perlu, hidupkan ulang komputer), lalu buka lagi. Tidak ada yang diubah. / Pendamping cannot be opened: another program has these data but does not answer; it may hang, or belong to another user of this computer. Close that program (restart the computer if need be), then open Pendamping again. Nothing was changed.',
  unsafeFolder: (folder: string): string =>
    `Pendamping tidak dapat dibuka: ${folder} bukan milik pengguna ini, atau sebuah tautan. Minta administrator komputer menyingkirkannya, lalu buka lagi. Tidak ada yang diubah. / Pendamping cannot be opened: ${folder} is not this user’s own, or is a link. Ask this computer’s administrator to take it away, then open Pendamping again. Nothing was changed.`,
  simulatedClockRefused:
    'Jam simulasi hanya untuk peragaan dan pengujian, pada folder data yang dibuatnya. / The simulated clock is for the demonstration and tests only, on a data folder made by them.',
  newerFormat:
    'Catatan di folder ini ditulis oleh versi Pendamping yang lebih baru. Perbarui program ini; tidak ada yang diubah. / The records in this folder were written by a later version of Pendamping. Update this program; nothing was changed.',
  cannotStartTitle: 'Pendamping',
  cannotStart: (why: string): string =>
    `Pendamping tidak dapat dibuka. Periksa folder data dan ruang disk, lalu buka lagi. / Pendamping cannot be opened. Check the data folder and the disk space, then open it again.\n\n${why}`,
} as const;
