import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertIcon, getPngSize } from 'app-builder-lib/out/util/iconConverter.js';
import { getConfig } from 'app-builder-lib/out/util/config/config.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { iconFile } from '../../main/shell/windows/icon-file.ts';
import { icoOf } from '../../scripts/build/ico-of.ts';
import { buildIcons, iconSizes } from '../../scripts/build/icons.ts';
import { root } from '../../scripts/root.ts';

let build = '';
let icons = '';
beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'pendamping-icons-'));
  icons = join(build, 'icons');
  await buildIcons(icons);
});
afterAll(async () => rm(build, { recursive: true, force: true }));

const pictureOf = async (size: number): Promise<Buffer> =>
  await readFile(join(icons, `${size}x${size}.png`));

/** The pictures in an ICO, as a reader of its directory finds them. */
const picturesIn = (ico: Buffer): readonly { readonly size: number; readonly png: Buffer }[] =>
  Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const begin = ico.readUInt32LE(at + 12);
    return {
      size: ico.readUInt8(at) || 256,
      png: ico.subarray(begin, begin + ico.readUInt32LE(at + 8)),
    };
  });

describe("The program's icon", () => {
  test('is built in every size, each a square picture of that many pixels', async () => {
    expect(iconSizes).toEqual([16, 24, 32, 48, 64, 128, 256, 512]);
    expect(await readdir(icons)).toHaveLength(iconSizes.length + 1);
    for (const size of iconSizes) {
      expect(await getPngSize(join(icons, `${size}x${size}.png`))).toEqual({
        width: size,
        height: size,
      });
    }
  });

  test('is the same to the byte when it is built again', async () => {
    const again = join(build, 'again');
    await buildIcons(again);
    for (const name of await readdir(icons))
      expect(await readFile(join(again, name))).toEqual(await readFile(join(icons, name)));
  });

  test('is one file for Windows, with every picture up to 256 pixels in it', async () => {
    const ico = await readFile(join(icons, 'icon.ico'));
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    const pictures = picturesIn(ico);
    expect(pictures.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    for (const { size, png } of pictures) expect(png).toEqual(await pictureOf(size));
    const last = pictures.at(-1)?.png;
    expect(ico.subarray(ico.length - (last?.length ?? 0))).toEqual(last);
    expect(() => icoOf([{ size: 512, png: Buffer.alloc(1) }])).toThrow('no picture of 512 pixels');
  });

  test('lies where the windows look for it, on every system', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const)
      expect(existsSync(iconFile(join(build, 'main'), platform))).toBe(true);
  });

  test('is taken by the packager as it is, with no tool to convert it', async () => {
    const { linux, win, files } = await getConfig(root, 'electron-builder.yml', null);
    expect(linux?.icon).toBe('build/icons');
    expect(win?.icon).toBe('build/icons/icon.ico');
    expect(JSON.stringify(files)).toContain('"build/icons/**"');

    const find = async (source: string, format: 'set' | 'ico') => {
      const asked = { sources: [source], fallbackSources: [], roots: [build], outDir: build };
      return (await convertIcon({ ...asked, format })).icons.map(({ size }) => size);
    };
    expect(await find('icons', 'set')).toEqual([...iconSizes]);
    expect(await find('icons/icon.ico', 'ico')).toEqual([256]);
  });
});
