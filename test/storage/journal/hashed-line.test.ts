import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  decodeLine,
  encodeLine,
  genesis,
  hashIn,
  linesOf,
  makeSha256,
  piecesOf,
  sha256,
  tailLength,
} from '../../../main/storage/journal/hashed-line.ts';

const line = encodeLine({ seq: 1, data: { text: 'Membawa laptop sendiri.' } });
const bytes = Buffer.from(line.line.slice(0, -1));

describe('a hashed line', () => {
  test('ends with the SHA-256 of all before it, in this very form', () => {
    const body = '{"seq":1,"data":{"text":"Membawa laptop sendiri."}';
    const hash = createHash('sha256').update(body).digest('hex');
    expect(line).toEqual({ line: `${body},"hash":"${hash}"}\n`, hash });
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    // Both ways of hashing, that of an older Node too, come to the same.
    expect(makeSha256(undefined)('kiosk')).toBe(sha256('kiosk'));
    expect(
      makeSha256((algorithm, text, encoding) => `${algorithm} ${String(text)} ${encoding}`)('a'),
    ).toBe('sha256 a hex');
    expect(genesis).toBe('0000000000000000000000000000000000000000000000000000000000000000');
    expect(tailLength).toBe(`,"hash":"${hash}"}`.length);
  });

  test('gives its fields back, and nothing when a single bit of it changed', () => {
    expect(decodeLine(bytes)).toEqual({
      fields: { seq: 1, data: { text: 'Membawa laptop sendiri.' }, hash: line.hash },
      hash: line.hash,
    });
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeLine(flipped), `bit ${bit}`).toBeNull();
    }
  });

  test('is none when it is too short, or only looks like one', () => {
    for (const text of [
      '',
      '{}',
      '"}',
      `,"hash":"${genesis}"}`,
      line.line.slice(1, -1),
      line.line.slice(0, -2),
    ])
      expect(decodeLine(Buffer.from(text)), text).toBeNull();
    const body = '{"seq":1,';
    expect(decodeLine(Buffer.from(`${body},"hash":"${sha256(body)}"}`))).toBeNull();
    expect(hashIn(line.line.slice(0, -1))).toBe(line.hash);
    expect(hashIn(line.line)).toBeNull();
  });

  test('keeps every letter: emoji, right to left, control characters, half a surrogate', () => {
    const text = '😀 שלום \u0000\u0007\u2028\\" \ud83d';
    const encoded = encodeLine({ text });
    expect(decodeLine(Buffer.from(encoded.line.slice(0, -1)))?.fields['text']).toBe(text);
    expect(encoded.line.indexOf('\n')).toBe(encoded.line.length - 1);
  });
});

describe('the lines of a file', () => {
  const parts = (text: string) =>
    [...linesOf(Buffer.from(text))].map((part) => ({ ...part, bytes: part.bytes.toString() }));

  test('come without their newline, with where they begin; a last one may lack its own', () => {
    expect(parts('')).toEqual([]);
    expect(parts('\n')).toEqual([{ bytes: '', start: 0, whole: true }]);
    expect(parts('a\n\nbc')).toEqual([
      { bytes: 'a', start: 0, whole: true },
      { bytes: '', start: 2, whole: true },
      { bytes: 'bc', start: 3, whole: false },
    ]);
  });

  test('that grew together are told apart by their hashes, whatever stands between', () => {
    const other = encodeLine({ seq: 2 }).line.slice(0, -1);
    for (const between of ['\u000b', ' ', '\u0000']) {
      expect(piecesOf(Buffer.from(`${bytes.toString()}${between}${other}`)).map(String)).toEqual([
        bytes.toString(),
        other,
      ]);
    }
    expect(piecesOf(Buffer.from(`${bytes.toString()}x`)).map(String)).toEqual([bytes.toString()]);
    expect(piecesOf(Buffer.from('nothing of the kind'))).toEqual([]);
  });
});
