import type { ErasureReason } from '../procedure/words.ts';

export type DestructionRecord = {
  readonly id: string;
  readonly office: string;
  /** The office's date. */
  readonly date: string;
  readonly because: ErasureReason;
  readonly visits: readonly string[];
  readonly records: number;
  readonly untold: readonly string[];
};

const becauseId: Record<ErasureReason, string> = { request: 'permintaan pemilik data', retention: 'masa simpan telah berakhir' };
const becauseEn: Record<ErasureReason, string> = { request: 'the data subject asked for it', retention: 'the time of keeping is over' };

const list = (items: readonly string[]): string => items.map((item) => `  - ${item}\n`).join('');

/** The destruction record (berita acara pemusnahan): what was destroyed, without a word about whose it was. */
export const destructionRecordText = ({ id, office, date, because, visits, records, untold }: DestructionRecord): string =>
  `BERITA ACARA PEMUSNAHAN DATA PRIBADI
${office}

Nomor      : ${id}
Tanggal    : ${date}
Alasan     : ${becauseId[because]}
Kunjungan  :
${list(visits)}Dimusnahkan: ${records} catatan pribadi beserta slipnya. Jejak langkah, waktu, dan statistik kunjungan tetap tersimpan tanpa data pribadi.
${untold.length === 0 ? '' : `Folder cadangan yang belum dapat diberi tahu; sertakan daftar pemusnahan bila memulihkan dari sana:\n${list(untold)}`}
Petugas    : ______________________      Koordinator: ______________________


DESTRUCTION RECORD FOR PERSONAL DATA
${office}

Number     : ${id}
Date       : ${date}
Reason     : ${becauseEn[because]}
Visits     :
${list(visits)}Destroyed  : ${records} personal records with their slips. Steps, times and statistics of the visits stay, without personal data.
${untold.length === 0 ? '' : `Backup folders that could not be told yet; give the list of erasures when restoring from there:\n${list(untold)}`}
Officer    : ______________________      Coordinator: ______________________
`;
