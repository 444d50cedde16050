import type { Language } from '../base/closed-lists.ts';
import type { DefinitionProblem } from '../sop/definition-problem.ts';

type Sentence = (at: string) => string;
type Sentences = Readonly<
  Record<DefinitionProblem['problem'], { readonly id: Sentence; readonly en: Sentence }>
>;

/** What is wrong with a definition, and what to do about it. */
const sentences: Sentences = {
  malformed: {
    id: (at) => `Bagian "${at}" tidak sesuai bentuk definisi. Perbaiki isinya.`,
    en: (at) => `The part "${at}" does not have the form of a definition. Mend it.`,
  },
  'double-step': {
    id: () => 'Id langkah ini sudah dipakai langkah lain. Beri id sendiri.',
    en: () => 'Another step has this id already. Give it its own.',
  },
  'double-answer': {
    id: () => 'Satu jawaban punya dua panah. Sisakan satu.',
    en: () => 'One answer has two arrows. Leave one.',
  },
  'double-key': {
    id: (at) => `"${at}" ditulis dua kali. Sisakan satu.`,
    en: (at) => `"${at}" stands twice. Leave one.`,
  },
  'taken-id': {
    id: () => 'Id ini dipakai untuk hasil kunjungan. Pilih id lain.',
    en: () => 'This id is the name of an outcome. Choose another.',
  },
  'numbers-not-in-order': {
    id: () => 'Nomor langkah harus urut: 1, 2, 3 dan seterusnya.',
    en: () => 'Steps must be numbered in order: 1, 2, 3 and so on.',
  },
  'unknown-target': {
    id: (at) => `Panah menuju "${at}", yang tidak ada. Tunjuk langkah yang ada.`,
    en: (at) => `An arrow leads to "${at}", which is not there. Name a step that is.`,
  },
  'unknown-executor': {
    id: (at) => `Pelaksana "${at}" tidak ada dalam daftar pelaksana. Tambahkan.`,
    en: (at) => `The executor "${at}" is not in the list. Add it.`,
  },
  'unknown-outcome': {
    id: (at) => `Hasil "${at}" tidak ada dalam daftar hasil. Tambahkan.`,
    en: (at) => `The outcome "${at}" is not in the list. Add it.`,
  },
  'unknown-field': {
    id: (at) => `Buku tamu tidak punya isian "${at}". Pakai isian yang ada.`,
    en: (at) => `The guest book has no field "${at}". Use one that it has.`,
  },
  'answer-without-words': {
    id: (at) => `Jawaban "${at}" belum punya kata. Tulis dalam dua bahasa.`,
    en: (at) => `The answer "${at}" has no words. Write them in both languages.`,
  },
  'no-last-step-outcome': {
    id: () => 'Panah ke lapor kembali harus menyebut hasil; panah lain tidak boleh.',
    en: () => 'An arrow to reporting out names its outcome, and no other arrow does.',
  },
  'not-one-guest-book': {
    id: () => 'Harus ada tepat satu langkah buku tamu.',
    en: () => 'There must be one step of the kind guest-book, and no second.',
  },
  'not-one-report-out': {
    id: () => 'Harus ada tepat satu langkah lapor kembali.',
    en: () => 'There must be one step of the kind report-out, and no second.',
  },
  'arrival-not-alone': {
    id: () =>
      'Sebelum buku tamu hanya boleh ada langkah pengunjung sendiri, berurutan, tanpa jalan kembali.',
    en: () =>
      'Before the guest book stand the visitor’s own steps alone, one after the other, with no way back.',
  },
  'guest-book-with-choice': {
    id: () => 'Buku tamu harus punya tepat satu panah.',
    en: () => 'The guest book has one arrow.',
  },
  'no-waiting-place': {
    id: () =>
      'Setelah buku tamu harus ada satu tempat menunggu: antrean, atau langkah petugas yang mulai saat dilayani (at-begin).',
    en: () =>
      'Behind the guest book stands one place to wait: a queue, or a staff step that starts at-begin.',
  },
  'second-queue': {
    id: () => 'Hanya boleh ada satu antrean, tepat setelah buku tamu.',
    en: () => 'There is one queue, right behind the guest book.',
  },
  'wrong-clock': {
    id: () => 'Jenis langkah ini tidak dapat mulai menghitung waktu dengan cara itu.',
    en: () => 'This kind of step cannot start its clock that way.',
  },
  'wrong-phase': {
    id: (at) => `Jenis langkah ini tidak berada pada fase "${at}".`,
    en: (at) => `This kind of step does not stand in the phase "${at}".`,
  },
  'wrong-answers': {
    id: (at) => `Jawaban "${at}" tidak cocok untuk jenis langkah ini.`,
    en: (at) => `The answer "${at}" does not go with this kind of step.`,
  },
  'nobody-may-close': {
    id: () =>
      'Sebutkan siapa petugas yang boleh menutup langkah ini; langkah pengunjung sendiri tidak punya penutup.',
    en: () => 'Say who of the staff may close this step; the visitor’s own have nobody.',
  },
  'demand-not-served': {
    id: (at) => `Jenis langkah ini tidak dapat meminta "${at}".`,
    en: (at) => `This kind of step cannot demand "${at}".`,
  },
  'ticket-without-follow-up': {
    id: () => 'Langkah ini memerlukan tindak lanjut, yang belum ditulis.',
    en: () => 'This step needs a follow-up, and there is none.',
  },
  'follow-up-begins-late': {
    id: () => 'Tindak lanjut harus mulai saat langkah ini dimasuki.',
    en: () => 'The follow-up must begin when this step is entered.',
  },
  'end-elsewhere': {
    id: () => 'Kunjungan hanya berakhir pada lapor kembali.',
    en: () => 'A visit ends at reporting out only.',
  },
  'two-norms': {
    id: () => 'Pilih menit atau hari kerja, jangan keduanya.',
    en: () => 'Choose minutes or working days, not both.',
  },
  'working-days-in-room': {
    id: () => 'Norma hari kerja hanya untuk tindak lanjut, bukan untuk langkah di ruang.',
    en: () => 'Working days are norms of a follow-up, not of a step in the room.',
  },
  'returns-from-nowhere': {
    id: () => 'Langkah ini kembali ke pemanggil, tetapi tidak ada langkah biasa yang memanggilnya.',
    en: () => 'This step goes back to its caller, and no plain step calls it.',
  },
  unreachable: {
    id: () => 'Tidak ada panah yang sampai ke langkah ini.',
    en: () => 'No arrow comes to this step.',
  },
  'no-way-out': {
    id: () => 'Dari langkah ini tidak ada jalan ke lapor kembali.',
    en: () => 'From this step no way leads to reporting out.',
  },
  'follow-up-unreachable': {
    id: (at) => `Tahap "${at}" tidak dapat dicapai; tindak lanjut mulai dari "drafted".`,
    en: (at) => `The stage "${at}" cannot be reached; a follow-up starts with "drafted".`,
  },
  'follow-up-without-end': {
    id: (at) => `Dari tahap "${at}" tindak lanjut tidak dapat ditutup.`,
    en: (at) => `From the stage "${at}" the follow-up cannot be closed.`,
  },
  'start-not-before': {
    id: (at) => `Waktu mulai setelah "${at}", yang tidak mendahului langkah ini.`,
    en: (at) => `The clock starts after "${at}", which does not come before this step.`,
  },
};

/** One finding in a plain sentence, with its row where it has one: `Langkah 7: …`. */
export function definitionProblemSentence(
  language: Language,
  { problem, row, at = '' }: DefinitionProblem,
): string {
  const sentence = sentences[problem][language](at);
  if (row === null) return sentence;
  return language === 'id' ? `Langkah ${row}: ${sentence}` : `Step ${row}: ${sentence}`;
}

/** What is said of a file that holds no definition to work by. */
export function definitionRefused(
  language: Language,
  file: string,
  problems: readonly DefinitionProblem[],
): string {
  const head =
    language === 'id'
      ? `Prosedur dalam ${file} tidak dipakai:`
      : `The procedure in ${file} is not used:`;
  return [
    head,
    ...problems.map((problem) => `  ${definitionProblemSentence(language, problem)}`),
  ].join('\n');
}
