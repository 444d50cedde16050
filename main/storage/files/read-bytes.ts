import type { Files } from '../../ports.ts';

/** The bytes of a file from one to before another; none when there is no such file. */
export async function readBytes(
  files: Files,
  path: string,
  from?: number,
  to?: number,
): Promise<Buffer> {
  return (await files.read(path, from, to)) ?? Buffer.alloc(0);
}
