import { accepted } from '../../shared/base/result.ts';
import type { HandlersOf } from '../engine/handlers.ts';
import type { RecordKeeping } from './record-keeping.ts';

export type RecordParts = {
  readonly keeping: RecordKeeping;
  /** Asks the person at the console for a folder. Null: none was chosen. */
  readonly chooseFolder: () => Promise<string | null>;
};

export function makeRecordHandlers({ keeping, chooseFolder }: RecordParts): HandlersOf<'records'> {
  const { destructionRecords } = keeping;
  return {
    'records.choose-folder': async () => accepted({ folder: await chooseFolder() }),
    'records.arrange-backup': ({ folder, keepDays }, { actor }) =>
      keeping.arrange(
        actor,
        folder === null || folder.trim() === '' ? null : folder.trim(),
        keepDays,
      ),
    'records.make-backup': async () => {
      const made = await keeping.backUpNow();
      return made.ok ? accepted({ file: made.value.file }) : made;
    },
    'records.list-erasures': async ({ language }) =>
      accepted(await destructionRecords.list(language)),
    'records.read-erasure': ({ erasure }) => destructionRecords.read(erasure),
  };
}
