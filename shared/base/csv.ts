/** What a spreadsheet may split a line at, whatever the file was written with, and every end of a line. */
const separators = String.raw`,;:|\t\n\v\f\r\x1C-\x1E\x85\u2028\u2029`;
/**
 * What may stand before a formula without being seen, or be taken away when a file is read: controls, formats, marks and
 * blanks of every kind, and quotes (a spreadsheet that splits within them drops them). Never a separator.
 */
const unseen = String.raw`(?![${separators}])[\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}\u2800"']`;
/** By what a formula begins, with all that Unicode's compatibility forms make of it, and the minus sign of typesetting. */
const equals = '=⁼₌⩵⩶﹦＝';
const others = '+⁺₊﬩﹢＋\\-⁻₋−﹣－@﹫＠';

/**
 * Every place where a spreadsheet could see a formula begin. Behind a space that is so with an equals sign only: few split
 * there, and "A - B" or "@ 5000" behind a space are words.
 */
const formulaBegins = new RegExp(
  `(?<=^|[${separators}])(?=(?:${unseen})*[${others}])|(?<=^|[${separators} ])(?=(?:(?! )${unseen})*[${equals}])`,
  'gu',
);

/**
 * A text in which no part can be taken for a formula, wherever a spreadsheet splits it: an apostrophe, as spreadsheets
 * themselves write it, stands before each part that begins like one. Nothing else is changed, and it can be taken back:
 * where a part begins with an apostrophe and would be guarded without it, that apostrophe is ours (one that a person wrote
 * there was given a second). A spreadsheet that was told to take apostrophes for quotes is not held by this.
 */
export function guarded(text: string): string {
  return text.replace(formulaBegins, "'");
}

/** One cell of a CSV that a spreadsheet opens as text. Always quoted, so that a separator in it is none. Numbers are as they are. */
export function csvCell(value: string | number | null): string {
  return `"${(typeof value === 'string' ? guarded(value) : String(value ?? '')).replaceAll('"', '""')}"`;
}

/** A whole CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}
