import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { root } from '../root.ts';
import { sendersAsData } from './senders-as-data.ts';
import { mainEntries, mainTarget, preloadEntries } from './targets.ts';

/** The main process and its workers, as CommonJS with everything but Electron and Node inside. */
export function mainBuild(outDir: string): InlineConfig {
  return nodeBuild(mainEntries, outDir);
}

/** The preloads, each a single file. */
export function preloadBuilds(outDir: string): readonly InlineConfig[] {
  return Object.entries(preloadEntries).map(([name, file]) => ({
    ...nodeBuild({ [name]: file }, outDir),
    plugins: [sendersAsData()],
  }));
}

function nodeBuild(entries: Readonly<Record<string, string>>, outDir: string): InlineConfig {
  const input = Object.fromEntries(
    Object.entries(entries).map(([name, file]) => [name, join(root, file)]),
  );
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    mode: 'production',
    // No right clock is earlier than this.
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.PENDAMPING_BUILT_AT': JSON.stringify(String(Date.now())),
    },
    // No node_modules in the package: whatever is used is inside.
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: true,
      target: mainTarget,
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      sourcemap: false,
      // Not minified: a stack trace in a journal of errors must be readable.
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[name].cjs' },
      },
    },
  };
}
