import { roomOf, type Room } from './arrows.ts';

/** One refused import: why, and what to do instead. */
export type Refusal = { readonly sentence: string };

/** Modules by which machines and facts would get into a window; lint refuses the import, the build the bundle. */
export const closedToWindows: readonly RegExp[] = [
  /^shared\/sop\/(?:chart|follow-up)\.ts$/,
  /^shared\/facts\//,
  /^shared\/state\/fold/,
];

/** Packages that no window may carry. */
export const packagesClosedToWindows: readonly string[] = ['xstate'];

/**
 * Judges one import by the table of rooms (arrows.ts).
 * @param from the importing file, relative to the root, with forward slashes
 * @param target a file relative to the root for a relative import, else the name as written (`node:fs`, `zod/mini`)
 * @param isFile whether `target` is such a file
 * @returns null when the import may stand
 */
export function judgeImport(from: string, target: string, isFile: boolean): Refusal | null {
  const floor = from.split('/')[0] ?? '';
  if (!floors.has(floor)) return isElectron(target, isFile) ? refuse(electronSentence(from)) : null;
  const sentence =
    judgeFloor(from, target, isFile) ??
    (floor === 'renderer' ? judgeWindow(target, isFile) : null) ??
    judgeRoom(from, target, isFile);
  return sentence === null ? null : refuse(sentence);
}

const floors: ReadonlySet<string> = new Set(['shared', 'main', 'renderer']);

/** What holds for a whole floor, in the words of the five rules. */
function judgeFloor(from: string, target: string, isFile: boolean): string | null {
  const floor = from.split('/')[0];
  if (isElectron(target, isFile) && !from.startsWith('main/shell/')) return electronSentence(from);
  if (isFile && /^(?:test|scripts)\//.test(target))
    return 'The product never imports its tests or scripts. Move what both need into shared or main.';
  if (floor === 'shared' && !(isFile ? target.startsWith('shared/') : mayPure(target)))
    return `shared is true in any process: it imports only itself, zod and xstate. Move what needs ${target} into main, behind a port of main/ports.ts, or pass its result in as an argument.`;
  if (floor === 'main' && isFile && target.startsWith('renderer/'))
    return 'main never imports renderer. Put what both need into shared; what a window shows reaches it as a view.';
  if (floor === 'renderer' && isFile && target.startsWith('main/'))
    return 'renderer never imports main. Put what both need into shared; ask main for anything else with a message of shared/contract.';
  return null;
}

/** What no window may have, whatever room it lies in. */
function judgeWindow(target: string, isFile: boolean): string | null {
  if (!isFile && isOfNode(target))
    return `A window has no Node: ${target} does not exist there. Let main do it, and ask for it with a message of shared/contract.`;
  const closed = isFile
    ? closedToWindows.some((pattern) => pattern.test(target))
    : packagesClosedToWindows.includes(packageOf(target));
  return closed
    ? `Windows show views: they never import machines or facts (${target}). Add what is missing to the view in shared/views/, and let main decide.`
    : null;
}

function judgeRoom(from: string, target: string, isFile: boolean): string | null {
  const room = roomOf(from);
  if (room === null)
    return `${from} lies in no room of the house. Give it a room of scripts/house/arrows.ts, or lay it into one.`;
  return isFile ? judgeArrow(room, target) : judgePackage(room, target);
}

function judgeArrow({ room, may, instead }: Room, target: string): string | null {
  const other = roomOf(target);
  if (other === null || other.room === room || may.includes(other.room)) return null;
  return `${room} may not import ${other.room} (${target}). ${instead}`;
}

function judgePackage({ room, packages, instead }: Room, target: string): string | null {
  if (packages === undefined) return null;
  const name = isOfNode(target) ? 'node' : packageOf(target);
  return packages.includes(name) ? null : `${room} may not import ${target}. ${instead}`;
}

function mayPure(target: string): boolean {
  return ['zod', 'xstate'].includes(packageOf(target));
}

function electronSentence(from: string): string {
  return from.startsWith('renderer/')
    ? 'A window has no electron. Send a message of shared/contract, and let main/shell/ do it.'
    : 'electron is imported in main/shell/ only. Take what you need of it through a port of main/ports.ts, joined in main/compose.ts.';
}

function isElectron(target: string, isFile: boolean): boolean {
  return !isFile && packageOf(target) === 'electron';
}

function isOfNode(target: string): boolean {
  return target.startsWith('node:') || nodeModules.has(target);
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function refuse(sentence: string): Refusal {
  return { sentence };
}

/** Node modules that are often written without their `node:`. */
const nodeModules: ReadonlySet<string> = new Set(
  'assert buffer child_process crypto events fs fs/promises http https net os path process stream timers url util v8 worker_threads zlib'.split(
    ' ',
  ),
);
