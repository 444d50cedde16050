import type { Actor, Fact } from '../../shared/facts/facts.ts';
import type { State, Visit } from '../../shared/state/state.ts';
import type { Moment } from '../../shared/base/timeline.ts';
import type { Result } from '../../shared/base/result.ts';
import type { Decided, PersonRecord } from '../ports.ts';
import type { Sent } from './sent.ts';

export type Command<Answer> = {
  readonly actor: Actor;
  /** Null for what the program does by itself. */
  readonly sent: Sent | null;
  /** The fact that its decision begins with. Null: any; then nothing of it is known after a restart. */
  readonly tells: Fact['type'] | null;
  /** Decides purely on all that was decided before, flushed or not. */
  readonly decide: (state: State, now: Moment) => Result<Told<Answer>>;
  /** The answer to a command that the journal knows already, from before a restart. */
  readonly again: (visit: Visit | null, state: State) => Answer;
};
/** What was decided, with the records that its facts refer to. */
export type Told<Answer> = Decided<Answer> & { readonly people: readonly PersonRecord[] };
