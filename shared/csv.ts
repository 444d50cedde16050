/** First characters by which a spreadsheet takes a cell for a formula, their full-width forms included. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * One cell of a CSV that a spreadsheet opens as text: a cell that would be a formula gets an apostrophe in front, as
 * spreadsheets themselves write it. Nothing else is changed.
 */
export const csvCell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A whole CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
