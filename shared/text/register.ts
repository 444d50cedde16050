import type { Language } from '../base/closed-lists.ts';
import { guestBookColumns } from './guest-book.ts';

/** The head of the register's CSV, in the order of its columns. */
export const registerText: Readonly<
  Record<
    Language,
    {
      readonly columns: readonly string[];
      readonly erased: string;
      readonly dayDoubtful: string;
      readonly fileName: (month: string) => string;
    }
  >
> = {
  id: {
    columns: [
      'Nomor',
      'Kode kunjungan',
      'Tanggal',
      'Datang',
      'Lapor kembali',
      'Menit di ruang',
      ...guestBookColumns('id'),
      'Jalur SOP',
      'Hasil',
      'Penyimpangan',
      'Trainer',
      'Komputer',
      'Lanjutan dari',
    ],
    erased: '(data pribadi sudah dimusnahkan)',
    dayDoubtful: '(hari belum pasti)',
    fileName: (month) => `register-${month}.csv`,
  },
  en: {
    columns: [
      'Number',
      'Visit code',
      'Date',
      'Arrived',
      'Reported out',
      'Minutes in room',
      ...guestBookColumns('en'),
      'SOP path',
      'Outcome',
      'Deviations',
      'Trainer',
      'Computer',
      'Continues',
    ],
    erased: '(personal data destroyed)',
    dayDoubtful: '(day not certain)',
    fileName: (month) => `register-${month}.csv`,
  },
};
