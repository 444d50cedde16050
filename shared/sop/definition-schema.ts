import { z } from 'zod';
import { procedureSchema } from './definition.ts';

/** The form of a definition as JSON Schema, for whoever writes one: docs/procedure-definition.schema.json. */
export function definitionJsonSchema(): unknown {
  return z.toJSONSchema(procedureSchema, { io: 'input' });
}
