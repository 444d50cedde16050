import { z } from 'zod';
import type { CellOfKind, FieldKind, ValueOfKind } from './field.ts';
import { guestBookEntries, type ByField } from './guest-book.ts';
import { purposes } from './purposes.ts';

type Schemas = Readonly<Record<FieldKind, z.ZodType>>;
type Of<Values extends Readonly<Record<FieldKind, unknown>>> = {
  readonly [K in FieldKind]: z.ZodType<Values[K]>;
};

// Lengths only keep nonsense out: the rules with sentences are far tighter.
const typed = z.string().max(20_000);
const sent = {
  text: typed,
  'user-id': typed.nullable(),
  purpose: z.enum(purposes).nullable(),
  deadline: z.string().max(16),
} as const satisfies Of<ValueOfKind>;

const cells = {
  text: z.string(),
  'user-id': z.string(),
  purpose: z.enum(purposes).nullable(),
  deadline: z.string(),
} as const satisfies Of<CellOfKind>;

const byField = <Given extends Schemas>(schemas: Given): ByField<Given> =>
  Object.fromEntries(
    guestBookEntries.map(({ key, kind }) => [key, schemas[kind]]),
  ) as ByField<Given>;

/** The guest book as a window sends it. */
export const guestBookSchema = z.strictObject(byField(sent));

/** The guest book's cells in a row of the register, as the contract tells them. */
export const guestBookCells = byField(cells);
