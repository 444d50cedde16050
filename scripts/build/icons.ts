import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { root } from '../root.ts';
import { icoOf, type IconPicture } from './ico-of.ts';

/** The sizes a desktop asks for, in pixels. */
export const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const;

/** Up to this size the small drawing is taken, which stands on whole pixels. */
const smallUpTo = 24;
const largestInIco = 256;

/**
 * Makes the program's icon of the drawings in assets/: `16x16.png` and so on for Linux, which is what electron-builder
 * looks for in a folder of icons, and `icon.ico` for Windows.
 */
export async function buildIcons(outDir: string): Promise<void> {
  await loadRenderer();
  const large = await readFile(join(root, 'assets', 'icon.svg'), 'utf8');
  const small = await readFile(join(root, 'assets', 'icon-small.svg'), 'utf8');
  const pictures: readonly IconPicture[] = iconSizes.map((size) => ({
    size,
    png: pngOf(size <= smallUpTo ? small : large, size),
  }));
  await mkdir(outDir, { recursive: true });
  for (const { size, png } of pictures) await writeFile(join(outDir, `${size}x${size}.png`), png);
  const ico = icoOf(pictures.filter(({ size }) => size <= largestInIco));
  await writeFile(join(outDir, 'icon.ico'), ico);
}

function pngOf(svg: string, size: number): Uint8Array {
  const renderer = new Resvg(svg, { fitTo: { mode: 'width', value: size } });
  const picture = renderer.render();
  try {
    return picture.asPng();
  } finally {
    picture.free();
    renderer.free();
  }
}

let loading: Promise<void> | undefined;

/** It may be loaded once in a process. */
async function loadRenderer(): Promise<void> {
  const place = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  loading ??= readFile(place).then(async (wasm) => initWasm(wasm));
  await loading;
}
