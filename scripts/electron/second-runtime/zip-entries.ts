import { crc32, inflateRawSync } from 'node:zlib';

/** A file in a zip archive. */
export type ZipEntry = {
  readonly name: string;
  /** The Unix permission bits it was packed with. */
  readonly mode: number;
  /**
   * Its bytes.
   * @throws when they are packed in a way that is not supported, or are not what the archive says they are
   */
  readonly read: () => Buffer;
};

const endOfArchive = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const endLength = 22;

/**
 * The files of a zip archive, by its directory; a system's `unzip` need not be there. Stored and deflated entries of
 * archives under 4 GB: no encryption, no parts.
 * @throws when it is not such an archive
 */
export function zipEntries(zip: Buffer): readonly ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + endLength > zip.length || zip.readUInt32LE(end) !== endOfArchive)
    throw new Error('This is not a whole zip archive.');
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > end || zip.readUInt32LE(at) !== entryOfDirectory)
      throw new Error("This zip archive's directory is damaged.");
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (!name.endsWith('/')) entries.push(entryAt(zip, at, name));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(zip: Buffer, at: number, name: string): ZipEntry {
  return {
    name,
    mode: (zip.readUInt32LE(at + 38) >>> 16) & 0o777,
    read: () => {
      const method = zip.readUInt16LE(at + 10);
      const local = zip.readUInt32LE(at + 42);
      const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(begin, begin + zip.readUInt32LE(at + 20));
      if (method !== 0 && method !== 8)
        throw new Error(`${name} is packed by method ${method}, which is not supported.`);
      const bytes = method === 0 ? packed : inflateRawSync(packed);
      if (bytes.length !== zip.readUInt32LE(at + 24) || crc32(bytes) !== zip.readUInt32LE(at + 16))
        throw new Error(`${name} is not what the archive says it is.`);
      return bytes;
    },
  };
}
