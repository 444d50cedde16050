import { expect, test } from 'vitest';
import { registerCsv } from '../../../main/reports/register/register.ts';
import { rowMatches } from '../../../shared/views/register-row.ts';
import { checkIn, guestBookB, must, openReadyOffice, signIn } from '../../office.ts';

const twoVisits = async () => {
  const office = await openReadyOffice();
  await checkIn(office);
  await checkIn(office, guestBookB);
  await signIn(office, 'Koordinator');
  return must(office.console('reports.search-register', { month: '2026-11', text: '' }));
};

const lineOf = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(',');

test('the register’s CSV has the guest book’s columns in their places, byte for byte', async () => {
  const rows = await twoVisits();
  const [second, first] = rows;
  expect(registerCsv(rows, 'id').split('\r\n')).toEqual([
    `\uFEFF${lineOf(['Nomor', 'Kode kunjungan', 'Tanggal', 'Datang', 'Lapor kembali', 'Menit di ruang', 'Nama', 'Perusahaan', 'Telepon', 'E-mail', 'User ID SPSE', 'Keperluan', 'Keterangan keperluan', 'Kode tender', 'Nama paket', 'Batas unggah', 'Jalur SOP', 'Hasil', 'Penyimpangan', 'Trainer', 'Komputer', 'Lanjutan dari'])}`,
    lineOf([
      'A001',
      first?.code ?? '',
      '2026-11-23',
      first?.arrived ?? '',
      '',
      '',
      'Wakil CV Sumber Makmur Batang',
      'CV Sumber Makmur Batang',
      '081234567890',
      '',
      'SUMBER2024',
      'Mengunggah dokumen penawaran',
      '',
      '8412119',
      'Rehabilitasi Jembatan Kecamatan Bandar',
      '2026-11-23 15:30',
      first?.path ?? '',
      '',
      '0',
      '',
      '',
      '',
    ]),
    lineOf([
      'A002',
      second?.code ?? '',
      '2026-11-23',
      second?.arrived ?? '',
      '',
      '',
      'Wakil PT Karya Pantura',
      'PT Karya Pantura',
      '081398765432',
      '',
      '',
      'Ada kendala aplikasi',
      '',
      '',
      '',
      '',
      second?.path ?? '',
      '',
      '0',
      '',
      '',
      '',
    ]),
    '',
  ]);
  expect(registerCsv(rows, 'en').split('\r\n')[0]).toBe(
    `\uFEFF${lineOf(['Number', 'Visit code', 'Date', 'Arrived', 'Reported out', 'Minutes in room', 'Name', 'Company', 'Phone', 'E-mail', 'SPSE User ID', 'Purpose', 'Purpose in words', 'Tender code', 'Package', 'Upload deadline', 'SOP path', 'Outcome', 'Deviations', 'Trainer', 'Computer', 'Continues'])}`,
  );
});

test('the register is searched by number, code, name, company and package', async () => {
  const [, row] = await twoVisits();
  if (row === undefined) throw new Error('No row');
  const found = ['a001', row.code, 'wakil', 'sumber makmur', '8412119', 'jembatan'];
  expect(found.filter((text) => rowMatches(row, text))).toEqual(found);
  expect(['081234567890', 'SUMBER2024', 'upload'].filter((text) => rowMatches(row, text))).toEqual(
    [],
  );
});
