import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { pack, type Header } from 'tar-stream';
import { encodeLine } from '../../../main/storage/journal/hashed-line.ts';

/** A file of a crafted archive. A link or folder has no content. */
export type Crafted = Partial<Header> & { readonly name: string; readonly content: string };

const told = ({ name, content }: Crafted) => ({
  name,
  bytes: Buffer.byteLength(content),
  sha256: createHash('sha256').update(content).digest('hex'),
});

/** The manifest that belongs to these files, right in itself. */
export function manifestOf(entries: readonly Crafted[], over: object = {}): Crafted {
  return {
    name: 'manifest.json',
    content: encodeLine({
      backup: 'pendamping',
      format: 1,
      made: 0,
      head: { seq: 0, hash: '' },
      files: entries.map(told),
      ...over,
    }).line,
  };
}

/** A `.tar.gz` of just these files, whatever they are. */
export async function archiveOf(entries: readonly Crafted[]): Promise<Buffer> {
  const archive = pack();
  for (const { content, ...header } of entries) {
    if (header.type === undefined) archive.entry(header, content);
    else archive.entry(header);
  }
  archive.finalize();
  return buffer(archive.pipe(createGzip()));
}

const blockBytes = 1024 * 1024;

/** A small archive that unpacks to a file of `mebibytes`, told rightly in its manifest: the same line again and again. */
export async function bombOf(name: string, line: string, mebibytes: number): Promise<Buffer> {
  const block = Buffer.alloc(blockBytes, line);
  const hash = createHash('sha256');
  for (let each = 0; each < mebibytes; each += 1) hash.update(block);
  const bytes = mebibytes * blockBytes;
  const archive = pack();
  const zipped = buffer(archive.pipe(createGzip({ level: 1 })));
  const entry = archive.entry({ name, size: bytes });
  for (let each = 0; each < mebibytes; each += 1)
    if (!entry.write(block))
      await new Promise<void>((resolve) => entry.once('drain', () => resolve()));
  entry.end(null);
  archive.entry(
    { name: 'manifest.json' },
    manifestOf([], { files: [{ name, bytes, sha256: hash.digest('hex') }] }).content,
  );
  archive.finalize();
  return zipped;
}
