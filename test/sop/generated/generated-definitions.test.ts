import { expect, test } from 'vitest';
import { checkGenerated } from './check-generated.ts';

test('200 generated definitions: refused with a sentence, or 10 visits each are carried to an end', async () => {
  const { worked, refused } = await checkGenerated(200, 10, 20261125);
  // Both kinds are among them, or the test shows less than it says.
  expect(worked).toBeGreaterThan(40);
  expect(refused).toBeGreaterThan(40);
}, 240_000);
