/** The month that many months on from another: `2026-11` and 2 give `2027-01`. */
export function monthAfter(month: string, by: number): string {
  const [year = '', number = ''] = month.split('-');
  const count = Number(year) * 12 + Number(number) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
