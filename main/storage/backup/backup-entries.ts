import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { DamagedBackup } from './damaged-backup.ts';

/** A file of a backup, read as a stream: whatever it claims to hold, a piece of it is in memory at a time. */
export type BackupEntry = {
  readonly name: string;
  /** False: a folder, a link, a device. */
  readonly isPlainFile: boolean;
  /** To be taken once. What is not taken is passed over. */
  readonly chunks: AsyncIterable<Buffer>;
};

const pieceBytes = 64 * 1024;

/**
 * Reads a backup file by file, in constant memory.
 * @param chunks of the `.tar.gz`
 * @throws DamagedBackup; what reading the chunks throws is thrown as it is
 */
export async function* entriesOf(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<BackupEntry, undefined> {
  const source = Readable.from(chunks);
  const unzipped = createGunzip({ chunkSize: pieceBytes });
  const unpacked = extract();
  let unread: Error | null = null;
  source.on('error', (error) => {
    unread = error;
    unzipped.destroy(error);
  });
  unzipped.on('error', (error) => unpacked.destroy(error));
  source.pipe(unzipped).pipe(unpacked);
  const flaw = (error: unknown): Error => unread ?? new DamagedBackup('not-unpacked', null, error);
  async function* piecesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Buffer, undefined> {
    try {
      for await (const piece of entry) yield piece as Buffer;
    } catch (error) {
      throw flaw(error);
    }
  }
  const entries = unpacked[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await entries.next().catch((error: unknown) => Promise.reject(flaw(error)));
      if (next.done === true) return;
      const { header } = next.value;
      const pieces = piecesOf(next.value);
      yield { name: header.name, isPlainFile: header.type === 'file', chunks: pieces };
      for await (const _ of pieces);
    }
  } finally {
    for (const stream of [source, unzipped, unpacked]) stream.destroy();
  }
}

/** Counts and hashes what goes through. */
export function makeMeasure() {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async *through(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, undefined> {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        hash.update(chunk);
        yield chunk;
      }
    },
    end: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}
