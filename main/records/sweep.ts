import { textIn } from '../../shared/views/person.ts';
import { own } from '../../shared/base/own.ts';
import {
  sweepBackups,
  sweepErasures,
  sweepRestoring,
  sweepSlips,
} from '../storage/backup/leftovers.ts';
import type { ErasureParts } from './erasure.ts';

/**
 * Takes away what a killed program left half done in places that a start has no time for: slips of every month, what a restore
 * laid out beside, the arranged folder's backups. Folders that get backups no longer are not waited for: they may be gone from
 * the network; an erasure looks there.
 * @throws what the first place threw that could not be swept, after all others were
 */
export async function sweepTheRest({
  core,
  files,
  dataFolder,
}: Omit<ErasureParts, 'exportsFolder'>): Promise<void> {
  const isBeingMade = (visit: string): boolean => {
    const live = own(core.recorder.state().visits, visit);
    return live !== undefined && live.slip !== 'saved';
  };
  const folder = textIn(
    core.people.get,
    core.recorder.state().backup.place,
    'backup-place',
    'folder',
  );
  const places = [
    () => sweepErasures(files, dataFolder),
    () => sweepSlips(files, dataFolder, isBeingMade),
    () => sweepRestoring(files, dataFolder),
    ...(folder === '' ? [] : [() => sweepBackups(files, folder)]),
  ];
  const failures: unknown[] = [];
  for (const sweep of places) await sweep().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
