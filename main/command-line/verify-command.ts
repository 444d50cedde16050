import { join } from 'node:path';
import { headText } from '../../shared/head-text.ts';
import { recordsText } from '../../shared/text/records.ts';
import { segmentNumbers } from '../storage/read-journal.ts';
import { verify } from '../storage/verify.ts';
import type { Proof } from '../storage/verify-part.ts';
import { Trouble, type Outcome } from './outcome.ts';
import type { CommandWorld } from './world.ts';

/** @throws Trouble where there is neither journal nor people file */
export const mustBeDataFolder = async ({ files }: CommandWorld, data: string): Promise<void> => {
  if ((await segmentNumbers(files, join(data, 'journal'))).length === 0 && (await files.list(join(data, 'people'))).length === 0) throw new Trouble('not-a-data-folder');
};

/** More places than anybody reads on a screen; `--json` tells all of them. */
const mostShown = 100;

export const number = (count: number): string => count.toLocaleString('id-ID');

/** `records verify`: reads every line and judges it. Changes nothing, also while the program runs. */
export const verifyCommand = async (world: CommandWorld, data: string, head: Proof | null): Promise<Outcome> => {
  const text = recordsText[world.language];
  await mustBeDataFolder(world, data);
  const begun = world.clock.now().mono;
  const onNetwork = await world.isOnNetwork(data);
  const found = await verify(world.files, data, {
    head, beside: world.beside,
    progress: (lines) => {
      if (world.isCancelled()) throw new Trouble('cancelled');
      world.progress(text.checking(number(lines)));
    },
  });
  const damage = found.findings.filter(({ kind }) => kind !== 'torn');
  const isWhole = damage.length === 0;
  return {
    exit: isWhole ? 0 : 1,
    report: {
      command: 'verify', state: isWhole ? 'whole' : 'damaged', lines: found.lines, records: found.records, erased: found.erased,
      head: headText(found.head), hash: found.head.hash, findings: found.findings, onNetwork, milliseconds: Math.round(world.clock.now().mono - begun),
    },
    sentences: [
      isWhole ? text.whole(number(found.lines), number(found.records), number(found.erased)) : text.damaged(number(damage.length), number(found.lines)),
      ...found.findings.slice(0, mostShown).map(({ kind, place, visit }) => `  ${place}: ${text.findings[kind]}${visit === null ? '' : text.ofVisit(visit)}`),
      ...(found.findings.length > mostShown ? [text.moreFindings(number(found.findings.length - mostShown))] : []),
      ...(isWhole && found.findings.length > 0 ? [text.torn] : []),
      ...(isWhole && head !== null ? [text.headProven] : []),
      ...(onNetwork ? [text.onNetwork] : []),
      text.head(headText(found.head)),
    ],
  };
};
