/** What may follow `records`. */
export const commandNames = ['verify', 'backup', 'restore', 'erase'] as const;
export type CommandName = (typeof commandNames)[number];

/** How an option is written: with a value or alone, once or several times. */
type Option = {
  readonly takes: 'value' | 'nothing';
  readonly many?: true;
  readonly of: readonly CommandName[];
};

export const options = {
  head: { takes: 'value', of: ['verify'] },
  to: { takes: 'value', of: ['backup'] },
  erasures: { takes: 'value', many: true, of: ['restore'] },
  'without-erasures': { takes: 'nothing', of: ['restore'] },
  visit: { takes: 'value', many: true, of: ['erase'] },
  'same-person': { takes: 'nothing', of: ['erase'] },
  because: { takes: 'value', of: ['erase'] },
  yes: { takes: 'nothing', of: ['erase'] },
  data: { takes: 'value', of: commandNames },
  json: { takes: 'nothing', of: commandNames },
  lang: { takes: 'value', of: commandNames },
  help: { takes: 'nothing', of: commandNames },
} as const satisfies Readonly<Record<string, Option>>;
export type OptionName = keyof typeof options;
export const optionNames = Object.keys(options) as readonly OptionName[];

export function optionOf(name: OptionName): Option {
  return options[name];
}

/** The options of a command; of all commands (null) while it is not known which. */
export function optionsOf(command: CommandName | null): readonly OptionName[] {
  return optionNames.filter((name) => command === null || optionOf(name).of.includes(command));
}
