import type { Procedure } from '../definition.ts';

/** The controlled document, word for word as approved: typing slips, outdated laws and all. */
export const document: Procedure['document'] = {
  no: 'SOP-LPSE.BTG-006',
  revision: '00',
  title: 'SOP Pendampingan Upload di Bidding Room',
  effective: '2017-01-08',
  approvals: [
    {
      as: 'Dibuat oleh',
      name: 'Pramu Sudibyo, SH',
      office: 'Koordinator Bidang Layanan dan Dukungan',
    },
    { as: 'Dikaji oleh', name: 'Indah Parawita, SH', office: 'Sekretaris LPSE' },
    { as: 'Disetujui oleh', name: 'Drs. Jamal Abdul Naser, MM', office: 'Ketua LPSE' },
  ],
  legalBasis: [
    'Undang-Undang Nomor 11 tahun 2008 tentang Informasi dan Transaksi Elektronik',
    'Peraturan Pemerintah Nomor 82 Tahun 2012 tentang Penyelenggaraan Sistem dan Transaksi Elektronik',
    'Peraturan Presiden Nomor 54 Tahun 2010 tentang Pengadaan Barang/Jasa Pemerintah beserta Perubahannya',
    'Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota.',
    'Peraturan Kepala Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah Nomor 2 Tahun 2010 tentang Layanan Pengadaan Secara Elektronik.',
    'Peraturan Kepala LKPP Nomor 1 Tahun 2015 tentang e-tendering.',
    'Peraturan Bupati no. 11 tahun 2011 tentang Pedoman Pelaksana Pengadaan Barang / Jasa Secara Elektronik Di Lingkungan Pemda Kab. Batang',
  ],
  summary: [
    'Prosedur ini mencakup proses permohonan pendampingan upload dokumen lelang dan pelaksana pendampingan kepada Penyedia di Bidding room',
  ],
  purpose: [
    'Prosedur ini bertujuan sebagai standar bagi Pengelola LPSE dan Penyedia yang terdaftar di SPSE dalam proses pemberian pendampingan dari Trainer untuk proses Upload',
  ],
  qualifications: ['Pengguna SPSE', 'Bidang Layanan dan Dukungan', 'Trainer'],
  equipment: ['Komputer PC dan Laptop', 'Jaringan sambungan Internet Server'],
  records: ['User ID dan Password tercatat dalam system LPSE.'],
  warnings: [
    'Pelaksana bertanggung jawab atas pelaksanaan aktivitas yang telah dibakukan dan ditetapkan.',
    'Segala bentuk penyimpangan atas mutu baku terkait perlengkapan, waktu maupun <i>output</i> dikategorikan sebagai bentuk kegagalan yang harus dipertanggungjawabkan oleh pelaksana.',
  ],
  definitions: [
    'Bidang Layanan dan Dukungan adalah Tim pada LPSE yang menjalankan Tugas dan Fungsi Unit Helpdesk dan Trainer.',
    'Trainer adalah fungsi pada unit LPSE yang menjalankan tugas membimbing dan memberikan penjelasan kepada Pengguna SPSE.',
  ],
  relations: ['SOP Pengarsipan Dokumen.'],
};
