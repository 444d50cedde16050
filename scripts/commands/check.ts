import { runNode } from '../run-program.ts';
import { tools, vitestEnvironment } from '../tools.ts';

// The quick part of npm test: does it hold together, and does everything stand where it belongs?
const format = await runNode(tools.prettier, ['--check', '--log-level=warn', '--cache', '.']);
const types = await runNode(tools.tsc, ['-b', '--pretty']);
const lint = await runNode(tools.oxlint);
const zones = await runNode(
  tools.vitest,
  ['run', '--reporter=dot', 'test/house/import-zones.test.ts'],
  vitestEnvironment(),
);

const failed = Object.entries({ format, types, lint, 'import zones': zones }).flatMap(
  ([name, code]) => (code === 0 ? [] : [name]),
);
console.log(
  failed.length === 0
    ? 'Format, types, lint and import zones are in order.'
    : `Not in order: ${failed.join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
