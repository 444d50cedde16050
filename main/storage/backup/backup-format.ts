import { createHash } from 'node:crypto';
import { z } from 'zod';
import { entriesOf, makeMeasure, type BackupEntry } from './backup-entries.ts';
import { DamagedBackup } from './damaged-backup.ts';
import type { BranchId, JournalId } from '../../../shared/base/ids.ts';
import { randomNameSchema } from '../../../shared/facts/facts.ts';
import { decodeLine, tailLength } from '../journal/hashed-line.ts';
import { NewerFormat, readHeader } from '../journal/journal-format.ts';

/** Version of the manifest described in docs/data.md. Format 1 did not name the journal. */
export const backupFormat = 2;
/** Last file of a backup: one hashed line that tells what the others are. */
export const manifestName = 'manifest.json';

/** Is this a file that a backup may hold? No way out of the data folder leads over such a name. */
export function isBackedUpName(name: string): boolean {
  return name.length <= 100 && /^(journal|people|slips)(\/[\w-][\w.-]*)+$/.test(name);
}

const common = {
  /** Ms since 1970 UTC. */
  made: z.int(),
  /** The journal's last line in it. */
  head: z.strictObject({ seq: z.int(), hash: z.string() }),
  files: z.array(
    z.strictObject({ name: z.string().refine(isBackedUpName), bytes: z.int(), sha256: z.string() }),
  ),
};
const backup = z.literal('pendamping');
const manifestSchema = z.strictObject({
  backup,
  format: z.literal(backupFormat),
  /** The journal's own name, as `id` and `branch` of its headers; null: it had none yet. */
  journal: z
    .strictObject({ id: randomNameSchema<JournalId>(), branch: randomNameSchema<BranchId>() })
    .nullable(),
  ...common,
});
export type Manifest = z.infer<typeof manifestSchema>;
const firstFormatSchema = z.strictObject({ backup, format: z.literal(1), ...common });
const versionSchema = z.looseObject({ backup: z.literal('pendamping'), format: z.int() });

const mebibyte = 1024 * 1024;
/** What a backup may ask of memory. Far more than ten busy years of an office hold. */
export const backupLimits = {
  manifestBytes: 64 * mebibyte,
  files: 600_000,
  /** Of a file of the journal or of people: these are read whole when the folder is used. */
  recordsBytes: 256 * mebibyte,
  lineBytes: 32 * mebibyte,
} as const;

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Brackets and commas that the manifest of so many files has: a text with more of them would be millions of values. */
const isModest = (bytes: Buffer): boolean => {
  let marks = 0;
  for (const byte of bytes) if (byte === 44 || byte === 91 || byte === 123) marks += 1;
  return marks <= 4 * backupLimits.files + 16;
};

/** @returns null when it is not as it was written @throws NewerFormat */
const parseManifest = (bytes: Buffer): Manifest | null => {
  const decoded =
    bytes.at(-1) === 10 && bytes.length > tailLength && isModest(bytes)
      ? decodeLine(bytes.subarray(0, -1))
      : null;
  if (decoded === null) return null;
  const version = versionSchema.safeParse(decoded.fields).data;
  if (version !== undefined && version.format > backupFormat)
    throw new NewerFormat(`backup format ${version.format}`);
  const { hash: _, ...fields } = decoded.fields;
  const first = firstFormatSchema.safeParse(fields).data;
  return first === undefined
    ? (manifestSchema.safeParse(fields).data ?? null)
    : { ...first, format: backupFormat, journal: null };
};

/** @returns null when there is more than `most` */
const gather = async (chunks: AsyncIterable<Buffer>, most: number): Promise<Buffer | null> => {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    // Taken to its end all the same: a stream left early ends the whole reading.
    if (bytes <= most) parts.push(chunk);
    else parts.length = 0;
  }
  return bytes <= most ? Buffer.concat(parts) : null;
};

/** No journal header is longer. */
const beginningBytes = 4_096;
const aliveBytes = 16 * mebibyte;

/** What goes through, and whether it is more than may be read later. */
const measureEntry = async ({ name, chunks }: BackupEntry, alive: () => void) => {
  const measure = makeMeasure();
  const isRecords = !name.startsWith('slips/');
  let bytes = 0;
  let line = 0;
  let longest = 0;
  let beginning = Buffer.alloc(0);
  for await (const chunk of measure.through(chunks)) {
    if (Math.floor(bytes / aliveBytes) < Math.floor((bytes + chunk.length) / aliveBytes)) alive();
    bytes += chunk.length;
    const newline = chunk.lastIndexOf(10);
    line = newline < 0 ? line + chunk.length : chunk.length - newline - 1;
    longest = Math.max(longest, line);
    if (beginning.length < beginningBytes)
      beginning = Buffer.concat([beginning, chunk.subarray(0, beginningBytes - beginning.length)]);
  }
  // Lines of a later version of the journal may not be judged here.
  if (name.startsWith('journal/')) readHeader(beginning);
  return {
    ...measure.end(),
    isTooLong: isRecords && (bytes > backupLimits.recordsBytes || longest > backupLimits.lineBytes),
  };
};

type Found = ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>;

const mustBeAsTold = (manifest: Manifest, found: Found): void => {
  const told = new Set<string>();
  for (const { name, bytes, sha256 } of manifest.files) {
    const file = found.get(name);
    if (file === undefined) throw new DamagedBackup('missing', name);
    if (file.bytes !== bytes || file.sha256 !== sha256)
      throw new DamagedBackup('not-as-written', name);
    told.add(name);
  }
  for (const name of found.keys()) if (!told.has(name)) throw new DamagedBackup('foreign', name);
};

/**
 * Reads a whole backup and checks every file of it against its manifest, in bounded memory, keeping nothing of it.
 * @param checked told how many files were read, now and again
 * @throws DamagedBackup; NewerFormat when a later version of the program wrote it
 */
export async function checkBackup(
  chunks: AsyncIterable<Uint8Array>,
  checked: (files: number) => void = () => undefined,
): Promise<Manifest> {
  const found = new Map<string, { readonly bytes: number; readonly sha256: string }>();
  let manifest: Manifest | null = null;
  let isManifestThere = false;
  let flaw: DamagedBackup | null = null;
  let entries = 0;
  // It is read to its end whatever is found: its manifest may say that all this is right in a later version.
  for await (const entry of entriesOf(chunks)) {
    const { name } = entry;
    entries += 1;
    checked(entries);
    if (!entry.isPlainFile) flaw ??= new DamagedBackup('no-plain-file', name);
    else if (isManifestThere || found.has(name)) flaw ??= new DamagedBackup('twice', name);
    else if (name === manifestName) {
      isManifestThere = true;
      const bytes = await gather(entry.chunks, backupLimits.manifestBytes);
      if (bytes === null) flaw ??= new DamagedBackup('manifest-too-long', name);
      else manifest = parseManifest(bytes);
    } else if (!isBackedUpName(name)) flaw ??= new DamagedBackup('foreign', name);
    else if (found.size >= backupLimits.files) flaw ??= new DamagedBackup('too-many', name);
    else {
      const { isTooLong, ...file } = await measureEntry(entry, () => checked(entries));
      if (isTooLong) flaw ??= new DamagedBackup('too-long', name);
      found.set(name, file);
    }
  }
  if (flaw !== null) throw flaw;
  if (manifest === null) throw new DamagedBackup('no-manifest');
  mustBeAsTold(manifest, found);
  return manifest;
}
