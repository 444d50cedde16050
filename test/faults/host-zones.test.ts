import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const toldIn = async (zone: string): Promise<string> =>
  (
    await run(process.execPath, [fileURLToPath(new URL('./day-in-zone.ts', import.meta.url))], {
      env: { ...process.env, TZ: zone },
    })
  ).stdout;

test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'])(
  'on a host in %s, with its daylight saving, the office tells what it tells in Jakarta',
  async (zone) => {
    const [here, there] = await Promise.all([toldIn('Asia/Jakarta'), toldIn(zone)]);
    expect(JSON.parse(here)).toHaveLength(12);
    expect(there).toBe(here);
  },
);
