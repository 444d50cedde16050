import { verify } from '../../../main/storage/verify/verify.ts';
import { makeMemoryFiles, type MemoryFiles } from '../../adapters/memory-files.ts';
import type { TestOffice } from '../../office.ts';
import { readFacts } from '../../../main/storage/journal/read-journal.ts';
import { provenFlushed, textOfFact, type Folder } from './folder-lines.ts';
import {
  lostByTheProgram,
  notOnTheBoard,
  peopleGone,
  toldToNobody,
  wrongPlaces,
} from './kept-checks.ts';
import type { Ledger } from './ledger.ts';
import { folder, type Look } from './look.ts';
import { balance } from './lost.ts';
import { otherwiseAgain, otherwiseWithoutCheckpoint, setUpAgain } from './start-checks.ts';

/** The facts that count, known that far flushed as the checkpoint says. */
const factsIn = async (image: Folder): Promise<ReadonlySet<string>> => {
  const texts = new Set<string>();
  await readFacts(
    makeMemoryFiles(image),
    `${folder}/journal`,
    { durable: provenFlushed(image) },
    (fact) => void texts.add(textOfFact(fact)),
  );
  return texts;
};

export function toldError(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .slice(0, 5)
        .map((line) => line.trim())
        .join(' ')
    : String(error);
}

/**
 * Starts the program on a folder and looks at everything that was promised. Each problem begins with what it is about.
 * @param given `ended`: the folder as the last program left it, before the damage; `isRightAfter`: damage was done since
 * @returns the office that runs, where it opened, and all that went against the product's word
 */
export async function startAndInspect(
  files: MemoryFiles,
  given: {
    readonly ended: Folder;
    readonly ledger: Ledger;
    readonly at: number;
    readonly isRightAfter: boolean;
    readonly open: () => Promise<TestOffice>;
  },
): Promise<{ readonly office: TestOffice | null; readonly problems: readonly string[] }> {
  const before = files.image();
  const { ledger, at, isRightAfter } = given;
  const balanced = balance(ledger, given.ended, before);
  let office: TestOffice | null = null;
  try {
    office = await given.open();
    office.view();
    office.kioskView();
    const { findings: verified } = await verify(files, folder, {
      until: office.restored.journal.head(),
    });
    const after = files.image();
    const look: Look = {
      before,
      after,
      office,
      restored: await factsIn(before),
      facts: await factsIn(after),
      atStart: office.restored.findings,
      verified,
      balance: balanced,
    };
    const problems = [
      ...lostByTheProgram(look, ledger),
      ...notOnTheBoard(look),
      ...toldToNobody(look, isRightAfter),
      ...wrongPlaces(look),
      ...peopleGone(look),
      ...(await setUpAgain(look, at)),
      ...(await otherwiseAgain(look, at)),
      ...(await otherwiseWithoutCheckpoint(look, at)),
    ];
    return { office, problems: [...problems, ...ledger.problems()] };
  } catch (error) {
    return { office, problems: [`opens: ${toldError(error)}`] };
  }
}
