import { defineConfig } from '@playwright/test';

/** End-to-end stories on real Electron. Retries are off: a story that fails now and then is a failing story. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  forbidOnly: process.env['CI'] !== undefined,
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
});
