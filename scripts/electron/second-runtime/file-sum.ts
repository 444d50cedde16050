import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/**
 * SHA-256 of a file, in hexadecimal.
 * @returns undefined when there is no such file
 */
export async function fileSum(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return hash.digest('hex');
}

/**
 * Lets a file pass only with the sum it must have.
 * @param what the file's name in the sentence
 * @throws with one sentence, when it is not there or has another sum
 */
export async function demandSum(file: string, wanted: string, what: string): Promise<void> {
  const found = await fileSum(file);
  if (found === wanted) return;
  throw new Error(
    found === undefined
      ? `${what} is not there.`
      : `${what} is refused: its SHA-256 is ${found}, and must be ${wanted}.`,
  );
}
