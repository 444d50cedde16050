import * as crypto from 'node:crypto';

/** What the first line of a chain has for the hash before it. */
export const genesis = '0'.repeat(64);

const mark = ',"hash":"';
const end = '"}';
/** `,"hash":"` + 64 hex digits + `"}` end every line. */
export const tailLength = mark.length + 64 + end.length;

type Hash = (algorithm: string, bytes: string | Uint8Array, encoding: 'hex') => string;

/** @param oneShot takes half the time; Node has it since version 21 */
export function makeSha256(oneShot: Hash | undefined): (bytes: string | Uint8Array) => string {
  return oneShot === undefined
    ? (bytes) => crypto.createHash('sha256').update(bytes).digest('hex')
    : (bytes) => oneShot('sha256', bytes, 'hex');
}

export const sha256 = makeSha256((crypto as { readonly hash?: Hash }).hash);

/**
 * Writes an object as one line of JSON that ends with the hash of all before it.
 * @returns the line with its newline, and its hash: SHA-256 over the exact bytes before `,"hash"`
 */
export function encodeLine(fields: object): { readonly line: string; readonly hash: string } {
  const body = JSON.stringify(fields).slice(0, -1);
  const hash = sha256(body);
  return { line: `${body}${mark}${hash}${end}\n`, hash };
}

/** The hash that a line ends with; null when it does not end as a line does. @param ending of the line, as text */
export function hashIn(ending: string): string | null {
  return ending.endsWith(end) && ending.startsWith(mark, ending.length - tailLength)
    ? ending.slice(-64 - end.length, -end.length)
    : null;
}

/** Is this the hash of the bytes before it? @param bytes a line without its newline */
export function isHashed(bytes: Buffer, hash: string): boolean {
  return sha256(bytes.subarray(0, bytes.length - tailLength)) === hash;
}

/**
 * Reads the fields of a line.
 * @param bytes without the newline
 * @returns null when a single bit of it is not as it was written
 */
export function decodeLine(
  bytes: Buffer,
): { readonly fields: Readonly<Record<string, unknown>>; readonly hash: string } | null {
  const hash = hashIn(bytes.toString('latin1', Math.max(0, bytes.length - tailLength)));
  if (hash === null || !isHashed(bytes, hash)) return null;
  const fields = parseObject(bytes.toString('utf8'));
  return fields === null ? null : { fields, hash };
}

/** @returns null when the text is no JSON object */
export function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

/** The lines of a file: each without its newline, with where it begins, and whether its newline is there. */
export function* linesOf(
  bytes: Buffer,
): Generator<
  { readonly bytes: Buffer; readonly start: number; readonly whole: boolean },
  undefined
> {
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(10, start);
    const stop = newline < 0 ? bytes.length : newline;
    yield { bytes: bytes.subarray(start, stop), start, whole: newline >= 0 };
    start = stop + 1;
  }
}

/** Where the next line begins behind a piece that ends at an index: one byte stands where the newline was, or none. */
const nextBegin = (bytes: Buffer, index: number): number => index + (bytes[index] === 123 ? 0 : 1);

/**
 * Tears one line that grew from several apart: when the newline between two is lost, both still stand there whole.
 * @returns the pieces, each of which ends as a line ends; what is left over at the end is no piece
 */
export function piecesOf(bytes: Buffer): readonly Buffer[] {
  const text = bytes.toString('latin1');
  const pieces: Buffer[] = [];
  let start = 0;
  for (const { index, 0: tail } of text.matchAll(/,"hash":"[0-9a-f]{64}"\}/g)) {
    pieces.push(bytes.subarray(start, index + tail.length));
    start = nextBegin(bytes, index + tail.length);
  }
  return pieces;
}

const endOf = (bytes: Buffer, piece: Buffer): number =>
  piece.byteOffset - bytes.byteOffset + piece.length;

/** All that stands behind a piece of a line. */
export function behindPiece(bytes: Buffer, piece: Buffer): Buffer {
  return bytes.subarray(endOf(bytes, piece));
}

/** What is left over behind a piece of a line, and the byte that stands for a newline. */
export function behindFeed(bytes: Buffer, piece: Buffer): Buffer {
  return bytes.subarray(nextBegin(bytes, endOf(bytes, piece)));
}
