import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runRecords } from '../../main/command-line/run-records.ts';
import { openTerminal } from '../../main/command-line/terminal.ts';
import { root } from '../root.ts';

// npm run --silent records -- verify --data DIR: the program's own command line, in plain Node.
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  readonly version: string;
};
process.exitCode = await runRecords(
  process.argv.slice(2),
  openTerminal(
    version,
    process.env['INIT_CWD'] ?? process.cwd(),
    join(root, 'main', 'storage', 'verify-part-worker.ts'),
  ),
);
