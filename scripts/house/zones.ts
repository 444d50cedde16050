/** One refused import: why, and what to do instead. */
export type Refusal = { readonly sentence: string };

/** Modules by which machines and facts would get into a window; lint refuses the import, the build the bundle. */
export const closedToWindows: readonly RegExp[] = [
  /^shared\/procedure\/[^/]*-machine[^/]*$/,
  /^shared\/procedure\/facts(?:[./-].*)?$/,
  /^shared\/procedure\/facts\//,
];

/** Packages that no window may carry. */
export const packagesClosedToWindows: readonly string[] = ['xstate'];

const packagesOfShared: readonly string[] = ['zod', 'xstate'];

/**
 * Judges one import by the five rules of the house.
 * @param from the importing file, relative to the root, with forward slashes
 * @param target a file relative to the root for a relative import, else the name as written (`node:fs`, `zod/mini`)
 * @param isFile whether `target` is such a file
 */
export function judgeImport(from: string, target: string, isFile: boolean): Refusal | undefined {
  if (isElectron(target, isFile) && !from.startsWith('main/shell/'))
    return refuse(electronSentence(from));
  if (from.startsWith('shared/')) return judgeShared(target, isFile);
  if (from.startsWith('main/')) return judgeMain(target, isFile);
  if (from.startsWith('renderer/')) return judgeRenderer(target, isFile);
  return undefined;
}

function judgeShared(target: string, isFile: boolean): Refusal | undefined {
  const allowed = isFile
    ? target.startsWith('shared/')
    : packagesOfShared.includes(packageOf(target));
  if (allowed) return undefined;
  return refuse(
    `shared is true in any process: it imports only itself, zod and xstate. Move what needs ${target} into main, behind a port of main/ports.ts, or pass its result in as an argument.`,
  );
}

function judgeMain(target: string, isFile: boolean): Refusal | undefined {
  if (isFile && target.startsWith('renderer/')) {
    return refuse(
      'main never imports renderer. Put what both need into shared; what a window shows reaches it as a view over shared/contract.ts.',
    );
  }
  return judgeProduct(target, isFile);
}

function judgeRenderer(target: string, isFile: boolean): Refusal | undefined {
  if (isFile && target.startsWith('main/')) {
    return refuse(
      'renderer never imports main. Put what both need into shared; ask main for anything else with a message of shared/contract.ts.',
    );
  }
  if (!isFile && (target.startsWith('node:') || nodeModules.has(target))) {
    return refuse(
      `A window has no Node: ${target} does not exist there. Let main do it, and ask for it with a message of shared/contract.ts.`,
    );
  }
  const closed = isFile
    ? closedToWindows.some((pattern) => pattern.test(target))
    : packagesClosedToWindows.includes(packageOf(target));
  if (closed) {
    return refuse(
      `Windows show views: they never import machines or facts (${target}). Add what is missing to the view in shared/views/, and let main decide.`,
    );
  }
  return judgeProduct(target, isFile);
}

function judgeProduct(target: string, isFile: boolean): Refusal | undefined {
  if (!isFile || !/^(?:test|scripts)\//.test(target)) return undefined;
  return refuse(
    'The product never imports its tests or scripts. Move what both need into shared or main.',
  );
}

function electronSentence(from: string): string {
  return from.startsWith('renderer/')
    ? 'A window has no electron. Send a message of shared/contract.ts, and let main/shell/ do it.'
    : 'electron is imported in main/shell/ only. Take what you need of it through a port of main/ports.ts, joined in main/compose.ts.';
}

function isElectron(target: string, isFile: boolean): boolean {
  return !isFile && packageOf(target) === 'electron';
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
