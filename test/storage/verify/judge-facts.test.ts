import { expect, test } from 'vitest';
import { verify } from '../../../main/storage/verify/verify.ts';
import { decodeLine, encodeLine, genesis } from '../../../main/storage/journal/hashed-line.ts';
import { judgeFacts } from '../../../main/storage/verify/judge-facts.ts';
import { makeMemoryFiles, putContent } from '../../adapters/memory-files.ts';
import { answer, checkIn, guestBookB, must, openReadyOffice, signIn } from '../../office.ts';
import { oneByOne, text, write } from '../journal/segments.ts';

const path = '/data/checkpoint.json';

test('a checkpoint is true when it says what the facts up to its point fold to, and found out when it does not', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  const visit = await checkIn(office);
  await checkIn(office, guestBookB);
  await signIn(office, 'Meja layanan 1');
  await must(office.console('queue.begin', { visit }));
  await must(answer(office, visit, 'yes'));
  expect((await verify(files, '/data')).isCheckpointTrue).toBe(true);
  await office.restored.saveCheckpoint();
  // Also with more behind it.
  await checkIn(office);
  expect((await verify(files, '/data')).isCheckpointTrue).toBe(true);

  const { hash: _, ...fields } =
    decodeLine(Buffer.from(files.textOf(path).trimEnd()))?.fields ?? {};
  const state = fields['state'] as { readonly lastOrdinal: number };
  await putContent(
    files,
    path,
    encodeLine({ ...fields, state: { ...state, lastOrdinal: state.lastOrdinal - 1 } }).line,
  );
  expect((await verify(files, '/data')).isCheckpointTrue).toBe(false);
});

test('who waits for a long journal is told now and then how much of it was folded', async () => {
  const files = makeMemoryFiles();
  await putContent(
    files,
    '/data/journal/000001.jsonl',
    text(write(1, 1, genesis, oneByOne(1, 10_001))),
  );
  const told: number[] = [];
  await judgeFacts(files, '/data', null, (lines) => void told.push(lines));
  expect(told).toEqual([5_000, 10_000]);
});
