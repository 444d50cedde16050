import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { Files } from '../ports.ts';
import { replaceDurably } from '../storage/files/durable-write.ts';

/** Keeps a secret by means of the desktop's own key store, where there is a real one. */
export type Vault = {
  readonly seal: (secret: string) => Buffer;
  readonly open: (sealed: Buffer) => string;
};

/**
 * The machine's own part of every PIN hash, made at first use and kept outside the data folder, so that a copied data
 * folder alone does not let anyone try PINs.
 */
export async function openPepper(files: Files, path: string, vault: Vault): Promise<string> {
  const sealed = await files.read(path);
  if (sealed !== null && sealed.length > 0) return vault.open(sealed);
  const pepper = randomBytes(32).toString('hex');
  await files.makeFolder(dirname(path));
  await replaceDurably(files, path, vault.seal(pepper));
  return pepper;
}
