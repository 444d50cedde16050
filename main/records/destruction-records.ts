import { join } from 'node:path';
import type { AnswerOf } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/base/closed-lists.ts';
import { accepted, refused, type Result } from '../../shared/base/result.ts';
import { notReachedIn } from '../../shared/text/destruction-record.ts';
import { destructionRecordFile, type ErasureParts } from './erasure.ts';

/** Destruction records as the console shows them. The journal knows that they are; their texts lie in files that people may remove. */
export type DestructionRecords = {
  /** Latest first. @param language in which it is told what was not reached */
  readonly list: (language: Language) => Promise<AnswerOf<'records.list-erasures'>>;
  /** The text for printing; refused when there is none. */
  readonly read: (erasure: string) => Promise<Result<AnswerOf<'records.read-erasure'>>>;
};

/** So many are listed; the rest is counted. */
const listed = 100;
type Listed = AnswerOf<'records.list-erasures'>['erasures'][number];

export function makeDestructionRecords({
  core,
  files,
  dataFolder,
}: Pick<ErasureParts, 'core' | 'files' | 'dataFolder'>): DestructionRecords {
  const textOf = async (erasure: string): Promise<string | null> =>
    (await files.read(join(dataFolder, destructionRecordFile(erasure))))?.toString('utf8') ?? null;

  /** Texts of which the journal does not know: its line may be damaged, or somebody put them there. */
  const strangers = async (known: ReadonlySet<string>): Promise<readonly string[]> =>
    (await files.list(join(dataFolder, 'erasures')))
      .flatMap((name) => /^([0-9A-Za-z]{1,64})\.txt$/.exec(name)?.[1] ?? [])
      .filter((id) => !known.has(id));

  return {
    list: async (language) => {
      const { erasures, erased } = core.recorder.state();
      const underWay = Object.entries(erasures).map(
        ([erasure, { at, because, visits, records }]) => ({
          erasure,
          told: { at, because, visits: visits.length, records: records.length },
          done: false,
        }),
      );
      const done = erased
        .map(({ id, at, because, visits, records }) => ({
          erasure: id as string,
          told: { at, because, visits, records },
          done: true,
        }))
        .reverse();
      const others = (
        await strangers(new Set([...underWay, ...done].map(({ erasure }) => erasure)))
      ).map((erasure) => ({ erasure, told: null, done: true }));
      const all = [...underWay, ...others, ...done];
      const shown: Listed[] = [];
      for (const each of all.slice(0, listed)) {
        const text = await textOf(each.erasure);
        shown.push({
          ...each,
          hasText: text !== null,
          notReached: text === null ? null : (notReachedIn(text, language) as string[] | null),
        });
      }
      return { erasures: shown, more: all.length - shown.length };
    },
    read: async (erasure) => {
      const text = await textOf(erasure);
      return text === null ? refused('destruction-record-gone') : accepted({ text });
    },
  };
}
