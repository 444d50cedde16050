import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a tool of the system; throws when it says that it failed. */
export const runTool = promisify(execFile);

/** What is mounted at present: none of it outlives this process, however that ends in order. */
const mounted = new Set<string>();
const unmountAll = (): void => {
  for (const folder of mounted) execFileSync('umount', ['-l', folder]);
};

/** @param words of mount, all but the folder */
export async function mount(words: readonly string[], folder: string): Promise<void> {
  await runTool('mount', [...words, folder]);
  if (!process.listeners('exit').includes(unmountAll)) process.on('exit', unmountAll);
  mounted.add(folder);
}

/** Takes a mount away; a busy one goes with whoever keeps it busy. */
export async function unmount(folder: string): Promise<void> {
  if (!mounted.has(folder)) return;
  await runTool('umount', [folder]).catch(() => runTool('umount', ['-l', folder]));
  mounted.delete(folder);
}
