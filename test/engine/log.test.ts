import { expect, test } from 'vitest';
import { logLine } from '../../main/engine/log.ts';
import { openRollingLog } from '../../main/storage/files/rolling-log.ts';
import { makeMemoryFiles } from '../adapters/memory-files.ts';

const at = Date.parse('2026-11-23T05:58:00Z');

test('a line tells kind, code and places, and nothing of what a person typed', () => {
  let caught: unknown;
  try {
    JSON.parse('{"name":"Wakil CV Sumber Makmur Batang"');
  } catch (error) {
    caught = error;
  }
  const line = logLine(at, 'desktop', caught);
  expect(line).not.toContain('Sumber');
  expect(JSON.parse(line)).toMatchObject({
    at: '2026-11-23T05:58:00.000Z',
    area: 'desktop',
    kind: 'SyntaxError',
  });
  const held = Object.assign(new Error('/home/x/register.csv'), { code: 'EBUSY' });
  expect(JSON.parse(logLine(at, 'export', held))).toMatchObject({ kind: 'Error', code: 'EBUSY' });
  expect(logLine(at, 'export', held)).not.toContain('/home/');
  expect(JSON.parse(logLine(at, 'export', 'just words'))).toMatchObject({
    kind: 'string',
    through: [],
  });
});

test('the log keeps five files of a megabyte, the newest first, in order', async () => {
  const files = makeMemoryFiles();
  const filling = 'x'.repeat(400_000);
  let told = 0;
  const log = openRollingLog(files, '/machine', () => `${(told += 1)} ${filling}\n`);
  for (let count = 0; count < 15; count += 1) log.tell('test', null);
  await log.settled();
  const names = (await files.list('/machine')).filter((name) => name.startsWith('log'));
  expect([...names].sort()).toEqual([
    'log.1.txt',
    'log.2.txt',
    'log.3.txt',
    'log.4.txt',
    'log.txt',
  ]);
  for (const name of names)
    expect(files.textOf(`/machine/${name}`).length).toBeLessThanOrEqual(1_000_000);
  expect(files.textOf('/machine/log.txt')).toMatch(/^15 /);
  expect(files.textOf('/machine/log.1.txt')).toMatch(/^13 .*\n14 /s);
});

test('a disk that takes nothing stops nobody, and the log goes on when it does again', async () => {
  const files = makeMemoryFiles();
  const log = openRollingLog(files, '/machine', (area) => `${area}\n`);
  files.onCall = () => {
    throw new Error('No space');
  };
  log.tell('first', null);
  await log.settled();
  files.onCall = () => undefined;
  log.tell('second', null);
  await log.settled();
  expect(files.textOf('/machine/log.txt')).toBe('second\n');
});
