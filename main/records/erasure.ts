import { join } from 'node:path';
import type { ErasureId, VisitCode } from '../../shared/base/ids.ts';
import { officeDate, officeMonth } from '../../shared/base/office-time.ts';
import { personRefsIn, type ErasedRecord, type Fact } from '../../shared/facts/facts.ts';
import type { ErasureReason } from '../../shared/base/closed-lists.ts';
import { accepted, refused, type Result } from '../../shared/base/result.ts';
import { destructionRecordText, type NotReached } from '../../shared/text/destruction-record.ts';
import type { Decided, Files } from '../ports.ts';
import { makeFolderDurably, replaceDurably } from '../storage/files/durable-write.ts';
import type { ListedErasure } from '../storage/backup/erasure-list.ts';
import { folderOf, type ExportsFolder } from '../storage/files/exports-folder.ts';
import { decided, note, type Context, type Core } from '../engine/decision.ts';
import { settingsOf, zoneOf } from '../../shared/state/office.ts';
import type { Erasable, ErasableQuestion } from './find-erasable.ts';
import { tellAround } from './not-reached.ts';
import { slipFile } from '../storage/files/slip-file.ts';

export type EraseRequest = ErasableQuestion & { readonly because: ErasureReason };
/** What was destroyed, told without a word about anyone. */
export type Erased = {
  readonly erasure: string;
  readonly visits: readonly VisitCode[];
  readonly records: number;
  /** The destruction record (berita acara pemusnahan), below the data folder. */
  readonly destructionRecord: string;
  /** Folders with backups that could not be told, `?` for one whose path cannot be read any more: whoever restores from there must be given the list. */
  readonly untold: readonly string[];
};
export type ErasureParts = {
  readonly core: Core;
  readonly files: Files;
  readonly dataFolder: string;
  /** Where registers are saved for people; null: not known here. */
  readonly exportsFolder: ExportsFolder | null;
};

/** Where the destruction record of an erasure is kept, below the data folder. */
export function destructionRecordFile(erasure: string): string {
  return `erasures/${erasure}.txt`;
}

/**
 * Decides an erasure: from now on it is done, also after a power cut.
 * @param args `found`: every record of the visits, as the files hold them; what was added since is taken from the state
 */
export function decideErasure(
  {
    found: { visits, records },
    because,
    id,
  }: { readonly found: Erasable; readonly because: ErasureReason; readonly id: ErasureId },
  { state }: Context,
): Result<Decided<null>> {
  if (visits.length === 0) return refused('nothing-to-erase');
  const live = visits.flatMap((code) => state.visits[code] ?? []);
  const open = live.find(({ ended }) => ended === null);
  if (open !== undefined) return refused('visit-open', { visit: open.code });
  const escalations = live.flatMap(({ escalation }) =>
    escalation === null ? [] : (state.escalations[escalation] ?? []),
  );
  const all = new Map<string, ErasedRecord>(records.map((record) => [record.id, record]));
  for (const { id: record, file } of personRefsIn([live, escalations]))
    all.set(record, { id: record, file: file.slice(0, 7) });
  const fact: Fact = {
    type: 'erasure.decided',
    visit: null,
    data: { erasure: id, because, visits: [...visits], records: [...all.values()] },
  };
  return decided([fact]);
}

const removeSlips = async (
  { core, files, dataFolder }: ErasureParts,
  visits: readonly VisitCode[],
): Promise<void> => {
  const slips = join(dataFolder, 'slips');
  const zone = zoneOf(core.recorder.state());
  const live = visits
    .flatMap((code) => core.recorder.state().visits[code] ?? [])
    .map(({ checkedInAt }) => officeMonth(checkedInAt.at, zone));
  for (const month of new Set([...(await files.list(slips)), ...live])) {
    const there = await files.list(join(slips, month));
    const gone = visits
      .flatMap((code) => [slipFile(month, code), `${slipFile(month, code)}.new`])
      .filter((name) => there.includes(name.slice(`slips/${month}/`.length)));
    for (const name of gone) await files.remove(join(dataFolder, name));
    if (gone.length > 0) await files.syncFolder(join(slips, month));
  }
};

/** Does what was decided. May be done again after it was cut short, at any point. */
export async function carryOut(
  parts: ErasureParts,
  id: ErasureId,
): Promise<Pick<Erased, 'records' | 'untold'>> {
  const { core, files, dataFolder } = parts;
  const state = core.recorder.state();
  const erasure = state.erasures[id];
  if (erasure === undefined) throw new Error(`No erasure ${id} was decided`);
  const { visits, records, at, because } = erasure;
  const listed: ListedErasure = {
    erasure: id,
    at,
    because,
    visits: [...visits],
    records: [...records],
  };
  let notReached: NotReached = { backups: [], exports: null };
  await core.recorder.alone(async () => {
    await core.people.erase(records);
    await removeSlips(parts, visits);
    notReached = await tellAround(
      core,
      files,
      parts.exportsFolder === null ? null : folderOf(parts.exportsFolder),
      listed,
    );
    await makeFolderDurably(files, join(dataFolder, 'erasures'));
    const zone = zoneOf(state);
    const text = destructionRecordText({
      id,
      office: settingsOf(state).office.name,
      date: officeDate(at, zone),
      because,
      visits,
      records: records.length,
      notReached,
    });
    await replaceDurably(files, join(dataFolder, destructionRecordFile(id)), Buffer.from(text));
  });
  await note(core, () => decided([{ type: 'erasure.done', visit: null, data: { erasure: id } }]));
  return {
    records: records.length,
    untold: notReached.backups.flatMap(({ folder, isTold }) =>
      isTold ? [] : [folder === '' ? '?' : folder],
    ),
  };
}

/** Erases: decides first, then does it. @param found what is to be erased, from `findErasable` */
export async function erase(
  parts: ErasureParts,
  found: Erasable,
  because: ErasureReason,
): Promise<Result<Erased>> {
  const { core } = parts;
  const id = core.newId() as ErasureId;
  const begun = await note(core, (context) => decideErasure({ found, because, id }, context));
  if (!begun.ok) return begun;
  try {
    const done = await carryOut(parts, id);
    return accepted({
      erasure: id,
      visits: found.visits,
      destructionRecord: destructionRecordFile(id),
      ...done,
    });
  } catch {
    // It stays decided: the next start, or the next erasure, does it.
    return refused('erasure-failed');
  }
}

/** Does the erasures that a power cut or a failure cut short. */
export async function resumeErasures(parts: ErasureParts): Promise<void> {
  for (const id of Object.keys(parts.core.recorder.state().erasures))
    await carryOut(parts, id as ErasureId);
}
