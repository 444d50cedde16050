import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { counted, type Row } from './fault-table.ts';

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * The rows of the suites that make their faults in memory, as their runner reported them.
 * @param path the JSON report of that run; empty: there was none. One that is missing gets a row that says so
 */
export async function memoryRows(path: string): Promise<readonly Row[]> {
  if (path === '') return [];
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return [
      {
        fault: 'suites in memory',
        done: 'no report',
        acknowledged: '–',
        wrong: 'unknown',
        remark: '',
      },
    ];
  }
  return reportSchema
    .parse(JSON.parse(text))
    .testResults.map(({ name, startTime, endTime, assertionResults }) => {
      const passed = assertionResults.filter(({ status }) => status === 'passed').length;
      return {
        fault: `in memory: ${basename(name, '.test.ts')}`,
        done: `${counted(passed)} of ${counted(assertionResults.length)} tests passed`,
        acknowledged: '–',
        wrong: counted(assertionResults.length - passed),
        remark: `${Math.round((endTime - startTime) / 1_000)} s`,
      };
    });
}
