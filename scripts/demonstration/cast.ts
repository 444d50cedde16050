import type { Guest } from './visitor.ts';
import type { Member, Problem } from './staff.ts';

/** The boxes of a member of staff, as they are read. */
export const allFunctions = [
  'Bidang Layanan dan Dukungan',
  'Trainer',
  'Koordinator',
  'Administrator',
] as const;

/** The office of the demonstration. Staff are named for what they do; the two companies are the product's examples. */
export const staff = {
  coordinator: { name: 'Koordinator', functions: ['Koordinator'], pin: '718293' },
  desk: { name: 'Meja layanan 1', functions: ['Bidang Layanan dan Dukungan'], pin: '240817' },
  trainer1: { name: 'Trainer 1', functions: ['Trainer'], pin: '593026' },
  trainer2: { name: 'Trainer 2', functions: ['Trainer'], pin: '864205' },
} as const satisfies Record<string, Member>;

export const guestA: Guest = {
  name: 'Wakil CV Sumber Makmur Batang',
  company: 'CV Sumber Makmur Batang',
  phone: '0812 3456 7890',
  email: '',
  userId: 'SUMBER2024',
  purpose: 'Mengunggah dokumen penawaran',
  tenderCode: '8412119',
  tenderName: 'Rehabilitasi Jembatan Kecamatan Bandar',
  deadlineToday: '15:30',
};

export const guestB: Guest = {
  name: 'Wakil PT Karya Pantura',
  company: 'PT Karya Pantura',
  phone: '0813 9876 5432',
  email: '',
  userId: null,
  purpose: 'Ada kendala aplikasi',
  tenderCode: '8412077',
  tenderName: 'Pengadaan Perangkat Jaringan',
  deadlineToday: '',
};

export const problemA: Problem = {
  category: 'Aplikasi enkripsi',
  description: 'Aplikasi enkripsi versi lama, berkas tidak dapat dibuka.',
  unit: '',
  remedy: 'Versi terbaru dipasang di komputer ruangan.',
};

export const problemB: Problem = {
  category: 'Server SPSE',
  description: 'Server SPSE menolak berkas terenkripsi, error 0x80070005.',
  unit: 'Administrator sistem LPSE',
  remedy: 'Berkas dienkripsi ulang dan dicoba dari dua komputer.',
};
