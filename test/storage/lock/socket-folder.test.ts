import { lstat, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lockFolder } from '../../../main/storage/lock/folder-lock.ts';
import {
  leaveSocketFolder,
  openSocketFolder,
  UnsafeSocketFolder,
} from '../../../main/storage/lock/socket-folder.ts';

let root = '';
let temporary = '';
let own = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pendamping-sockets-'));
  temporary = join(root, 'tmp');
  await mkdir(temporary);
  await mkdir(join(root, 'session'));
  vi.stubEnv('TMPDIR', temporary);
  vi.stubEnv('XDG_RUNTIME_DIR', '');
  own = join(temporary, `pendamping-${process.getuid?.()}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

const modeOf = async (path: string): Promise<string> =>
  ((await lstat(path)).mode & 0o777).toString(8);
/** As far as this program can tell it runs as somebody else: what it made before is not its own. */
const becomeAnother = (): void =>
  void vi.spyOn(process, 'getuid').mockReturnValue((process.getuid?.() ?? 0) + 1_000);

describe('the folder for short names of sockets', () => {
  test('is made for this user alone, and taken away when it is empty', async () => {
    expect(await openSocketFolder(80)).toBe(own);
    expect(await modeOf(own)).toBe('700');
    await mkdir(join(own, 'inside'));
    await leaveSocketFolder(own);
    expect(await readdir(own)).toEqual(['inside']);
    await rm(join(own, 'inside'), { recursive: true });
    await leaveSocketFolder(own);
    expect(await readdir(temporary)).toEqual([]);
  });

  test('lies in the session’s folder where that is ours', async () => {
    vi.stubEnv('XDG_RUNTIME_DIR', join(root, 'session'));
    expect(await openSocketFolder(80)).toBe(join(root, 'session', 'pendamping'));
    await rm(join(root, 'session', 'pendamping'), { recursive: true });
    becomeAnother();
    // The name is looked for in the temporary folder, where another's is refused too.
    await mkdir(join(temporary, `pendamping-${process.getuid?.()}`));
    await expect(openSocketFolder(80)).rejects.toBeInstanceOf(UnsafeSocketFolder);
    expect(await readdir(join(root, 'session'))).toEqual([]);
  });

  test('lies elsewhere where its own path would be too long', async () => {
    expect(await openSocketFolder(Buffer.byteLength(own))).toBe(own);
    const elsewhere = await openSocketFolder(Buffer.byteLength(own) - 1);
    expect(elsewhere).toBe(join('/tmp', `pendamping-${process.getuid?.()}`));
    await leaveSocketFolder(elsewhere);
  });

  test('has its mode mended when others could look in', async () => {
    await mkdir(own, { mode: 0o755 });
    await openSocketFolder(80);
    expect(await modeOf(own)).toBe('700');
  });

  test('is refused as a link and as another’s, and nothing is put there', async () => {
    await mkdir(join(root, 'trap'));
    await symlink(join(root, 'trap'), own);
    const deep = join(root, 'd'.repeat(100));
    await mkdir(deep);
    await expect(lockFolder(deep, () => undefined)).rejects.toMatchObject({ folder: own });
    expect(await readdir(join(root, 'trap'))).toEqual([]);
    expect(await readdir(deep)).toEqual([]);
    await rm(own);
    becomeAnother();
    const anothers = join(temporary, `pendamping-${process.getuid?.()}`);
    await mkdir(anothers);
    await expect(lockFolder(deep, () => undefined)).rejects.toMatchObject({ folder: anothers });
    expect(await readdir(anothers)).toEqual([]);
  });
});
