import { join } from 'node:path';
import { headText } from '../../shared/base/head-text.ts';
import type { JournalIdentity } from '../../shared/base/ids.ts';
import { recordsText } from '../../shared/text/records.ts';
import type { Finding, Head } from '../storage/journal/findings.ts';
import { segmentNumbers } from '../storage/journal/read-journal.ts';
import { isDamage } from '../storage/journal/findings.ts';
import { verify } from '../storage/verify/verify.ts';
import type { Proof } from '../storage/verify/verify-part.ts';
import { Trouble, type Outcome } from './outcome.ts';
import type { CommandWorld } from './world.ts';

/** @throws Trouble where there is neither journal nor people file */
export async function mustBeDataFolder({ files }: CommandWorld, data: string): Promise<void> {
  if (
    (await segmentNumbers(files, join(data, 'journal'))).length === 0 &&
    (await files.list(join(data, 'people'))).length === 0
  )
    throw new Trouble({ code: 'not-a-data-folder', path: data });
}

/** More places than anybody reads on a screen; `--json` tells all of them. */
const mostShown = 100;

/** So many files are named in one sentence. */
const mostNamed = 3;

export function number(count: number): string {
  return count.toLocaleString('id-ID');
}

/** Places of damage in sentences, so many as anybody reads. */
export function placesOf(
  { language }: CommandWorld,
  findings: readonly Finding[],
): readonly string[] {
  const text = recordsText[language];
  return [
    ...findings
      .slice(0, mostShown)
      .map(
        ({ kind, place, visit }) =>
          `  ${place}: ${text.findings[kind]}${visit === null ? '' : text.ofVisit(visit)}`,
      ),
    ...(findings.length > mostShown
      ? [text.moreFindings(number(findings.length - mostShown))]
      : []),
  ];
}

/** The head as it is printed, or that there is none. */
export function headSentence({ language }: CommandWorld, head: Head): string {
  const printed = headText(head);
  return printed === null ? recordsText[language].noHead : recordsText[language].head(printed);
}

/** Which journal this is, as it is printed; nothing where it has no name yet. */
export function journalSentence(
  { language }: CommandWorld,
  journal: JournalIdentity | null,
): readonly string[] {
  return journal === null ? [] : [recordsText[language].journal(journal.id, journal.branch)];
}

/** `records verify`: reads every line and judges it. Changes nothing, also while the program runs. */
export async function verifyCommand(
  world: CommandWorld,
  data: string,
  head: Proof | null,
): Promise<Outcome> {
  const text = recordsText[world.language];
  await mustBeDataFolder(world, data);
  const begun = world.clock.now().mono;
  const onNetwork = await world.isOnNetwork(data);
  const found = await verify(world.files, data, {
    head,
    beside: world.beside,
    progress: (lines) => {
      if (world.isCancelled()) throw new Trouble({ code: 'cancelled' });
      world.progress(text.checking(number(lines)));
    },
  });
  const damage = found.findings.filter(isDamage);
  const isWhole = damage.length === 0;
  return {
    exit: isWhole ? 0 : 1,
    report: {
      command: 'verify',
      state: isWhole ? 'whole' : 'damaged',
      lines: found.lines,
      records: found.records,
      erased: found.erased,
      head: headText(found.head),
      hash: headText(found.head) === null ? null : found.head.hash,
      journal: found.journal,
      findings: found.findings,
      exposed: found.exposed,
      onNetwork,
      milliseconds: Math.round(world.clock.now().mono - begun),
    },
    sentences: [
      isWhole
        ? text.whole(number(found.lines), number(found.records), number(found.erased))
        : text.damaged(number(damage.length), number(found.lines)),
      ...placesOf(world, found.findings),
      ...(isWhole && found.findings.length > 0 ? [text.torn] : []),
      ...(isWhole && head !== null ? [text.headProven] : []),
      ...(found.exposed.length > 0
        ? [
            text.exposed(
              found.exposed.slice(0, mostNamed).join(', '),
              Math.max(0, found.exposed.length - mostNamed),
            ),
          ]
        : []),
      ...(onNetwork ? [text.onNetwork] : []),
      headSentence(world, found.head),
      ...journalSentence(world, found.journal),
    ],
  };
}
