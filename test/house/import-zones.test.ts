import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/root.ts';

type Case = {
  readonly title: string;
  readonly file: string;
  readonly source: string;
  readonly sentence: string;
};

// Each case is one throwaway file; its path decides which rules hold for it.
const refused: readonly Case[] = [
  {
    title: 'shared may not use Node',
    file: 'shared/base/probe-node.ts',
    source: `import { join } from 'node:path';\nexport const at = join('a');\n`,
    sentence: 'shared is true in any process',
  },
  {
    title: 'shared may not use a window library',
    file: 'shared/views/probe-react.ts',
    source: `export { useState } from 'react';\n`,
    sentence: 'behind a port of main/ports.ts',
  },
  {
    title: 'shared may not reach into main',
    file: 'shared/sop/probe-main.ts',
    source: `import type { Clock } from '../../main/ports.ts';\nexport type Here = Clock;\n`,
    sentence: 'Move what needs main/ports.ts into main',
  },
  {
    title: 'main may not import renderer',
    file: 'main/app/visit/probe-renderer.ts',
    source: `export * from '../../../renderer/kiosk/app.tsx';\n`,
    sentence: 'main never imports renderer',
  },
  {
    title: 'renderer may not import main',
    file: 'renderer/ui/probe-main.ts',
    source: `export * from '../../main/ports.ts';\n`,
    sentence: 'renderer never imports main',
  },
  {
    title: 'renderer may not import a machine',
    file: 'renderer/kiosk/probe-machine.ts',
    source: `export * from '../../shared/sop/chart.ts';\n`,
    sentence: 'Add what is missing to the view in shared/views/',
  },
  {
    title: 'renderer may not import facts, not even their types',
    file: 'renderer/console/probe-facts.ts',
    source: `import type { Fact } from '../../shared/facts/facts.ts';\nexport type Seen = Fact;\n`,
    sentence: 'Windows show views',
  },
  {
    title: 'renderer may not import xstate',
    file: 'renderer/console/probe-xstate.ts',
    source: `export { setup } from 'xstate';\n`,
    sentence: 'Windows show views',
  },
  {
    title: 'renderer may not import xstate later, by import()',
    file: 'renderer/console/probe-later.ts',
    source: `export const later = async (): Promise<unknown> => await import('xstate/graph');\n`,
    sentence: 'Windows show views',
  },
  {
    title: 'renderer may not use Node',
    file: 'renderer/ui/probe-node.ts',
    source: `export { readFileSync } from 'fs';\n`,
    sentence: 'A window has no Node',
  },
  {
    title: 'renderer may not use electron',
    file: 'renderer/ui/probe-electron.ts',
    source: `export { ipcRenderer } from 'electron';\n`,
    sentence: 'A window has no electron',
  },
  {
    title: 'electron stays in main/shell',
    file: 'main/devices/probe-electron.ts',
    source: `export { app } from 'electron';\n`,
    sentence: 'electron is imported in main/shell/ only',
  },
  {
    title: 'electron stays in main/shell, also by its types',
    file: 'main/engine/probe-types.ts',
    source: `export type Contents = import('electron').WebContents;\n`,
    sentence: 'electron is imported in main/shell/ only',
  },
  {
    title: 'the product may not import its tests',
    file: 'main/app/probe-test.ts',
    source: `export * from '../../test/worlds.ts';\n`,
    sentence: 'The product never imports its tests or scripts',
  },
  {
    title: 'shared may not read the clock',
    file: 'shared/base/probe-now.ts',
    source: `export const now = (): number => Date.now();\n`,
    sentence: 'shared knows no clock and no chance (Date.now)',
  },
  {
    title: 'shared may not make the present moment',
    file: 'shared/base/probe-date.ts',
    source: `export const today = (): Date => new Date();\n`,
    sentence: 'new Date() without a time',
  },
  {
    title: 'shared may not throw dice',
    file: 'shared/base/probe-random.ts',
    source: `export const dice = (): number => Math.random();\n`,
    sentence: 'shared knows no clock and no chance (Math.random)',
  },
  {
    title: 'main may not use what the oldest runtime lacks',
    file: 'main/app/probe-clone.ts',
    source: `export const copy = (value: unknown): unknown => structuredClone(value);\n`,
    sentence: 'use serialize and deserialize of node:v8',
  },
  {
    title: 'main may not use the global crypto',
    file: 'main/app/probe-crypto.ts',
    source: `export const id = (): string => crypto.randomUUID();\n`,
    sentence: 'import node:crypto',
  },
  {
    title: 'main may not fetch',
    file: 'main/app/probe-fetch.ts',
    source: `export const get = async (): Promise<unknown> => await fetch('app://x');\n`,
    sentence: 'use node:http or node:https',
  },
  {
    title: 'exports have names',
    file: 'shared/base/probe-default.ts',
    source: `export default 1;\n`,
    sentence: 'default export',
  },
  {
    title: 'files are kebab-case',
    file: 'shared/base/probeCamel.ts',
    source: `export const one = 1;\n`,
    sentence: 'kebab-case',
  },
  {
    title: 'no any',
    file: 'main/app/probe-any.ts',
    source: `export const loose = (value: any): number => (value === 1 ? 1 : 2);\n`,
    sentence: 'Unexpected `any`',
  },
  {
    title: 'no promise is left floating',
    file: 'main/app/probe-floating.ts',
    source: `const save = async (): Promise<void> => {};\nexport const tap = (): void => {\n  save();\n};\n`,
    sentence: 'Promises must be awaited',
  },
  {
    title: 'tests do not mock modules',
    file: 'test/app/probe-mock.test.ts',
    source: `import { vi } from 'vitest';\nvi.mock('../../main/ports.ts');\n`,
    sentence: 'No module mocks',
  },
  {
    title: 'subjects do not import each other',
    file: 'main/app/queue/probe-visit.ts',
    source: `export * from '../visit/steps.ts';\n`,
    sentence: 'main/app/queue may not import main/app/visit',
  },
  {
    title: 'a decision touches no storage',
    file: 'main/app/visit/probe-storage.ts',
    source: `export * from '../../storage/journal/journal.ts';\n`,
    sentence: 'Subjects meet in the state, in a fact or in engine/',
  },
  {
    title: 'the engine of procedures knows no document',
    file: 'shared/sop/probe-document.ts',
    source: `export * from './btg-006/revision-00.ts';\n`,
    sentence: 'it takes a definition and places on its chart as arguments',
  },
  {
    title: 'a room uses the packages of its row',
    file: 'shared/text/probe-zod.ts',
    source: `export { z } from 'zod';\n`,
    sentence: 'shared/text may not import zod',
  },
  {
    title: 'every file lies in a room',
    file: 'main/nowhere/probe.ts',
    source: `import { join } from 'node:path';\nexport const at = join('a');\n`,
    sentence: 'lies in no room of the house',
  },
  {
    title: 'no code names a step',
    file: 'main/app/visit/probe-step.ts',
    source: `export const first: string = 'ask-training';\n`,
    sentence: 'Ask its kind, its demands or what the chart offers',
  },
  {
    title: 'no code compares a row’s number',
    file: 'renderer/console/board/probe-row.ts',
    source: `export function isLate({ no }: { readonly no: number }): boolean {\n  return no >= 6;\n}\n`,
    sentence: 'A row is asked by its number',
  },
  {
    title: 'an exported function is a function',
    file: 'shared/base/probe-arrow.ts',
    source: `export const double = (one: number): number => one + one;\n`,
    sentence: 'Write export function double',
  },
];

