import type { Step } from '../definition.ts';

/** The words of each step: as signed, and as screens show them (docs/procedure.md has the differences). */
export const words = {
  arrive: {
    signed: 'Mendatangi Lokasi Bidding Room yang disediakan oleh LPSE',
    short: { id: 'Datang ke bidding room', en: 'Comes to the room' },
    title: {
      id: 'Mendatangi lokasi Bidding Room yang disediakan oleh LPSE',
      en: 'Comes to the Bidding Room provided by the LPSE',
    },
    question: null,
    answers: { done: { id: 'Selesai', en: 'Done' } },
  },
  'guest-book': {
    signed: 'Melapor dan Mengisi Buku Tamu',
    short: { id: 'Mengisi buku tamu', en: 'Fills the guest book' },
    title: { id: 'Melapor dan mengisi buku tamu', en: 'Reports and fills the guest book' },
    question: null,
    answers: { done: { id: 'Selesai', en: 'Done' } },
  },
  'ask-training': {
    signed: 'Menanyakan Kepada Penyedia apakah sudah mengikuti Pelatihan Aplikasi SPSE',
    short: { id: 'Tanya pelatihan SPSE', en: 'Ask about training' },
    title: {
      id: 'Menanyakan kepada Penyedia apakah sudah mengikuti Pelatihan Aplikasi SPSE',
      en: 'Asks the provider whether the SPSE training has been attended',
    },
    question: {
      id: 'Apakah Penyedia sudah mengikuti Pelatihan Aplikasi SPSE?',
      en: 'Has the provider attended the SPSE training?',
    },
    answers: { yes: { id: 'Ya, sudah', en: 'Yes, attended' }, no: { id: 'Belum', en: 'Not yet' } },
  },
  'advise-training': {
    signed: 'Menyarankan Kepada Penyedia untuk Mengikuti Pelatihan Penggunaan SPSE terlebih dahulu',
    short: { id: 'Sarankan pelatihan', en: 'Advise training' },
    title: {
      id: 'Menyarankan kepada Penyedia untuk mengikuti Pelatihan Penggunaan SPSE terlebih dahulu',
      en: 'Advises the provider to attend the SPSE training first',
    },
    question: {
      id: 'Penyedia pulang dulu, atau melanjutkan hari ini?',
      en: 'Does the provider leave now, or go on today?',
    },
    answers: {
      leaves: { id: 'Penyedia pulang', en: 'Provider leaves' },
      continues: { id: 'Penyedia lanjut', en: 'Provider goes on' },
    },
  },
  'call-provider': {
    signed: 'Memanggil Penyedia untuk mendapatkan Pendampingan dari Trainer',
    short: { id: 'Panggil penyedia', en: 'Call the provider' },
    title: {
      id: 'Memanggil Penyedia untuk mendapatkan Pendampingan dari Trainer',
      en: 'Calls the provider for a trainer’s assistance',
    },
    question: null,
    answers: { done: { id: 'Terima pendampingan', en: 'Accept the assistance' } },
  },
  'ask-qualification': {
    signed:
      'Menanyakan kepada Penyedia apakah telah mengisi Data Kualifikasi dan Upload Dokumen Pendukungnya',
    short: { id: 'Tanya data kualifikasi', en: 'Ask qualification data' },
    title: {
      id: 'Menanyakan kepada Penyedia apakah telah mengisi Data Kualifikasi dan Upload Dokumen Pendukungnya',
      en: 'Asks the provider whether the qualification data are filled in and the supporting documents uploaded',
    },
    question: {
      id: 'Apakah Data Kualifikasi sudah diisi dan Dokumen Pendukungnya sudah diunggah?',
      en: 'Are the qualification data filled in and the supporting documents uploaded?',
    },
    answers: { yes: { id: 'Ya, sudah', en: 'Yes, already' }, no: { id: 'Belum', en: 'Not yet' } },
  },
  'explain-qualification': {
    signed: 'Memberikan Penjelasan dalam mengisi data kualifikasi dan Upload Dokumen Pendukungnya',
    short: { id: 'Jelaskan data kualifikasi', en: 'Explain qualification' },
    title: {
      id: 'Memberikan penjelasan dalam mengisi data kualifikasi dan Upload Dokumen Pendukungnya',
      en: 'Explains filling in the qualification data and uploading the supporting documents',
    },
    question: null,
    answers: { done: { id: 'Selesai', en: 'Done' } },
  },
  'upload-qualification': {
    signed:
      'Mengisi Data dan Mengupload Dokumen Pendukungnya dengan Didampingi oleh Trainer LPSE. Apakah Pengisian Data dan Upload Dokumen Berhasil?',
    short: { id: 'Isi dan upload', en: 'Fill in and upload' },
    title: {
      id: 'Mengisi Data dan mengupload Dokumen Pendukungnya dengan didampingi oleh Trainer LPSE',
      en: 'Fills in the data and uploads the supporting documents, accompanied by the LPSE’s trainer',
    },
    question: {
      id: 'Apakah Pengisian Data dan Upload Dokumen Berhasil?',
      en: 'Did filling in and uploading succeed?',
    },
    answers: {
      yes: { id: 'Ya, berhasil', en: 'Yes, it did' },
      no: { id: 'Tidak berhasil', en: 'It did not' },
    },
  },
  'handle-problem': {
    signed:
      'Menangani Permasalahan untuk diselesaikan dengan Meminta bantuan pihak/unit lain di LPSE jika diperlukan. Apakah Permasalahan dapat diselesaikan?',
    short: { id: 'Tangani masalah', en: 'Handle the problem' },
    title: {
      id: 'Menangani permasalahan untuk diselesaikan dengan meminta bantuan pihak/unit lain di LPSE jika diperlukan',
      en: 'Handles the problem, asking other units of the LPSE for help where needed',
    },
    question: { id: 'Apakah Permasalahan dapat diselesaikan?', en: 'Can the problem be solved?' },
    answers: {
      yes: { id: 'Ya, teratasi', en: 'Yes, solved' },
      no: { id: 'Tidak dapat', en: 'Not solved' },
    },
  },
  escalate: {
    signed:
      'Mengekalasikan Permasalahan kepada Helpdesk LKPP melalui e-mail/TTS. Proses pendampingan selesai, penyedia akan segera dihubungi jika permasalahan yang dieskalasikan telah diselesaikan',
    short: { id: 'Eskalasi ke LKPP', en: 'Escalate to LKPP' },
    title: {
      id: 'Mengeskalasikan permasalahan kepada Helpdesk LKPP melalui e-mail/TTS. Proses pendampingan selesai, penyedia akan segera dihubungi jika permasalahan yang dieskalasikan telah diselesaikan',
      en: 'Escalates the problem to Helpdesk LKPP by e-mail/TTS. The assistance ends; the provider will be contacted as soon as the problem is resolved',
    },
    question: null,
    answers: { done: { id: 'Selesai', en: 'Done' } },
  },
  'explain-encryption': {
    signed:
      'Memberikan penjelasan dan petunjuk dalam mengenkripsi file dokumen penawaran menggunakan aplikasi enkripsi yang diselesaikan SPSE',
    short: { id: 'Jelaskan enkripsi', en: 'Explain encryption' },
    title: {
      id: 'Memberikan penjelasan dan petunjuk dalam mengenkripsi file dokumen penawaran menggunakan aplikasi enkripsi yang disediakan SPSE',
      en: 'Explains and guides encrypting the bid file with the encryption application that SPSE provides',
    },
    question: null,
    answers: { done: { id: 'Selesai', en: 'Done' } },
  },
  'upload-bid': {
    signed:
      'Melakukan enkripsi file dokumen Penawaran dan Upload Dokumen Penawaran Pendampingan oleh Bidang Layanan dan Dukungan. Apakah proses enkripsi dan Upload Penawaran Berhasil?',
    short: { id: 'Enkripsi dan upload', en: 'Encrypt and upload' },
    title: {
      id: 'Melakukan enkripsi file dokumen Penawaran dan Upload Dokumen Penawaran. Pendampingan oleh Bidang Layanan dan Dukungan',
      en: 'Encrypts the bid file and uploads the bid, accompanied by the service and support section',
    },
    question: {
      id: 'Apakah proses enkripsi dan Upload Penawaran Berhasil?',
      en: 'Did encrypting and uploading the bid succeed?',
    },
    answers: {
      yes: { id: 'Ya, berhasil', en: 'Yes, it did' },
      no: { id: 'Tidak berhasil', en: 'It did not' },
    },
  },
  'report-out': {
    signed:
      'Proses Pendampingan Upload Dokumen Selesai. Penyedia dapat meninggalkan Bidding Room dengan terlebih dahulu melapor kembali.',
    short: { id: 'Lapor kembali', en: 'Report out' },
    title: {
      id: 'Proses Pendampingan Upload Dokumen selesai. Penyedia dapat meninggalkan Bidding Room dengan terlebih dahulu melapor kembali',
      en: 'The assistance is finished. The provider may leave the Bidding Room after reporting back',
    },
    question: null,
    answers: { done: { id: 'Lapor kembali di meja', en: 'Report out at the desk' } },
  },
} satisfies Readonly<Record<string, Step['words']>>;
