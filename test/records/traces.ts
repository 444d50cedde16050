import { join } from 'node:path';
import type { Files } from '../../main/ports.ts';

/** Every file below a folder, with its content. */
export async function everyFile(
  files: Files,
  folder: string,
): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const name of await files.list(folder)) {
    const path = join(folder, name);
    if (await files.isFolder(path))
      for (const [below, bytes] of await everyFile(files, path)) found.set(below, bytes);
    else found.set(path, (await files.read(path)) ?? Buffer.alloc(0));
  }
  return found;
}

const escaped = (text: string): string =>
  [...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
/** Base64 looks different at each of three offsets; what all have in common is in the middle. */
const base64 = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .slice(4, -4),
  );

/** Every form in which a text could stand in a file. */
const formsOf = (text: string): readonly Buffer[] => {
  const utf16 = Buffer.from(text, 'utf16le');
  return [
    Buffer.from(text),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(escaped(text)),
    Buffer.from(escaped(text).toUpperCase().replaceAll('\\U', '\\u')),
    Buffer.from(Buffer.from(text).toString('hex')),
    ...[...base64(Buffer.from(text)), ...base64(utf16)].map((each) => Buffer.from(each)),
  ];
};

/** The files below a folder in which a text can be found, in any encoding. */
export async function tracesOf(
  files: Files,
  folder: string,
  text: string,
): Promise<readonly string[]> {
  const forms = formsOf(text);
  return [...(await everyFile(files, folder))].flatMap(([path, bytes]) =>
    forms.some((form) => bytes.includes(form)) ? [path] : [],
  );
}
