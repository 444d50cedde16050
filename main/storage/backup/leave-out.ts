import { backupLimits } from './backup-format.ts';
import { DamagedBackup } from './damaged-backup.ts';
import { guess, standingIn, type Standing } from '../people/people-format.ts';

/** A line of a people file with its newline, as far as it has one, without some of what stands in it. */
const leaveOut = (line: Buffer, isUnwanted: (standing: Standing) => boolean): Buffer => {
  const standing = standingIn(line);
  const left = standing.filter((each) => !isUnwanted(each));
  // As it stands, be it damaged: what is not asked about is not mended, and evidence stays.
  if (left.length === standing.length) return line;
  return Buffer.concat(
    left.filter(({ glue }) => !glue).flatMap(({ bytes }) => [bytes, Buffer.from('\n')]),
  );
};

/** The lines of some bytes, each without what is not wanted. */
const leaveOutOf = (bytes: Buffer, isUnwanted: (standing: Standing) => boolean): Buffer => {
  const left: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(10, start);
    const next = newline < 0 ? bytes.length : newline + 1;
    left.push(leaveOut(bytes.subarray(start, next), isUnwanted));
    start = next;
  }
  return Buffer.concat(left);
};

/**
 * A people file as it stood when the journal reached `seq`: without records that were written behind it, and without a last
 * line that is being written just now. Lines that are not as they were written stay.
 */
export function withoutLater(bytes: Buffer, seq: number): Buffer {
  return leaveOutOf(
    bytes,
    (line) => (line.record !== null || !line.whole) && guess(line).after > seq,
  );
}

/** Also a damaged line goes in which one of the ids can still be read. */
const isOneOf =
  (ids: ReadonlySet<string>) =>
  (line: Standing): boolean =>
    ids.has(guess(line).id) ||
    (line.record === null && [...ids].some((id) => line.bytes.includes(id)));

/**
 * A people file without the records with these ids, line by line as it comes.
 * @throws DamagedBackup when a line is longer than may be held
 */
export async function* withoutRecords(
  name: string,
  chunks: AsyncIterable<Buffer>,
  ids: ReadonlySet<string>,
): AsyncGenerator<Buffer, undefined> {
  const isUnwanted = isOneOf(ids);
  let begun: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(10) + 1;
    if (end > 0) {
      yield leaveOutOf(Buffer.concat([...begun, chunk.subarray(0, end)]), isUnwanted);
      begun = [];
      bytes = 0;
    }
    begun.push(chunk.subarray(end));
    bytes += chunk.length - end;
    if (bytes > backupLimits.lineBytes) throw new DamagedBackup('too-long', name);
  }
  const last = Buffer.concat(begun);
  if (last.length > 0) yield leaveOut(last, isUnwanted);
}
