import { join } from 'node:path';
import { withDisplay } from './display.ts';
import { root } from './root.ts';
import { runNode } from './run-program.ts';

/**
 * Plays the demonstration, on the display that is there or else on a virtual one.
 * @returns its exit code
 */
export async function demonstrate(args: readonly string[]): Promise<number> {
  return await withDisplay(
    'present or virtual',
    async (env) => await runNode(join(root, 'scripts', 'demo.ts'), args, env),
  );
}
