import { join } from 'node:path';
import type { Files, Look } from '../../ports.ts';

/** Something stands under a name of ours that is not what it has to be. `found`: what it is. `place`: below the data folder. */
export class OddFile extends Error {
  readonly place: string;
  readonly found: Look['kind'];
  constructor(place: string, found: Look['kind']) {
    super(`${place} is a ${found}`);
    this.place = place;
    this.found = found;
  }
}

const folders = ['journal', 'people', 'slips', 'erasures'] as const;
const derived = ['checkpoint.json', 'summaries.json', 'greeting.json'] as const;
const forOthers = 0o077;

type Standing = { readonly place: string; readonly look: Look };

/** What stands under the names of a data folder, but for the slips: those lie in folders of months. */
const standingIn = async (files: Files, dataFolder: string): Promise<readonly Standing[]> => {
  const at = async (place: string): Promise<readonly Standing[]> => {
    const look = await files.look(join(dataFolder, place));
    return look === null ? [] : [{ place, look }];
  };
  const found: Standing[] = [...(await at('')), ...(await Promise.all(derived.map(at))).flat()];
  for (const folder of folders) {
    const [standing] = await at(folder);
    if (standing === undefined) continue;
    found.push(standing);
    if (standing.look.kind !== 'folder') continue;
    const names = (await files.list(join(dataFolder, folder))).map((name) => `${folder}/${name}`);
    found.push(...(await Promise.all(names.map(at))).flat());
  }
  return found;
};

const isOurs = (place: string): boolean =>
  /^(journal\/\d{6}\.jsonl|people\/\d{4}-\d\d(\.\d+)?\.jsonl|checkpoint\.json|summaries\.json|greeting\.json)$/.test(
    place,
  );

const wantedOf = (place: string): 'file' | 'folder' | null =>
  place === '' || (folders as readonly string[]).includes(place)
    ? 'folder'
    : isOurs(place)
      ? 'file'
      : null;

/**
 * Looks at what stands under the names of a data folder before anything of it is read. A link is refused: what is written
 * anew, as an erasure does, would leave what it points to as it was.
 * @param mend take away what others may do with files of ours
 * @returns names below the data folder (`.` for itself) of what others on this machine may read, where it was not mended
 * @throws OddFile
 */
export async function checkLayout(
  files: Files,
  dataFolder: string,
  mend: boolean,
): Promise<readonly string[]> {
  const exposed: string[] = [];
  for (const { place, look } of await standingIn(files, dataFolder)) {
    const wanted = wantedOf(place);
    // The data folder itself may lie behind a link: then what it points to is looked at by the names in it.
    if (wanted !== null && look.kind !== wanted && !(place === '' && look.kind === 'link'))
      throw new OddFile(place, look.kind);
    const isOpen =
      look.mode !== null &&
      (look.mode & forOthers) !== 0 &&
      (look.kind === 'file' || look.kind === 'folder');
    if (!isOpen) continue;
    if (mend && look.isOwn)
      await files.setMode(join(dataFolder, place), look.kind === 'folder' ? 0o700 : 0o600);
    else exposed.push(place === '' ? '.' : place);
  }
  return exposed;
}
