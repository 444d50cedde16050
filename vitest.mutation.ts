import { defineConfig } from 'vitest/config';

/** The quick suites that hold journal, recovery, people and checkpoint: every mutant of those modules is run against them. */
export default defineConfig({
  test: {
    include: [
      'test/storage/**/*.test.ts',
      'test/records/**/*.test.ts',
      'test/app/recorder.test.ts',
      'test/app/restore.test.ts',
      'test/app/losses.test.ts',
      'test/app/doubtful-clock.test.ts',
    ],
    exclude: ['test/storage/folder-lock.test.ts', 'test/records/silent-holder.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
});
