import { expect, test } from 'vitest';
import { verify } from '../../main/storage/verify.ts';
import { decodeLine, encodeLine } from '../../main/storage/hashed-line.ts';
import { makeMemoryFiles, putContent } from '../adapters/memory-files.ts';
import { answer, checkIn, guestBookB, must, openReadyOffice, signIn } from '../office.ts';

const path = '/data/checkpoint.json';

test('a checkpoint is true when it says what the facts up to its point fold to, and found out when it does not', async () => {
  const files = makeMemoryFiles();
  const office = await openReadyOffice({ files });
  const visit = await checkIn(office);
  await checkIn(office, guestBookB);
  await signIn(office, 'Meja layanan 1');
  await must(office.console('visit.begin', { visit }));
  await must(answer(office, visit, 'yes'));
  expect((await verify(files, '/data')).isCheckpointTrue).toBe(true);
  await office.restored.saveCheckpoint();
  // Also with more behind it.
  await checkIn(office);
  expect((await verify(files, '/data')).isCheckpointTrue).toBe(true);

  const { hash: _, ...fields } = decodeLine(Buffer.from(files.textOf(path).trimEnd()))?.fields ?? {};
  const state = fields['state'] as { readonly lastOrdinal: number };
  await putContent(files, path, encodeLine({ ...fields, state: { ...state, lastOrdinal: state.lastOrdinal - 1 } }).line);
  expect((await verify(files, '/data')).isCheckpointTrue).toBe(false);
});
