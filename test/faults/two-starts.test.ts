import { fork, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { verify } from '../../main/storage/verify/verify.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { checkIn, monday, openReadyOffice } from '../office.ts';
import { bounded } from './chance.ts';

const made: string[] = [];
const children: ChildProcess[] = [];
const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
});

type Said = { readonly got: boolean; readonly seq?: number };
const start = (folder: string, at: number) =>
  new Promise<{ readonly child: ChildProcess; readonly said: Said }>((resolve, reject) => {
    const child = fork(
      fileURLToPath(new URL('./start-contender.ts', import.meta.url)),
      [folder, String(at)],
      { stdio: 'ignore' },
    );
    children.push(child);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`A start ended with ${code}`)));
    child.once('message', (said) => resolve({ child, said: said as Said }));
  });

/** Every file with its bytes, but for the sockets of the lock. */
const contentOf = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(
      files.map(async (path): Promise<[string, string]> => [
        path.slice(folder.length + 1),
        (await readFile(path)).toString('base64'),
      ]),
    ),
  );
};
const isSocket = (name: string): boolean => /^lock-\d+$/.test(name);

test(
  'of two or three that start at once exactly one gets the folder, and the others write nothing into it',
  { timeout: bounded(60_000, 1_200_000) },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pendamping-starts-'));
    made.push(folder);
    const office = await openReadyOffice({
      files: nodeFiles,
      folder,
      clock: makeSimulatedClock(monday),
    });
    await checkIn(office);
    await office.close();

    const touched = new Map<string, number>();
    const watching = watch(
      folder,
      (_, name) => void touched.set(name ?? '', (touched.get(name ?? '') ?? 0) + 1),
    );
    const races = bounded(10, 100);
    let rivals = 0;
    for (let race = 1; race <= races; race += 1) {
      const before = await contentOf(folder);
      const seq = (await verify(nodeFiles, folder)).head.seq;
      const starts = await Promise.all(
        Array.from({ length: 2 + (race % 2) }, () => start(folder, monday + race * 60_000)),
      );
      rivals += starts.length - 1;
      expect(
        starts.filter(({ said }) => said.got),
        `race ${race}`,
      ).toHaveLength(1);
      expect(starts.find(({ said }) => said.got)?.said.seq).toBe(seq + 1);
      const after = await contentOf(folder);
      // The one that got it began a segment of the journal; nothing else is new or changed.
      const different = [...after]
        .filter(([path, bytes]) => before.get(path) !== bytes)
        .map(([path]) => path);
      // (and the month's people file: after a start that was killed neither is trusted)
      expect(
        different.filter((path) => /^journal\/\d{6}\.jsonl$/.test(path)),
        `race ${race}`,
      ).toHaveLength(1);
      expect(
        different.filter((path) => /^people\/\d{4}-\d\d\.\d+\.jsonl$/.test(path)).length,
        `race ${race}`,
      ).toBeLessThanOrEqual(1);
      expect(different.length, `race ${race}`).toBeLessThanOrEqual(2);
      expect([...before.keys()].filter((path) => !after.has(path))).toEqual([]);
      const { findings, head } = await verify(nodeFiles, folder);
      expect(findings).toEqual([]);
      expect(head.seq).toBe(seq + 1);
      expect((await readdir(folder)).filter(isSocket)).toHaveLength(1);
      await Promise.all(starts.map(({ child }) => end(child)));
    }
    watching.close();
    const sockets = [...touched.keys()].filter(isSocket);
    expect([...touched.keys()].filter((name) => !isSocket(name))).toEqual([]);
    console.info(
      `${races} races, ${rivals} refused starts: nothing written by them; ${sockets.length} sockets of the lock were made, and all but the holder’s taken away`,
    );
  },
);
