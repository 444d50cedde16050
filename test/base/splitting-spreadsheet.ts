/**
 * A model of the worst spreadsheet: it may split lines at any sign, honour quotes or not, drop them or not, look through
 * what nobody sees, and know every form of a formula's beginning. Written from what Unicode says, not from shared/base/csv.ts.
 */
export type Reading = {
  readonly separator: string;
  readonly quotes: 'honoured' | 'toggling' | 'plain';
};

/** Each ends a line somewhere. */
export const lineEnds = '\n\v\f\r\u001C\u001D\u001E\u0085\u2028\u2029';

/**
 * The cells of a CSV as such a spreadsheet sees them.
 * @param quotes `honoured`: around a whole cell, as RFC 4180 says, what follows the second one is taken as it is; `toggling`:
 * wherever they stand; `plain`: never, they are letters
 */
export function cellsOf(csv: string, { separator, quotes }: Reading): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let begun = false;
  let within = false;
  for (const sign of csv) {
    if (sign === '"' && quotes !== 'plain' && (quotes === 'toggling' || within || !begun)) {
      within = !within;
    } else if (!within && (sign === separator || lineEnds.includes(sign))) {
      cells.push(cell);
      cell = '';
      begun = false;
      continue;
    } else {
      cell += sign;
    }
    begun = true;
  }
  return [...cells, cell];
}

const isUnseen = (sign: string): boolean =>
  /^[\p{C}\p{M}\p{Z}\s\p{Default_Ignorable_Code_Point}\u2800"]$/u.test(sign);

/** Does a cell begin, behind all that nobody sees, as a formula does? @param starters what formulas begin with */
export function beginsFormula(cell: string, starters = '=+-@\u2212'): boolean {
  const first = [...cell].find((sign) => !isUnseen(sign)) ?? '';
  return first !== '' && starters.includes(first.normalize('NFKC').charAt(0));
}
