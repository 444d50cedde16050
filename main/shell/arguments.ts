import { isAbsolute, resolve } from 'node:path';

export type Arguments = {
  /** `--data DIR`; null: the desktop's own place for it. */
  readonly data: string | null;
  /** `--exports DIR`: where registers are saved; null: the person's documents. */
  readonly exports: string | null;
  /** `--procedures DIR`: definitions to adopt, on unpackaged builds; null: none. */
  readonly procedures: string | null;
  /** `--simulated-clock 2026-11-23T05:58:00Z`, for the demonstration and tests only. */
  readonly simulatedClock: number | null;
};

const valueOf = (argv: readonly string[], name: string): string | null => {
  const joined = argv.find((argument) => argument.startsWith(`--${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 3);
  const at = argv.indexOf(`--${name}`);
  return at < 0 ? null : (argv[at + 1] ?? null);
};

/**
 * Reads the command line of the program.
 * @param workingFolder against which relative folders are read
 */
export function readArguments(argv: readonly string[], workingFolder: string): Arguments {
  const folder = (name: string): string | null => {
    const value = valueOf(argv, name);
    return value === null || value === ''
      ? null
      : isAbsolute(value)
        ? value
        : resolve(workingFolder, value);
  };
  const clock = Date.parse(valueOf(argv, 'simulated-clock') ?? '');
  return {
    data: folder('data'),
    exports: folder('exports'),
    procedures: folder('procedures'),
    simulatedClock: Number.isNaN(clock) ? null : clock,
  };
}
