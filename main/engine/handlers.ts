import type { AnswerOf, ArgsOf, Message, MessageOf } from '../../shared/contract/contract.ts';
import type { Actor } from '../../shared/facts/facts.ts';
import type { Result } from '../../shared/base/result.ts';
import { record, type Core, type Decide, type Deciding } from './decision.ts';
import type { Sent } from './sent.ts';

/** Who sends a message, known to be allowed to, and as which command. */
export type Caller = { readonly actor: Actor; readonly sent: Sent | null };

/** What answers one message, its arguments parsed. */
export type Handler<M extends Message> = (
  args: ArgsOf<M>,
  caller: Caller,
) => Promise<Result<AnswerOf<M>>>;
/** What answers each message of the contract. */
export type Handlers = { readonly [M in Message]: Handler<M> };
/** What answers each message of one subject. */
export type HandlersOf<Subject extends string> = Pick<Handlers, MessageOf<Subject>>;

/** A command that needs nothing of the world: how it is decided, and the fact that its decision begins with. */
export type DecidedCommand<M extends Message> = Pick<
  Deciding<AnswerOf<M>>,
  AnswerOf<M> extends null ? never : 'again'
> & {
  readonly decide: Decide<ArgsOf<M>, AnswerOf<M>>;
  readonly tells: NonNullable<Deciding<AnswerOf<M>>['tells']>;
};
/** The commands of a subject, by name: complete by its type. */
export type Commands<M extends Message> = { readonly [Each in M]: DecidedCommand<Each> };

/** Has each command of a table decided and recorded when it is sent. */
export function recordEach<M extends Message>(
  core: Core,
  commands: Commands<M>,
): Pick<Handlers, M> {
  const names = Object.keys(commands) as M[];
  return Object.fromEntries(
    names.map((message) => [message, handlerOf(core, commands[message])]),
  ) as unknown as Pick<Handlers, M>;
}

function handlerOf<M extends Message>(core: Core, command: DecidedCommand<M>): Handler<M> {
  const { decide, tells } = command;
  const again: Deciding<AnswerOf<M>>['again'] =
    'again' in command
      ? (command.again as Deciding<AnswerOf<M>>['again'])
      : () => null as AnswerOf<M>;
  return (args, caller) =>
    record(core, { ...caller, tells, again, decide: (context) => decide(args, context) });
}
