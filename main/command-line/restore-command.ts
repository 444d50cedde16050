import { basename, dirname, join } from 'node:path';
import { headText } from '../../shared/base/head-text.ts';
import type { ErasureId, VisitCode } from '../../shared/base/ids.ts';
import type { Fact } from '../../shared/facts/facts.ts';
import { recordsText } from '../../shared/text/records.ts';
import { decided, note } from '../engine/decision.ts';
import { DamagedBackup } from '../storage/backup/damaged-backup.ts';
import {
  erasureListName,
  readErasureList,
  type ListedErasure,
} from '../storage/backup/erasure-list.ts';
import { NewerFormat } from '../storage/journal/journal-format.ts';
import { readFacts, segmentNumbers } from '../storage/journal/read-journal.ts';
import { restoreBackup } from '../storage/backup/restore-backup.ts';
import { isDamage } from '../storage/journal/findings.ts';
import { verify } from '../storage/verify/verify.ts';
import { openRecords } from './keep-command.ts';
import { Trouble, type Outcome } from './outcome.ts';
import type { RecordsRequest } from './read-request.ts';
import { headSentence, journalSentence, number, placesOf } from './verify-command.ts';
import type { CommandWorld } from './world.ts';

/** What a list, or a journal, tells of erasures; and in how many places it could not be read. */
type Told = { readonly erasures: readonly ListedErasure[]; readonly damaged: number };

/** The erasures that a data folder's own journal tells of. */
const erasuresOf = async ({ files }: CommandWorld, dataFolder: string): Promise<Told> => {
  const erasures: ListedErasure[] = [];
  const { findings } = await readFacts(files, join(dataFolder, 'journal'), {}, (fact) => {
    if (fact.type === 'erasure.decided') erasures.push({ ...fact.data, at: fact.at });
  });
  return { erasures, damaged: findings.filter(({ kind }) => kind !== 'torn').length };
};

const isNewer =
  (code: 'newer-list' | 'newer-format', path: string) =>
  (error: unknown): never => {
    throw error instanceof NewerFormat ? new Trouble({ code, path }, 2, error) : error;
  };

/** A list of erasures, a folder that has one, or a data folder. A list must be whole; a journal tells what it still can. */
const erasuresFrom = async (world: CommandWorld, path: string): Promise<Told> => {
  const { files } = world;
  if ((await segmentNumbers(files, join(path, 'journal')).catch(() => [])).length > 0)
    return erasuresOf(world, path).catch(isNewer('newer-format', path));
  const list = (await files.isFolder(path)) ? join(path, erasureListName) : path;
  const told = await readErasureList(files, list).catch(isNewer('newer-list', list));
  // An empty one too: where there is a list, something was erased.
  if (told.damaged > 0 || told.erasures.length === 0)
    throw new Trouble({ code: 'list-unreadable', path: list }, 1);
  return told;
};

/**
 * Opens what was laid out for the first time, so that its journal goes on in a branch of its own before anyone has it, and
 * tells it of the erasures that it does not know yet.
 * @returns how many
 */
const noteErasures = async (
  world: CommandWorld,
  data: string,
  erasures: readonly ListedErasure[],
): Promise<number> => {
  const known = new Set((await erasuresOf(world, data)).erasures.map(({ erasure }) => erasure));
  const news = erasures.filter(({ erasure }) => !known.has(erasure));
  const records = await openRecords(world, data, true);
  if (records === null) throw new Trouble({ code: 'busy', path: data }, 1);
  try {
    for (const { erasure, because, visits, records: gone } of news) {
      const fact: Fact = {
        type: 'erasure.decided',
        visit: null,
        data: {
          erasure: erasure as ErasureId,
          because,
          visits: visits as VisitCode[],
          records: gone,
        },
      };
      const noted = await note(records.core, () => decided([fact]));
      if (!noted.ok) throw new Trouble({ code: 'unwritable', path: data }, 1);
    }
    await records.keeping.resume();
  } finally {
    await records.close();
  }
  return news.length;
};

