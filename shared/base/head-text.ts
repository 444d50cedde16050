/** So many hex digits of a hash are printed: 64 bits, enough that nobody finds another line with them. */
const printedDigits = 16;

/**
 * The journal's last whole line as it is printed on slips and closing sheets: `1234-9f86d081884c7d65`.
 * @param head number and SHA-256 of the line
 * @returns null when there is no whole line: a number alone proves nothing and is never printed
 */
export function headText({
  seq,
  hash,
}: {
  readonly seq: number;
  readonly hash: string;
}): string | null {
  return seq === 0 || hash === '' ? null : `${seq}-${hash.slice(0, printedDigits)}`;
}

/** Reads a head as printed, or with its whole hash. @returns null when it is not one; `hash` may be the beginning of one */
export function parseHead(typed: string): { readonly seq: number; readonly hash: string } | null {
  const match = /^\s*(\d{1,15})\s*-\s*([0-9a-f]{16,64})\s*$/i.exec(typed);
  return match ? { seq: Number(match[1]), hash: (match[2] ?? '').toLowerCase() } : null;
}
