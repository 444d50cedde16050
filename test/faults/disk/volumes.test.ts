import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetErrors } from './forgotten-errors.ts';
import { fillDisks, honestDisks } from './full-disks.ts';
import { cutPower, variants, type Variant } from './power-cuts.ts';
import { buildProgram, type Program } from './run-program.ts';
import { whyNoVolume } from './why-no-volume.ts';

// Power cuts and full disks need file systems of their own, and those need root. A machine that cannot mount them says so
// in the name of the one test that is left; `npm run test:faults` says so in its table.

const why = await whyNoVolume();

let program: Program;
beforeAll(async () => {
  program = await buildProgram();
}, 60_000);
afterAll(() => program.remove());

/** What is tried here: all of it, or nothing. */
const here = <T>(all: readonly T[]): readonly T[] => (why === null ? all : []);

test.each(here(Object.keys(variants) as Variant[]))(
  'power cuts, %s: no acknowledged fact is lost',
  async (variant) => {
    const { cuts, acknowledged, wrong } = await cutPower(program, variant, {
      cuts: 3,
      seed: 20_261_123,
    });
    expect(wrong).toEqual([]);
    expect(cuts).toBe(3);
    expect(acknowledged).toBeGreaterThan(0);
  },
  60_000,
);

test.each(here<Variant>(['default']))(
  'a program that never flushes loses what it acknowledged when the power is cut, %s',
  async (variant) => {
    const { wrong } = await cutPower(program, variant, {
      cuts: 3,
      seed: 20_261_123,
      careless: true,
    });
    expect(wrong.some((sentence) => sentence.includes('lost: '))).toBe(true);
  },
  60_000,
);

test.each(here(honestDisks))(
  '%s: nothing is acknowledged while out of service, nothing acknowledged is lost',
  async (disk) => {
    const { runs, backInService, shortWrites, acknowledged, wrong } = await fillDisks(
      program,
      disk,
      { runs: 3, seed: 20_261_123 },
    );
    expect(wrong).toEqual([]);
    expect(runs).toBe(3);
    expect(acknowledged).toBeGreaterThan(0);
    expect(backInService).toBeGreaterThanOrEqual(runs);
    expect(shortWrites).toBeGreaterThanOrEqual(disk === 'full disk' ? 1 : 0);
  },
  60_000,
);

test.each(here([4]))(
  'a flush that failed before a kill is not built on: %i power cuts under the next run',
  async (wanted) => {
    const { runs, acknowledged, wrong } = await forgetErrors(program, {
      runs: wanted,
      seed: 20_261_123,
    });
    expect(wrong).toEqual([]);
    expect(runs).toBe(wanted);
    expect(acknowledged).toBeGreaterThan(0);
  },
  60_000,
);

test.each(why === null ? [] : [why])('no power can be cut and no disk filled: %s', (reason) => {
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  expect(reason.startsWith('no loop device')).toBe(isRootOnLinux);
});
