/** What the program says before there is a window: both languages, since nobody could choose one yet. */
export const startText = {
  alreadyRunning: 'Pendamping sudah berjalan dengan data ini; jendelanya dibawa ke depan. / Pendamping is running on these data already; its windows were brought to the front.',
  simulatedClockRefused:
    'Jam simulasi hanya untuk peragaan dan pengujian, pada folder data yang dibuatnya. / The simulated clock is for the demonstration and tests only, on a data folder made by them.',
  newerFormat:
    'Catatan di folder ini ditulis oleh versi Pendamping yang lebih baru. Perbarui program ini; tidak ada yang diubah. / The records in this folder were written by a later version of Pendamping. Update this program; nothing was changed.',
  cannotStartTitle: 'Pendamping',
  cannotStart: (why: string): string =>
    `Pendamping tidak dapat dibuka. Periksa folder data dan ruang disk, lalu buka lagi. / Pendamping cannot be opened. Check the data folder and the disk space, then open it again.\n\n${why}`,
} as const;
