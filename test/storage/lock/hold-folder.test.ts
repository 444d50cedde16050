import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeFiles } from '../../../main/storage/files/node-files.ts';
import { askHolder } from '../../../main/storage/lock/folder-lock.ts';
import { holdFolder } from '../../../main/storage/lock/hold-folder.ts';

let root = '';
let data = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pendamping-hold-'));
  data = join(root, 'data');
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});
const hold = (bringToFront: () => void = () => undefined) =>
  holdFolder(nodeFiles, data, bringToFront);

test('a second start brings the first to the front, though that has not opened its records yet', async () => {
  let times = 0;
  const first = await hold(() => (times += 1));
  expect(first).not.toBeNull();
  expect(await hold()).toBeNull();
  expect(times).toBe(1);
  await first?.lock.release();
  const next = await hold();
  expect(next).not.toBeNull();
  await next?.lock.release();
});

test('what is asked before there is anybody to answer waits for the answer', async () => {
  const first = await hold();
  const lines: string[] = [];
  const asked = askHolder(data, 'how far?', (line) => void lines.push(line));
  first?.answerBy((question, reply) => reply(`${question} here`));
  expect(await asked).toBe('answered');
  expect(lines).toEqual(['how far? here']);
  await first?.lock.release();
});

test('what is asked of a program that gives the folder up again gets no answer, and holds nobody', async () => {
  const first = await hold();
  const lines: string[] = [];
  const asked = askHolder(data, 'how far?', (line) => void lines.push(line));
  await first?.lock.release();
  expect(['answered', 'nobody']).toContain(await asked);
  expect(lines).toEqual([]);
});