const allowed: readonly Omit<Case, 'sentence'>[] = [
  {
    title: 'shared may import itself, zod and xstate, and make a date from a given time',
    file: 'shared/sop/probe-fine.ts',
    source: `import { setup } from 'xstate';\nimport { z } from 'zod';\nexport const made = [setup, z];\nexport const at: (ms: number) => Date = (ms) => new Date(ms);\n`,
  },
  {
    title: 'main/shell may import electron',
    file: 'main/shell/probe-fine.ts',
    source: `export { app } from 'electron';\n`,
  },
  {
    title: 'renderer may import shared and its libraries',
    file: 'renderer/kiosk/probe-fine.ts',
    source: `export { useState } from 'react';\nexport * from '../../shared/base/roles.ts';\n`,
  },
];

type Finding = { readonly filename: string; readonly message: string; readonly help?: string };

describe('the five rules of the house, as the linter sees them', () => {
  let folder = '';
  let findings: readonly Finding[] = [];
  let exitCode = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pendamping-zones-'));
    await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    await cp(join(root, 'scripts', 'house'), join(folder, 'scripts', 'house'), { recursive: true });
    for (const { file, source } of [...refused, ...allowed]) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), source);
    }
    const said = await lint(folder);
    exitCode = said.exitCode;
    findings = (JSON.parse(said.output) as { readonly diagnostics: readonly Finding[] })
      .diagnostics;
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('a forbidden import fails the run', () => {
    expect(exitCode).not.toBe(0);
  });

  test.each(refused)('$title', ({ file, sentence }) => {
    const said = findings.filter((finding) => finding.filename === file).map(wordsOf);
    expect(said.join('\n')).toContain(sentence);
  });

  test.each(allowed)('$title', ({ file }) => {
    expect(findings.filter((finding) => finding.filename === file)).toEqual([]);
  });
});

function wordsOf({ message, help }: Finding): string {
  return `${message} ${help ?? ''}`;
}

async function lint(cwd: string): Promise<{ readonly exitCode: number; readonly output: string }> {
  const program = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [program, '--format', 'json'],
      { cwd, maxBuffer: 1 << 24 },
      (_error, stdout) => done({ exitCode: child.exitCode ?? 1, output: stdout }),
    );
  });
}
