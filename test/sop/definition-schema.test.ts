import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';
import { definitionJsonSchema } from '../../shared/sop/definition-schema.ts';

test('the form of a definition lies in docs/ as it is', () => {
  const page = readFileSync(join(root, 'docs', 'procedure-definition.schema.json'), 'utf8');
  expect(JSON.parse(page)).toEqual(JSON.parse(JSON.stringify(definitionJsonSchema())));
});
