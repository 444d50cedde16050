import {
  contract,
  type AnswerOf,
  type ArgsOf,
  type Message,
} from '../../shared/contract/contract.ts';
import type { Result } from '../../shared/base/result.ts';
import { nextCommand, type TestOffice } from '../office.ts';
import type { Image } from './disk.ts';
import type { Point } from './decided.ts';
import type { Reopened } from './reopen.ts';

/** Words that are to be found nowhere any more, and the file with the record of their destruction. */
export type Erased = { readonly words: string; readonly destructionRecord: string | null };

/** What somebody was told: from the given event of the disk on it must never be lost. */
export type Told = {
  readonly from: number;
  readonly commands: readonly string[];
  readonly number: string | null;
  readonly visit: string | null;
  readonly erased: Erased | null;
};

/** What the people at the windows were told. */
export type Ledger = {
  readonly told: Told[];
  /** The same office, with every accepted answer noted. */
  readonly listening: (office: TestOffice) => TestOffice;
  /** All that an office shows now was told to somebody. */
  readonly shown: (office: TestOffice) => void;
  readonly erased: (erased: Erased) => void;
};

const takesCommand = (message: Message): boolean => 'commandId' in contract[message].args.shape;

/** @param events how many changes of the disk there were so far */
export function openLedger(events: () => number): Ledger {
  const told: Told[] = [];
  const nothing = { commands: [], number: null, visit: null, erased: null };
  const ledger: Ledger = {
    told,
    shown: (office) =>
      void told.push({
        ...nothing,
        from: events(),
        commands: office.state().commands.map(({ id }) => id),
      }),
    erased: (erased) => void told.push({ ...nothing, from: events(), erased }),
    listening: (office) => {
      const note =
        (from: 'kiosk' | 'console') =>
        async <M extends Message>(
          message: M,
          args: Omit<ArgsOf<M>, 'commandId'> & { commandId?: string },
        ): Promise<Result<AnswerOf<M>>> => {
          const sent = takesCommand(message) ? { commandId: nextCommand(), ...args } : args;
          const result = await office[from](message, sent);
          if (result.ok && 'commandId' in sent && sent.commandId !== undefined) {
            const answer = result.value as Partial<AnswerOf<'visit.check-in'>> | null;
            told.push({
              ...nothing,
              from: events(),
              commands: [sent.commandId],
              number: answer?.number ?? null,
              visit: message === 'visit.check-in' ? (answer?.visit ?? null) : null,
            });
          }
          return result;
        };
      return { ...office, kiosk: note('kiosk'), console: note('console') };
    },
  };
  return ledger;
}

const missing = (told: readonly Told[], { commands, facts }: Point): readonly string[] =>
  told.flatMap((each) => [
    ...each.commands
      .filter((command) => !commands.has(command))
      .map((command) => `${command} was acknowledged and is lost`),
    ...(each.visit === null ||
    facts.some(
      (fact) =>
        fact.type === 'visit.checked-in' &&
        fact.visit === each.visit &&
        fact.data.number === each.number,
    )
      ? []
      : [`${each.number} was given to ${each.visit} and is not on record so`]),
  ]);

const notErased = ({ words, destructionRecord }: Erased, { files }: Image): readonly string[] => [
  ...[...files].flatMap(([path, bytes]) =>
    bytes.includes(words) ? [`${words} was erased and is in ${path}`] : [],
  ),
  ...(destructionRecord === null || (files.get(destructionRecord)?.length ?? 0) > 0
    ? []
    : [`${destructionRecord} is lost`]),
];

/**
 * What is wrong with what a start found, given what was told before.
 * @param image the disk as the start found it
 */
export function brokenWord(
  told: readonly Told[],
  image: Image,
  { problems, point, next }: Reopened,
): readonly string[] {
  return [
    ...problems,
    ...told.flatMap(({ erased }) => (erased === null ? [] : notErased(erased, image))),
    ...(point === null ? [] : missing(told, point)),
    ...told
      .filter(({ visit }) => visit !== null && visit === next?.visit)
      .map(({ visit }) => `${visit} was issued twice`),
  ];
}
