/** Where a visit's slip is kept, below the data folder. */
export function slipFile(month: string, code: string): string {
  return `slips/${month}/${code}.pdf`;
}
