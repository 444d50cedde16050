import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withArrowsTable } from '../house/arrows-page.ts';
import { root } from '../root.ts';

// Writes the table of rooms into ARCHITECTURE.md: npm run rooms, after a change of scripts/house/arrows.ts.
const page = join(root, 'ARCHITECTURE.md');
await writeFile(page, withArrowsTable(await readFile(page, 'utf8')));
