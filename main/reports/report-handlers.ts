import { accepted } from '../../shared/base/result.ts';
import { registerText } from '../../shared/text/register.ts';
import { rowMatches } from '../../shared/views/register-row.ts';
import type { HandlersOf } from '../engine/handlers.ts';
import type { Exports } from './exports.ts';
import { registerCsv, type Register } from './register/register.ts';

export type ReportParts = { readonly register: Register; readonly exported: Exports };

export function makeReportHandlers({ register, exported }: ReportParts): HandlersOf<'reports'> {
  return {
    'reports.search-register': async ({ month, text }) =>
      accepted((await register.month(month)).filter((row) => rowMatches(row, text))),
    'reports.export-register': async ({ month, language }) => {
      const rows = await register.month(month);
      const written = await exported.write(
        registerText[language].fileName(month),
        Buffer.from(registerCsv(rows, language)),
      );
      return written.ok ? accepted({ file: written.value, rows: rows.length }) : written;
    },
  };
}
