/** Looks a key up that came from outside: what every object inherits (`toString`, `__proto__`) is not an entry of a record. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
