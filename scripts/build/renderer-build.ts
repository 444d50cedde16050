import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { root } from '../root.ts';
import { rendererModules } from './renderer-modules.ts';
import { sendersAsData } from './senders-as-data.ts';
import { pages, windowTarget } from './targets.ts';

/** The windows' pages. Paths in them are relative, for they are served over app:// from a folder of the package. */
export function rendererBuild(
  outDir: string,
  writeModules: (list: readonly string[]) => void,
): InlineConfig {
  const source = join(root, 'renderer');
  return {
    configFile: false,
    root: source,
    base: './',
    logLevel: 'warn',
    mode: 'production',
    plugins: [react(), sendersAsData(), rendererModules(writeModules)],
    css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 108 << 16 } } },
    build: {
      target: windowTarget,
      cssTarget: windowTarget,
      cssMinify: 'lightningcss',
      outDir,
      emptyOutDir: false,
      // Beside the scripts, for whoever reads a stack trace from a kiosk; no page asks for them, no package has them.
      sourcemap: 'hidden',
      reportCompressedSize: false,
      // The strict content policy knows no data: scripts or inlined modules, and fonts are files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: pages.map((page) => join(source, page)),
        // Short names too: what is half as long is read and kept in half the time and room.
        output: { minify: { compress: true, mangle: true, codegen: true } },
      },
    },
  };
}
