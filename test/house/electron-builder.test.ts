import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';

const read = async () => await getConfig(root, 'electron-builder.yml', null);

describe('electron-builder.yml', () => {
  test('is what the packager understands, for Linux and for Windows', async () => {
    await expect(
      validateConfiguration(await read(), new DebugLogger(false)),
    ).resolves.toBeUndefined();
  });

  test('would be refused with a key that the packager does not know', async () => {
    const misspelt = { ...(await read()), nsis: { oneClik: true } };
    await expect(validateConfiguration(misspelt as never, new DebugLogger(false))).rejects.toThrow(
      'configuration.nsis',
    );
  });

  test('names the menu entry as the windows name themselves, so that a desktop shows their icon', async () => {
    const { linux } = await read();
    const { desktopName } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      readonly desktopName: string;
    };
    expect(linux).toMatchObject({ syncDesktopName: true, executableName: 'pendamping' });
    expect(desktopName).toBe('pendamping.desktop');
  });

  test('closes the doors of a release: no inspector, no Node, no code beside the archive', async () => {
    const { electronFuses } = await read();
    expect(electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
    });
  });
});
