import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Contents } from '../four-months.ts';

const toldSchema = z.object({
  seqs: z.string(),
  digest: z.string(),
  next: z.number(),
  whole: z.boolean(),
  findings: z.array(z.tuple([z.string(), z.string()])),
  head: z.object({ seq: z.number(), hash: z.string() }).nullable(),
  journal: z.object({ id: z.string(), branch: z.string() }).nullable(),
});
/** What the independent reader says of a folder. */
export type Told = z.infer<typeof toldSchema>;

/** Lets the reader in Python read data folders. @param folders files by path, below `/data/` @returns its answers, in that order */
export async function readWithPython(folders: readonly Contents[]): Promise<readonly Told[]> {
  const root = await mkdtemp(join(tmpdir(), 'pendamping-reader-'));
  try {
    const paths = folders.map((_, at) => join(root, String(at)));
    for (const [at, contents] of folders.entries()) {
      await mkdir(join(root, String(at)));
      for (const [path, content] of contents) {
        const target = join(root, String(at), path.slice('/data/'.length));
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, content);
      }
    }
    const { stdout } = await promisify(execFile)(
      'python3',
      [join(import.meta.dirname, 'read_folder.py'), ...paths],
      { maxBuffer: 2 ** 30 },
    );
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => toldSchema.parse(JSON.parse(line)));
  } finally {
    await rm(root, { recursive: true });
  }
}
