import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstToBeHad } from '../../main/shell/exports-folder.ts';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'pendamping-places-'))));
afterEach(() => rm(folder, { recursive: true }));

const gone = (): string => {
  throw new Error("Failed to get 'documents' path");
};

test('exports go to the documents, where there are some, and no other place is touched', async () => {
  const documents = join(folder, 'Documents');
  expect(firstToBeHad([() => documents, gone], '/none')).toBe(join(documents, 'Pendamping'));
  expect((await stat(join(documents, 'Pendamping'))).isDirectory()).toBe(true);
});

test('a desktop without documents, or with some on a disk that is gone, gives the next place', async () => {
  await writeFile(join(folder, 'D'), 'no folder can be made in a file');
  expect(firstToBeHad([gone, () => join(folder, 'D', 'Documents'), () => folder], '/none')).toBe(
    join(folder, 'Pendamping'),
  );
});

test('where none is to be had it is the program’s own, for whoever writes there to tell', () => {
  expect(firstToBeHad([gone, gone], '/none/exports')).toBe('/none/exports');
});
