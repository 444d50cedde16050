/**
 * The words behind `records`, when the program was started for its command line.
 * @param argv of the process; switches of the runtime may stand before, and the program's own folder where it is not packaged
 * @returns null: it was started for its windows
 */
export function recordsWords(
  argv: readonly string[],
  isPackaged: boolean,
): readonly string[] | null {
  const isSwitch = (word: string | undefined): boolean => word?.startsWith('-') === true;
  const words = argv.slice(1);
  while (isSwitch(words[0])) words.shift();
  if (!isPackaged) words.shift();
  while (isSwitch(words[0])) words.shift();
  return words[0] === 'records' ? words.slice(1) : null;
}
