import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../shared/base/ids.ts';
import { withoutLater, withoutRecords } from '../../../main/storage/backup/leave-out.ts';
import { encodeRecord } from '../../../main/storage/people/people-format.ts';

const line = (id: string, after: number): string =>
  encodeRecord(
    { ref: { id: id as PersonId, file: '2026-11', commitment: '' }, salt: 's', data: { name: id } },
    after,
  );
const left = (text: string, seq: number): string => withoutLater(Buffer.from(text), seq).toString();
const cut = async (text: string, ids: readonly string[], pieces: number): Promise<string> => {
  async function* chunks() {
    for (let at = 0; at < text.length; at += pieces) yield Buffer.from(text.slice(at, at + pieces));
  }
  const parts: Buffer[] = [];
  for await (const part of withoutRecords('people/2026-11.jsonl', chunks(), new Set(ids)))
    parts.push(part);
  return Buffer.concat(parts).toString();
};

describe('a people file as it stood at a line of the journal', () => {
  test('lacks what was written behind it, and nothing else', () => {
    const [early, just, later] = [line('a', 3), line('b', 10), line('c', 11)];
    expect(left(early + just + later, 10)).toBe(early + just);
    expect(left(early + later + just, 10)).toBe(early + just);
    expect(left(early + just, 10)).toBe(early + just);
    expect(left('', 10)).toBe('');
  });

  test('lacks a line that is being written just now, and keeps what is damaged', () => {
    const [early, later] = [line('a', 3), line('c', 11)];
    for (let bytes = 1; bytes < later.length; bytes += 1)
      expect(left(early + later.slice(0, bytes), 10), `${bytes} bytes`).toBe(early);
    const damaged = later.replace('"salt"', '"sald"');
    expect(left(damaged + early, 10)).toBe(damaged + early);
    const glued = early.replace('\n', '\0') + early;
    expect(left(glued + later, 10)).toBe(glued);
  });
});

describe('a people file without some records', () => {
  test('is the same however it is cut into pieces, with its damage and its torn end', async () => {
    const [a, b, c] = [line('aa', 1), line('bb', 2), line('cc', 3)];
    const damagedB = b.replace('"salt"', '"sald"');
    const torn = c.slice(0, 40);
    for (const pieces of [1, 7, 64, 5_000]) {
      expect(await cut(a + b + c, ['bb'], pieces)).toBe(a + c);
      expect(await cut(a + damagedB + c, ['bb'], pieces)).toBe(a + c);
      expect(await cut(a + damagedB + torn, ['aa'], pieces)).toBe(damagedB + torn);
      expect(await cut(a + b + torn, ['cc'], pieces)).toBe(a + b);
      // Two lines grown together: the one goes, the other stays.
      expect(await cut(a.replace('\n', '\0') + b + c, ['aa'], pieces)).toBe(b + c);
    }
  });
});
