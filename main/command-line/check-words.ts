import { languages } from '../../shared/base/closed-lists.ts';
import type { RecordsTrouble } from '../../shared/text/records-troubles.ts';
import { nearestTo } from './nearest.ts';
import { commandNames, optionOf, optionsOf, type CommandName, type OptionName } from './options.ts';
import type { SplitWords } from './split-words.ts';

const isCommand = (word: string | undefined): word is CommandName =>
  commandNames.some((name) => name === word);
const asOption = (name: string): string => `--${name}`;
/** A word without what some systems put before options. */
const bare = (word: string): string =>
  word.replace(/^[-/\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]+/u, '');

const unknownOption = (word: string, command: CommandName | null): RecordsTrouble => {
  const names = optionsOf(command);
  return {
    code: 'unknown-option',
    word,
    command,
    nearest: nearestTo(bare(word), names).map(asOption),
    options: names.map(asOption),
  };
};

/** An option without its value, with one that it does not take, given twice, or in no language of ours. */
const malformed = ({ options }: SplitWords): RecordsTrouble | null => {
  const seen = new Set<OptionName>();
  for (const { name, value } of options) {
    const { takes, many } = optionOf(name);
    const option = asOption(name);
    if (takes === 'value' && (value ?? '').trim() === '') return { code: 'no-value', option };
    if (takes === 'nothing' && value !== null)
      return { code: 'flag-with-value', option, word: value };
    if (seen.has(name) && many !== true) return { code: 'given-twice', option };
    if (name === 'lang' && !languages.some((language) => language === value))
      return { code: 'language-unknown', word: value ?? '' };
    seen.add(name);
  }
  return null;
};

/** How many words a command takes besides its options. */
const wordsOf = (command: CommandName): number => (command === 'restore' ? 1 : 0);

/**
 * Looks for anything that is not understood, before what is understood is looked at.
 * @returns the first trouble; null: the command is known, or help is asked for, and every word and option is the command's
 */
export function checkWords(split: SplitWords): RecordsTrouble | null {
  const { options, unknown, plain } = split;
  const [word, ...rest] = plain;
  const command = isCommand(word) ? word : null;
  if (unknown[0] !== undefined) return unknownOption(unknown[0], command);
  const wrong = malformed(split);
  if (wrong !== null) return wrong;
  if (word === 'help' || (word === undefined && options.some(({ name }) => name === 'help'))) {
    const extra = isCommand(rest[0]) ? rest[1] : rest[0];
    return extra === undefined
      ? null
      : { code: 'extra-word', word: extra, command: 'help', nearest: [] };
  }
  if (word === undefined) return { code: 'no-command' };
  if (command === null)
    return {
      code: 'unknown-command',
      word,
      nearest: nearestTo(bare(word), [...commandNames, 'help']),
    };
  const extra = rest[wordsOf(command)];
  if (extra !== undefined)
    return {
      code: 'extra-word',
      word: extra,
      command,
      nearest: nearestTo(bare(extra), optionsOf(command)).map(asOption),
    };
  const foreign = options.find(({ name }) => !optionOf(name).of.includes(command));
  return foreign === undefined ? null : unknownOption(asOption(foreign.name), command);
}
