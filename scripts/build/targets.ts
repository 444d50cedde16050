/** What the product's own Node of the oldest runtime tried (Electron 22) understands. */
export const mainTarget = 'node16';

/** What the windows' browser of the oldest runtime tried (Electron 22) understands. */
export const windowTarget = 'chrome108';

/** Programs of the main process; every worker thread's entry stands here too. Names are those in build/main/. */
export const mainEntries: Readonly<Record<string, string>> = {
  main: 'main/main.ts',
  'pin-worker': 'main/workers/pin-worker.ts',
  'keeping-worker': 'main/workers/keeping-worker.ts',
  'register-worker': 'main/workers/register-worker.ts',
  'verify-worker': 'main/workers/verify-worker.ts',
  'verify-part-worker': 'main/workers/verify-part-worker.ts',
};

/** One preload for each kind of window; each is bundled alone, for a sandboxed preload can load no second file. */
export const preloadEntries: Readonly<Record<string, string>> = {
  kiosk: 'main/shell/preload/kiosk.ts',
  console: 'main/shell/preload/console.ts',
  paper: 'main/shell/preload/paper.ts',
};

/** The pages; each lies in build/renderer/ where it lies in renderer/. */
export const pages: readonly string[] = [
  'kiosk/index.html',
  'console/index.html',
  'paper/index.html',
];
