/** Looks a key up that came from outside: what every object inherits (`toString`, `__proto__`) is not an entry of a record. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
