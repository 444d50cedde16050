import type { Procedure } from '../../../shared/sop/definition.ts';
import type { DefinitionProblem } from '../../../shared/sop/definition-problem.ts';
import { checkProcedure } from '../../../shared/state/check-procedure.ts';
import type { Files } from '../../ports.ts';

/** What stands in a file, or null: what is no JSON is no definition either, and is told as one. */
const parsed = (bytes: Buffer | null): unknown => {
  try {
    return JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    return null;
  }
};

/**
 * The definitions in a folder, `*.json` by name: for whoever tries a procedure on an unpackaged build (`--procedures DIR`).
 * @param refused is told which files are not used, and all that is wrong with each
 */
export async function readGivenProcedures(
  files: Files,
  folder: string,
  refused: (file: string, problems: readonly DefinitionProblem[]) => void,
): Promise<readonly Procedure[]> {
  const found: Procedure[] = [];
  for (const name of await files.list(folder)) {
    if (!name.endsWith('.json')) continue;
    const checked = checkProcedure(parsed(await files.read(`${folder}/${name}`)));
    if (checked.ok) found.push(checked.procedure);
    else refused(name, checked.problems);
  }
  return found;
}
