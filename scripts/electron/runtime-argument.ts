import { secondVersion } from './second-runtime/second-runtime.ts';

/** Which runtime the stories run on, and the arguments that are not about it. */
export type RuntimeArgument =
  | { readonly runtime: 'at hand' | 'second'; readonly rest: readonly string[] }
  | { readonly runtime: 'unknown'; readonly sentence: string };

const [second = ''] = secondVersion.split('.');

/**
 * Reads `--runtime 33` or `--runtime=33` out of a command's arguments.
 * @returns the Electron at hand when it is not there; `unknown` with a sentence for anything but 33, or if it is there twice
 */
export function readRuntimeArgument(args: readonly string[]): RuntimeArgument {
  const rest: string[] = [];
  const named: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '--runtime') named.push(args[(at += 1)] ?? '');
    else if (arg.startsWith('--runtime=')) named.push(arg.slice('--runtime='.length));
    else rest.push(arg);
  }
  const [name] = named;
  if (name === undefined) return { runtime: 'at hand', rest };
  if (named.length === 1 && name === second) return { runtime: 'second', rest };
  return { runtime: 'unknown', sentence: refusalOf(named) };
}

function refusalOf(named: readonly string[]): string {
  const [name = ''] = named;
  const what =
    named.length > 1
      ? '--runtime may be said once only.'
      : name === '' || name.startsWith('-')
        ? '--runtime wants a name.'
        : `There is no runtime "${name}".`;
  return `${what} There is ${second} (Electron ${secondVersion}); without --runtime the Electron that npm test takes is used.`;
}