/** What is wrong with the backup itself. */
const backupTrouble = (path: string, error: unknown): unknown => {
  if (error instanceof DamagedBackup)
    return new Trouble(
      { code: 'damaged-backup', path, flaw: error.flaw, entry: error.entry },
      1,
      error.cause,
    );
  return error instanceof NewerFormat
    ? new Trouble({ code: 'newer-backup', path }, 2, error)
    : error;
};

/**
 * The lists that a restore goes by: the one beside the backup, and those given.
 * @throws Trouble when there is none and nobody said so: erased persons would come back without a word
 */
const listsFor = async (
  { files }: CommandWorld,
  { file, erasures, withoutErasures }: Restore,
): Promise<readonly string[]> => {
  const beside = join(dirname(file), erasureListName);
  const isBeside = (await files.read(beside, 0, 1)) !== null;
  if (isBeside && withoutErasures) throw new Trouble({ code: 'list-beside', path: beside }, 1);
  if (!isBeside && erasures.length === 0 && !withoutErasures)
    throw new Trouble({ code: 'no-list', path: dirname(file) }, 1);
  return [...(isBeside ? [beside] : []), ...erasures];
};

type Restore = Extract<RecordsRequest, { command: 'restore' }>;

/** `records restore`: a backup into an empty folder, without whoever was erased since. */
export async function restoreCommand(world: CommandWorld, request: Restore): Promise<Outcome> {
  const { files } = world;
  const { data, file, withoutErasures } = request;
  const text = recordsText[world.language];
  if (!(await files.list(dirname(file))).includes(basename(file)))
    throw new Trouble({ code: 'no-backup-file', path: file });
  if (await files.isFolder(file)) throw new Trouble({ code: 'backup-is-folder', path: file });
  if ((await files.list(data)).length > 0)
    throw new Trouble({ code: 'folder-not-empty', path: data }, 1);
  const told = await Promise.all(
    (await listsFor(world, request)).map((list) => erasuresFrom(world, list)),
  );
  const unread = told.reduce((sum, { damaged }) => sum + damaged, 0);
  const erasures = [
    ...new Map(told.flatMap((list) => list.erasures).map((each) => [each.erasure, each])).values(),
  ];
  const progress = (done: number, total: number): void => {
    if (world.isCancelled()) throw new Trouble({ code: 'cancelled' }, 1);
    world.progress(text.files(done, total));
  };
  let again = 0;
  const manifest = await restoreBackup(
    files,
    { file, dataFolder: data, erasures },
    progress,
    async (folder) => {
      again = await noteErasures(world, folder, erasures);
    },
  ).catch((error: unknown) => {
    throw backupTrouble(file, error);
  });
  // Backups of earlier versions name a last line that is not whole: that is no proof.
  const head = manifest.head.hash === '' ? null : manifest.head;
  const found = await verify(files, data, {
    head,
    beside: world.beside,
    progress: (lines) => world.progress(text.checking(number(lines))),
  });
  const damage = found.findings.filter(isDamage);
  return {
    exit: damage.length === 0 ? 0 : 1,
    report: {
      command: 'restore',
      state: damage.length === 0 ? 'done' : 'damaged',
      data,
      files: manifest.files.length,
      made: manifest.made,
      head: headText(manifest.head),
      journal: found.journal,
      erasures: again,
      lines: found.lines,
      records: found.records,
      findings: found.findings,
    },
    sentences: [
      text.restored(data, manifest.files.length),
      headSentence(world, manifest.head),
      ...journalSentence(world, found.journal),
      text.newBranch,
      ...(damage.length === 0 ? [] : [text.damaged(number(damage.length), number(found.lines))]),
      ...placesOf(world, damage),
      ...(again > 0 ? [text.erasedAgain(again)] : []),
      ...(unread > 0 ? [text.listMayLack(number(unread))] : []),
      ...(withoutErasures ? [text.withoutErasures] : []),
    ],
  };
}
