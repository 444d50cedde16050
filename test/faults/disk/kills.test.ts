import { afterAll, beforeAll, expect, test } from 'vitest';
import { killOften, type KillReport } from './kills.ts';
import { points } from './labelled-files.ts';
import { buildProgram, type Program } from './run-program.ts';

/** `npm run test:faults` kills ten times as often. */
const wanted = { atPoints: 140, atMoments: 60, seed: 20_261_123 };

let program: Program;
let report: KillReport;
beforeAll(async () => {
  program = await buildProgram();
  report = await killOften(program, wanted);
}, 240_000);
afterAll(() => program.remove());

test('a program that is killed 200 times loses no acknowledged fact and issues no number twice', () => {
  expect(report.wrong).toEqual([]);
  const atPoints = [...report.atPoints.values()].reduce((sum, count) => sum + count, 0);
  expect(atPoints + report.atMoments).toBeGreaterThanOrEqual(200);
  expect(report.acknowledged).toBeGreaterThan(1_000);
});

test.each(points)('it was killed %s', (point) => {
  expect(report.atPoints.get(point)).toBeGreaterThan(0);
});
