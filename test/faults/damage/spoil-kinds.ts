/** What somebody or something may do to a data folder while no program runs. */
export const spoilKinds = [
  'bit', 'last line’s bit', 'line overwritten', 'zeros', 'zeros in the last line', 'newline removed', 'garbage behind', 'line of no known fact', 'last line of no known fact',
  'line that does not fit', 'last line that does not fit', 'lines swapped', 'lines dropped', 'last lines cut', 'last segment emptied', 'last segment zeroed', 'last segment deleted',
  'segment in between deleted', 'journal deleted', 'checkpoint deleted', 'checkpoint rolled back', 'summaries deleted', 'last people file deleted',
  'last people lines cut', 'other line ends', 'header damaged', 'segment copied',
] as const;
export type SpoilKind = (typeof spoilKinds)[number];
