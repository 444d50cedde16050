import { basename, dirname, join } from 'node:path';
import { headText } from '../../shared/head-text.ts';
import type { ErasureId, VisitCode } from '../../shared/ids.ts';
import type { Fact } from '../../shared/procedure/facts.ts';
import { recordsText } from '../../shared/text/records.ts';
import { decision } from '../app/core.ts';
import { DamagedBackup } from '../storage/backup-format.ts';
import { erasureListName, readErasureList, type ListedErasure } from '../storage/erasure-list.ts';
import { readFacts, segmentNumbers } from '../storage/read-journal.ts';
import { restoreBackup } from '../storage/restore-backup.ts';
import { isDamage } from '../storage/findings.ts';
import { verify } from '../storage/verify.ts';
import { openRecords } from './keep-command.ts';
import { Trouble, type Outcome } from './outcome.ts';
import { number } from './verify-command.ts';
import type { CommandWorld } from './world.ts';

/** The erasures that a data folder's own journal tells of. */
const erasuresOf = async ({ files }: CommandWorld, dataFolder: string): Promise<readonly ListedErasure[]> => {
  const erasures: ListedErasure[] = [];
  await readFacts(files, join(dataFolder, 'journal'), {}, (fact) => {
    if (fact.type === 'erasure.decided') erasures.push({ ...fact.data, at: fact.at });
  });
  return erasures;
};

/** A list of erasures, a folder that has one, or a data folder. */
const erasuresFrom = async (world: CommandWorld, path: string): Promise<readonly ListedErasure[]> => {
  const { files } = world;
  if ((await segmentNumbers(files, join(path, 'journal')).catch(() => [])).length > 0) return erasuresOf(world, path);
  const list = (await files.isFolder(path)) ? join(path, erasureListName) : path;
  const { erasures, damaged } = await readErasureList(files, list);
  if (damaged > 0 || (erasures.length === 0 && (await files.read(list, 0, 1)) === null)) throw new Trouble('list-unreadable', 1);
  return erasures;
};

/** Tells the restored journal of the erasures that it does not know yet. @returns how many */
const noteErasures = async (world: CommandWorld, data: string, erasures: readonly ListedErasure[]): Promise<number> => {
  const known = new Set((await erasuresOf(world, data)).map(({ erasure }) => erasure));
  const news = erasures.filter(({ erasure }) => !known.has(erasure));
  const records = await openRecords(world, data);
  if (records === null) throw new Trouble('busy', 1);
  try {
    for (const { erasure, because, visits, records: gone } of news) {
      const fact: Fact = { type: 'erasure.decided', visit: null, data: { erasure: erasure as ErasureId, because, visits: visits as VisitCode[], records: gone } };
      const noted = await records.core.recorder.run({
        actor: { kind: 'system' }, command: null, again: () => null,
        decide: (state, { at }) => decision(records.core, state, at).done([fact], null),
      });
      if (!noted.ok) throw new Trouble('unwritable', 1);
    }
    await records.keeping.resume();
  } finally {
    await records.close();
  }
  return news.length;
};

const isDamaged = (error: unknown): boolean => error instanceof DamagedBackup;

/** `records restore`: a backup into an empty folder, without whoever was erased since. */
export const restoreCommand = async (world: CommandWorld, data: string, file: string, lists: readonly string[]): Promise<Outcome> => {
  const { files } = world;
  const text = recordsText[world.language];
  if (!(await files.list(dirname(file))).includes(basename(file))) throw new Trouble('no-backup-file');
  if ((await files.list(data)).length > 0) throw new Trouble('folder-not-empty', 1);
  const beside = join(dirname(file), erasureListName);
  const isBeside = (await files.read(beside, 0, 1)) !== null;
  const erasures = new Map<string, ListedErasure>();
  for (const list of [...(isBeside ? [beside] : []), ...lists]) {
    for (const erasure of await erasuresFrom(world, list)) erasures.set(erasure.erasure, erasure);
  }
  const manifest = await restoreBackup(files, { file, dataFolder: data, erasures: [...erasures.values()] }, (done, total) => {
    if (world.isCancelled()) throw new Trouble('cancelled', 1);
    world.progress(text.files(done, total));
  }).catch((error: unknown) => {
    throw isDamaged(error) ? new Trouble('damaged-backup', 1, error) : error;
  });
  const again = await noteErasures(world, data, [...erasures.values()]);
  const found = await verify(files, data, { head: manifest.head, beside: world.beside, progress: (lines) => world.progress(text.checking(number(lines))) });
  const damage = found.findings.filter(isDamage);
  return {
    exit: damage.length === 0 ? 0 : 1,
    report: {
      command: 'restore', state: damage.length === 0 ? 'done' : 'damaged', data, files: manifest.files.length, made: manifest.made, head: headText(manifest.head),
      erasures: again, lines: found.lines, records: found.records, findings: found.findings,
    },
    sentences: [
      text.restored(data, manifest.files.length, headText(manifest.head)),
      ...(damage.length === 0 ? [] : [text.damaged(String(damage.length), String(found.lines))]),
      ...damage.map(({ kind, place }) => `  ${place}: ${text.findings[kind]}`),
      ...(again > 0 ? [text.erasedAgain(again)] : []),
      ...(isBeside || lists.length > 0 ? [] : [text.noErasures]),
    ],
  };
};
