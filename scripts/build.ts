import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as viteBuild } from 'vite';
import { buildIcons } from './build/icons.ts';
import { mainBuild, preloadBuilds } from './build/node-builds.ts';
import { rendererBuild } from './build/renderer-build.ts';
import { root } from './root.ts';

const parts = ['main', 'preload', 'renderer', 'icons'] as const;
const modulesFile = 'renderer-modules.json';

/**
 * Builds the parts at once, beside the last build, and puts them in its place when all went well: a program
 * started meanwhile, or a build that fails, finds the last build whole.
 */
export async function build(): Promise<void> {
  const place = join(root, 'build');
  const making = join(place, `making-${process.pid}`);
  await mkdir(making, { recursive: true });
  try {
    let modules: readonly string[] = [];
    const done = await Promise.allSettled([
      viteBuild(mainBuild(join(making, 'main'))),
      ...preloadBuilds(join(making, 'preload')).map(async (one) => await viteBuild(one)),
      viteBuild(
        rendererBuild(join(making, 'renderer'), (list) => {
          modules = list;
        }),
      ),
      buildIcons(join(making, 'icons')),
    ]);
    const reasons = done.flatMap((one) =>
      one.status === 'rejected' ? [messageOf(one.reason)] : [],
    );
    if (reasons.length > 0) throw new Error(reasons.join('\n'));
    await writeFile(join(making, modulesFile), `${JSON.stringify(modules, null, 2)}\n`);
    for (const part of [...parts, modulesFile]) {
      await rm(join(place, part), { recursive: true, force: true });
      await rename(join(making, part), join(place, part));
    }
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

if (import.meta.main) {
  const begun = performance.now();
  try {
    await build();
    console.log(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
