import { defineConfig } from 'vitest/config';

/** The quick suites that hold journal, recovery, people and checkpoint: every mutant of those modules is run against them. */
export default defineConfig({
  test: {
    include: [
      'test/storage/**/*.test.ts',
      'test/records/**/*.test.ts',
      'test/engine/recorder.test.ts',
      'test/records/restore.test.ts',
      'test/records/losses.test.ts',
      'test/app/office/doubtful-clock.test.ts',
    ],
    exclude: ['test/storage/lock/folder-lock.test.ts', 'test/command-line/silent-holder.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
  },
});
