import { optionNames, optionOf, type OptionName } from './options.ts';

/** An option as it was given. `value` null: none was given. */
export type GivenOption = { readonly name: OptionName; readonly value: string | null };

export type SplitWords = {
  readonly options: readonly GivenOption[];
  /** Words that look like options and are none, as they were typed, without a value joined to them. */
  readonly unknown: readonly string[];
  /** All other words, in order. */
  readonly plain: readonly string[];
};

/** Also the dashes that a chat or a word processor makes of two hyphens. A hyphen alone is no option. */
const dashed = /^[-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]./su;
/** Behind this word no word is an option. */
const endOfOptions = '--';

/** Reads `--name value`, `--name=value` and `--name`. Whether an option is allowed here, and its value right, is asked later. */
export function splitWords(words: readonly string[]): SplitWords {
  const options: GivenOption[] = [];
  const unknown: string[] = [];
  const plain: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === endOfOptions) {
      plain.push(...left);
      break;
    }
    if (!dashed.test(word)) {
      plain.push(word);
      continue;
    }
    const [typed = word] = word.split('=', 1);
    const joined = word.length > typed.length ? word.slice(typed.length + 1) : null;
    const name = optionNames.find((each) => typed === `--${each}`);
    if (name === undefined) {
      unknown.push(typed);
      continue;
    }
    // A word that looks like an option is no value: whoever means it joins it with `=`.
    const isNextValue =
      joined === null &&
      optionOf(name).takes === 'value' &&
      left[0] !== undefined &&
      !dashed.test(left[0]);
    options.push({ name, value: isNextValue ? (left.shift() ?? null) : joined });
  }
  return { options, unknown, plain };
}
