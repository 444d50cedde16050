import { createHash } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { z } from 'zod';
import { decodeLine } from './hashed-line.ts';

/** Version of the manifest described in docs/data.md. */
export const backupFormat = 1;
/** Last file of a backup: one hashed line that tells what the others are. */
export const manifestName = 'manifest.json';

export const manifestSchema = z.strictObject({
  backup: z.literal('pendamping'),
  format: z.literal(backupFormat),
  /** Ms since 1970 UTC. */
  made: z.int(),
  /** The journal's last line in it. */
  head: z.strictObject({ seq: z.int(), hash: z.string() }),
  files: z.array(z.strictObject({ name: z.string().regex(/^(journal|people|slips)(\/[\w-][\w.-]*)+$/), bytes: z.int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A file that is no backup, or is not as it was written. */
export class DamagedBackup extends Error {}

export type BackupEntry = { readonly name: string; readonly bytes: Buffer };

/**
 * Reads a backup file by file.
 * @param chunks of the `.tar.gz`
 * @throws DamagedBackup
 */
export async function* entriesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<BackupEntry, undefined> {
  const source = Readable.from(chunks);
  const unzipped = createGunzip();
  const unpacked = extract();
  source.on('error', (error) => unzipped.destroy(error));
  unzipped.on('error', (error) => unpacked.destroy(error));
  source.pipe(unzipped).pipe(unpacked);
  try {
    for await (const entry of unpacked) {
      const parts: Buffer[] = [];
      for await (const part of entry) parts.push(part as Buffer);
      yield { name: entry.header.name, bytes: Buffer.concat(parts) };
    }
  } catch (error) {
    throw new DamagedBackup('The backup cannot be unpacked', { cause: error });
  }
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const parseManifest = (bytes: Buffer): Manifest | null => {
  const decoded = bytes.at(-1) === 10 ? decodeLine(bytes.subarray(0, -1)) : null;
  if (decoded === null) return null;
  const { hash: _, ...fields } = decoded.fields;
  return manifestSchema.safeParse(fields).data ?? null;
};

/**
 * Reads a whole backup and checks every file of it against its manifest.
 * @param checked told after each file
 * @throws DamagedBackup
 */
export const checkBackup = async (chunks: AsyncIterable<Uint8Array>, checked: (name: string) => void = () => undefined): Promise<Manifest> => {
  const found = new Map<string, { readonly bytes: number; readonly sha256: string }>();
  let manifest: Manifest | null = null;
  for await (const { name, bytes } of entriesOf(chunks)) {
    if (manifest !== null || found.has(name)) throw new DamagedBackup(`${name} stands in it twice, or behind its end`);
    if (name === manifestName) manifest = parseManifest(bytes);
    else found.set(name, { bytes: bytes.length, sha256: sha256Of(bytes) });
    checked(name);
  }
  if (manifest === null) throw new DamagedBackup('Its manifest is missing or not as it was written');
  for (const { name, bytes, sha256 } of manifest.files) {
    const file = found.get(name);
    if (file?.bytes !== bytes || file.sha256 !== sha256) throw new DamagedBackup(`${name} is not as it was written`);
    found.delete(name);
  }
  const [foreign] = found.keys();
  if (foreign !== undefined) throw new DamagedBackup(`${foreign} is not in its manifest`);
  return manifest;
};
