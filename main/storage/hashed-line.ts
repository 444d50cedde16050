import { createHash } from 'node:crypto';

/** What the first line of a chain has for the hash before it. */
export const genesis = '0'.repeat(64);

const mark = ',"hash":"';
/** `,"hash":"` + 64 hex digits + `"}` end every line. */
const tailLength = mark.length + 64 + 2;

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Writes an object as one line of JSON that ends with the hash of all before it.
 * @returns the line with its newline, and its hash: SHA-256 over the exact bytes before `,"hash"`
 */
export const encodeLine = (fields: object): { readonly line: string; readonly hash: string } => {
  const body = JSON.stringify(fields).slice(0, -1);
  const hash = sha256(body);
  return { line: `${body}${mark}${hash}"}\n`, hash };
};

/**
 * Reads a line back.
 * @param bytes without the newline
 * @returns the object with its hash, or null when a single bit of the line is not as it was written
 */
export const decodeLine = (bytes: Buffer): { readonly fields: unknown; readonly hash: string } | null => {
  const end = bytes.length - tailLength;
  if (end < 2 || bytes.toString('latin1', end, end + mark.length) !== mark) return null;
  if (bytes.toString('latin1', bytes.length - 2) !== '"}') return null;
  const hash = bytes.toString('latin1', end + mark.length, bytes.length - 2);
  if (sha256(bytes.subarray(0, end)) !== hash) return null;
  try {
    return { fields: JSON.parse(bytes.toString('utf8')), hash };
  } catch {
    return null;
  }
};

/** The lines of a file: each without its newline, with where it begins, and whether its newline is there. */
export function* linesOf(bytes: Buffer): Generator<{ readonly bytes: Buffer; readonly start: number; readonly whole: boolean }> {
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    yield { bytes: bytes.subarray(start, end), start, whole: newline >= 0 };
    start = end + 1;
  }
}
