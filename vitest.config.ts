import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/bench/**', 'test/long/**'],
    environment: 'node',
    // Properties with 10,000 cases and linter runs are slow beside other test files on two cores.
    testTimeout: 30_000,
    coverage: { include: ['shared/**', 'main/**'], reportsDirectory: 'coverage' },
  },
});
