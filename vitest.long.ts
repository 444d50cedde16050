import { defineConfig } from 'vitest/config';

/** The suites of `npm run test:long`: minutes each, one after the other, and some need programs that npm test does without. */
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    environment: 'node',
    testTimeout: 600_000,
    fileParallelism: false,
  },
});
