import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipEntries } from '../../scripts/electron/second-runtime/zip-entries.ts';

/** An archive by Python's own zip module: what we read is not written by us. */
const writer = `
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w') as archive:
    archive.writestr('Carrier/', '')
    def add(name, text, mode, method):
        about = zipfile.ZipInfo(name)
        about.external_attr = (0o100000 | mode) << 16
        about.compress_type = method
        archive.writestr(about, text)
    add('Carrier/program', 'x' * 5000, 0o755, zipfile.ZIP_DEFLATED)
    add('Carrier/notes.txt', 'kept as it is', 0o644, zipfile.ZIP_STORED)
    add('Carrier/odd', 'y' * 500, 0o644, zipfile.ZIP_BZIP2)
`;

let folder = '';
let zip = Buffer.alloc(0);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendamping-zip-'));
  const file = join(folder, 'carrier.zip');
  await promisify(execFile)('python3', ['-c', writer, file]);
  zip = await readFile(file);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const readNamed = (archive: Buffer, name: string): Buffer | undefined =>
  zipEntries(archive)
    .find((entry) => entry.name === name)
    ?.read();

describe('A zip archive', () => {
  test('is read file by file, packed or stored, with the permissions it was made with', () => {
    expect(zipEntries(zip).map(({ name, mode }) => [name, mode])).toEqual([
      ['Carrier/program', 0o755],
      ['Carrier/notes.txt', 0o644],
      ['Carrier/odd', 0o644],
    ]);
    expect(readNamed(zip, 'Carrier/program')?.toString()).toBe('x'.repeat(5000));
    expect(readNamed(zip, 'Carrier/notes.txt')?.toString()).toBe('kept as it is');
  });

  test('is refused where a file is not what the directory says, or packed in another way', () => {
    const changed = Buffer.from(zip);
    changed.write('K', changed.indexOf('kept as it is'));
    expect(() => readNamed(changed, 'Carrier/notes.txt')).toThrow(
      'Carrier/notes.txt is not what the archive says it is.',
    );
    expect(readNamed(changed, 'Carrier/program')).toHaveLength(5000);
    expect(() => readNamed(zip, 'Carrier/odd')).toThrow('packed by method 12');
  });

  test('is refused when it was cut off, or is none', () => {
    expect(() => zipEntries(zip.subarray(0, zip.length - 4))).toThrow('not a whole zip archive');
    expect(() => zipEntries(Buffer.from('no archive'))).toThrow('not a whole zip archive');
    const damaged = Buffer.from(zip);
    damaged.writeUInt32LE(0, damaged.readUInt32LE(damaged.length - 6));
    expect(() => zipEntries(damaged)).toThrow('directory is damaged');
  });
});
