/** A square picture of an icon. */
export type IconPicture = { readonly size: number; readonly png: Uint8Array };

const headLength = 6;
const entryLength = 16;

/**
 * An ICO file: a directory, and the pictures behind it as PNG, which Windows reads since Vista.
 * @param pictures of 1 to 256 pixels, the smallest first
 * @throws when one is larger: an ICO has a single byte for the size
 */
export function icoOf(pictures: readonly IconPicture[]): Buffer {
  const head = Buffer.alloc(headLength + entryLength * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let place = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    if (size > 256) throw new Error(`An ICO holds no picture of ${size} pixels.`);
    const at = headLength + entryLength * index;
    // 0 stands for 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(place, at + 12);
    place += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}
