import { expect, test } from 'vitest';
import { checkGenerated } from '../sop/generated/check-generated.ts';

test('2,000 generated definitions: refused with a sentence, or 100 visits each are carried to an end', async () => {
  const { worked, refused } = await checkGenerated(2_000, 100, 20261126);
  expect(worked).toBeGreaterThan(400);
  expect(refused).toBeGreaterThan(400);
}, 14_400_000);
