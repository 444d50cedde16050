import { createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** OWASP's present floor for scrypt with 16 MiB: N = 2^14, r = 8, p = 5. */
const cost = { N: 2 ** 14, r: 8, p: 5 };
const keyLength = 32;

const keyOf = (pin: string, pepper: string, salt: Buffer, { N, r, p }: typeof cost): Buffer =>
  scryptSync(createHmac('sha256', pepper).update(pin).digest(), salt, keyLength, {
    N,
    r,
    p,
    maxmem: 256 * N * r,
  });

/**
 * Hashes a PIN. Takes some 0.1 s on purpose: call it beside the main thread.
 * @param pepper a secret of this machine, kept outside the data folder
 * @returns `scrypt$N$r$p$salt$key`, salt and key in base64
 */
export function hashPin(pin: string, pepper: string): string {
  const salt = randomBytes(16);
  const key = keyOf(pin, pepper, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join(
    '$',
  );
}

/** Does a PIN match its hash? A hash that cannot be read matches nothing. */
export function verifyPin(pin: string, pepper: string, hash: string): boolean {
  const [kind, N, r, p, salt = '', key = ''] = hash.split('$');
  if (kind !== 'scrypt') return false;
  const expected = Buffer.from(key, 'base64');
  try {
    const found = keyOf(pin, pepper, Buffer.from(salt, 'base64'), {
      N: Number(N),
      r: Number(r),
      p: Number(p),
    });
    return expected.length === found.length && timingSafeEqual(expected, found);
  } catch {
    // Numbers that scrypt does not take. A throw would end the worker, for everybody.
    return false;
  }
}
