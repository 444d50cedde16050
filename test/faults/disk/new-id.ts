import { randomBytes } from 'node:crypto';

/** As the product makes them: 128 random bits, hex. */
export const newId = (): string => randomBytes(16).toString('hex');
