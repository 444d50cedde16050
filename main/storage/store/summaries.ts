import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from '../../ports.ts';
import { chaptersOf, type Chapter } from '../journal/chapters.ts';
import { segmentName } from '../journal/journal-format.ts';
import { openJsonStore } from './json-store.ts';
import type { Outline } from '../journal/outlines.ts';
import { readBytes } from '../files/read-bytes.ts';

/** What a chapter of the journal is about, so that whoever looks for a month's visits need not read it in vain. */
const summarySchema = z.strictObject({
  /** The months of the visits that were checked in in it. */
  months: z.array(z.string()).readonly(),
  /** Visits that were checked in before it, and of which it tells more. */
  late: z.array(z.string()).readonly(),
  /** Visits that were given another day: the month in which they had been recorded, and theirs. Null: each visit's own clock told. */
  moved: z.array(z.strictObject({ from: z.string(), to: z.string().nullable() })).readonly(),
});
export type Summary = z.infer<typeof summarySchema>;

/** Kept by where each chapter begins and the hash of its last line; can be made again at any time. */
const summariesSchema = z.strictObject({
  format: z.literal(2),
  chapters: z.record(z.string(), summarySchema),
});

/**
 * Sums up lines without judging them. What is not as it was written may tell too much, and is then read in vain; nothing
 * that was written is passed over.
 * @param text whole segments
 */
const summarise = (text: string): Summary => {
  const checkIns = [
    ...text.matchAll(
      /"type":"visit\.checked-in","actor":\{[^}]*\},"visit":"([^"]+)"[^\n]*?"day":"(\d{4}-\d\d)-/g,
    ),
  ];
  const begun = new Set(checkIns.map(([, visit = '']) => visit));
  // A fact's own visit, or those that are erased by it.
  const told = [...text.matchAll(/"visits?":(?:"([^"]+)"|\[([^\]]*)\])/g)].flatMap(
    ([, visit, erased = '']) => visit ?? [...erased.matchAll(/[^",]+/g)].map(([each]) => each),
  );
  const answers = [
    ...text.matchAll(
      /"type":"clock\.answered"[^\n]*?"data":\{"isRight":(true|false),"day":"(\d{4}-\d\d)-\d\d","before":"(\d{4}-\d\d)-/g,
    ),
  ];
  const moved = answers.map(([, isRight, to = '', from = '']) => ({
    from,
    to: isRight === 'true' ? null : to,
  }));
  return {
    moved,
    months: [...new Set(checkIns.map(([, , month = '']) => month))],
    late: [...new Set(told)].filter((visit) => !begun.has(visit)),
  };
};

export type SummarisedChapter = Chapter & { readonly summary: Summary };

/**
 * The chapters of a journal that may tell of a month's visits, with their summaries. Those of closed chapters are kept.
 * @param outlines of all segments
 * @param month `YYYY-MM`
 */
export async function readSummaries(
  files: Files,
  dataFolder: string,
  outlines: readonly Outline[],
  month: string,
): Promise<readonly SummarisedChapter[]> {
  const journal = join(dataFolder, 'journal');
  const store = openJsonStore(files, join(dataFolder, 'summaries.json'), summariesSchema);
  const kept = (await store.read())?.chapters ?? {};
  const made: Record<string, Summary> = {};
  const summaryOf = async ({ segments, firstSeq, closedBy }: Chapter): Promise<Summary> => {
    const key = closedBy === null ? null : `${firstSeq}-${closedBy.prev}`;
    const known = key === null ? undefined : kept[key];
    if (known !== undefined) return known;
    const texts: string[] = [];
    for (const segment of segments)
      texts.push((await readBytes(files, join(journal, segmentName(segment)))).toString('latin1'));
    const summary = summarise(texts.join('\n'));
    // Behind a damaged last line nobody knows what it was.
    if (key !== null && closedBy?.prev !== '') made[key] = summary;
    return summary;
  };
  const found: SummarisedChapter[] = [];
  // No visit stands in a segment that was begun for a month before its own.
  const later = chaptersOf(outlines).filter(
    (chapter) => chapter.month === '' || chapter.month >= month,
  );
  for (const chapter of later) found.push({ ...chapter, summary: await summaryOf(chapter) });
  // Whoever cannot write may still read.
  if (Object.keys(made).length > 0)
    await store.write({ format: 2, chapters: { ...kept, ...made } }).catch(() => undefined);
  return found;
}
