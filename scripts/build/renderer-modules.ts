import { relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { closedToWindows, packagesClosedToWindows } from '../house/zones.ts';
import { root } from '../root.ts';

/**
 * Collects which modules went into the windows' bundle, and fails the build if a machine or the facts are among them.
 * Lint sees each import alone; only the bundle shows what came in through a third file.
 */
export function rendererModules(write: (list: readonly string[]) => void): Plugin {
  return {
    name: 'renderer-modules',
    apply: 'build',
    generateBundle(_options, bundle) {
      const found = new Set<string>();
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk') for (const id of part.moduleIds) found.add(nameOf(id));
      }
      const list = [...found].sort();
      const closed = list.filter(isClosedToWindows);
      if (closed.length > 0) {
        this.error(
          `Windows show views: the bundle must not hold machines or facts, but holds ${closed.join(', ')}. Find who imports it (shared/views/ often), and split what windows need from it.`,
        );
      }
      write(list);
    },
  };
}

/** Whether a module may not be in a window's bundle. */
export function isClosedToWindows(name: string): boolean {
  const inPackage = packagesClosedToWindows.some((each) => name.includes(`node_modules/${each}/`));
  return inPackage || closedToWindows.some((pattern) => pattern.test(name));
}

function nameOf(id: string): string {
  const file = id.replace(/^\0/, '').replace(/\?.*$/, '');
  return file.startsWith(root) ? relative(root, file).split(sep).join('/') : file;
}
