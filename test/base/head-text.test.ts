import { expect, test } from 'vitest';
import { headText, parseHead } from '../../shared/base/head-text.ts';

test('a head is printed with its hash or not at all', () => {
  expect(headText({ seq: 12, hash: '9f86d081884c7d659a2f' })).toBe('12-9f86d081884c7d65');
  expect(headText({ seq: 12, hash: '' })).toBeNull();
  expect(headText({ seq: 0, hash: '0'.repeat(64) })).toBeNull();
  expect(parseHead('12-')).toBeNull();
});
