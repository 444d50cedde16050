import { randomBytes } from 'node:crypto';

/** As the product makes them: 128 random bits, hex. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}
