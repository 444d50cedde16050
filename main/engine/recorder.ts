import { apply } from '../../shared/state/fold.ts';
import type { Actor, Fact, FactOf, PersonRef, StampedFact } from '../../shared/facts/facts.ts';
import type { State } from '../../shared/state/state.ts';
import { clockTurn, monthNowOf, todayOf } from '../../shared/state/office-clock.ts';
import { makeAnswers } from './answers.ts';
import type { Command, Told } from './command.ts';
import { isAgain } from './sent.ts';
import { isNamedSo, settingsOf, zoneOf } from '../../shared/state/office.ts';
import { momentOf, type Moment } from '../../shared/base/timeline.ts';
import { accepted, refused, type Result } from '../../shared/base/result.ts';
import type { CommandId, RunId } from '../../shared/base/ids.ts';
import {
  Unflushed,
  type Clock,
  type Durable,
  type Journal,
  type People,
  type PersonRecord,
} from '../ports.ts';

export type Recorder = {
  /** All that is flushed, folded: the only state that anyone may be shown. */
  readonly state: () => State;
  readonly now: () => Moment;
  readonly isInService: () => boolean;
  /** False once anything failed to be flushed in this run: what the files hold may then stand in the system's memory alone. */
  readonly isUnfailed: () => boolean;
  readonly run: <Answer>(command: Command<Answer>) => Promise<Result<Answer>>;
  /** Does something to the files between two flushes; what is decided meanwhile waits. @throws what the task throws */
  readonly alone: (task: () => Promise<void>) => Promise<void>;
  /** Tells the journal that a run of the program begins, and what the start found lost. */
  readonly begin: (reason: 'start') => Promise<boolean>;
  /** Looks at the machine's clock; whether it is believed is a fact. */
  readonly lookAtClock: () => void;
  /** Out of service at once, though nothing failed: the data folder is no longer this program's. Until `recover`. */
  readonly suspend: () => void;
  /** Tries to go on after a failed flush. @returns true when records can be kept again */
  readonly recover: () => Promise<boolean>;
  /** A new run of the clocks: after the machine slept, its steady clock cannot be trusted to have counted. */
  readonly wake: (run: RunId) => Promise<void>;
  /** Waits until all that was decided is flushed or refused. */
  readonly settled: () => Promise<void>;
};

export type RecorderParts = {
  readonly journal: Journal;
  readonly people: People;
  readonly clock: Clock;
  readonly run: RunId;
  readonly version: string;
  readonly restored: State;
  /** Which losses the start found at the journal's end, for the fact that tells of them. */
  readonly loss?: Pick<FactOf<'damage.found'>['data'], 'kinds' | 'places'>;
  /** When the program was built, ms: no right clock is earlier. */
  readonly builtAt?: number;
  /** Called with the durable state after each flush, and when service ends or comes back. */
  readonly changed: (state: State, facts: Durable<readonly StampedFact[]> | null) => void;
  /**
   * Is the data folder still this program's? Asked before going on. While it is not, its guarded files fail every flush,
   * before a journal acknowledges it: its head must not stand in front of facts that were refused.
   */
  readonly isOurs?: () => Promise<boolean>;
};

type Waiting = {
  readonly facts: readonly StampedFact[];
  readonly people: readonly PersonRecord[];
  readonly settle: (flushed: boolean) => void;
};

/**
 * The one queue through which everything is decided and written. A command is decided at once on the pending state, so two
 * taps cannot both finish a step; its facts wait for the flush under way, and those that wait together share the next one;
 * only then does the durable state move and the answer go out. After a failed flush everything pending is refused.
 */
export function makeRecorder({
  journal,
  people,
  clock,
  version,
  restored,
  changed,
  builtAt = 0,
  loss = { kinds: [], places: [] },
  isOurs = async () => true,
  ...parts
}: RecorderParts): Recorder {
  let run = parts.run;
  let durable = restored;
  let pending = restored;
  let waiting: Waiting[] = [];
  let tasks: (() => Promise<void>)[] = [];
  let isFlushing = false;
  let underWay: Promise<void> = Promise.resolve();
  let inService = true;
  let unfailed = true;
  /** Records told in commands that were refused: no fact refers to them. */
  const orphans: PersonRef[] = [];
  const answers = makeAnswers();

  const stamp = (
    actor: Actor,
    command: CommandId | null,
    decided: Pick<Told<unknown>, 'facts'>,
  ): readonly StampedFact[] => {
    const { at, mono } = clock.now();
    return decided.facts.map((fact, index) => ({
      ...fact,
      seq: pending.seq + 1 + index,
      at,
      run,
      mono,
      actor,
      command,
      more: decided.facts.length - 1 - index,
    }));
  };

  const fail = (batch: readonly Waiting[]): void => {
    inService = false;
    unfailed = false;
    const refusedToo = waiting;
    orphans.push(...batch.flatMap((one) => one.people.map(({ ref }) => ref)));
    waiting = [];
    pending = durable;
    for (const { settle } of [...batch, ...refusedToo]) settle(false);
    changed(durable, null);
  };

  const flushBatch = async (batch: readonly Waiting[]): Promise<void> => {
    const records = batch.flatMap((one) => one.people);
    const facts = batch.flatMap((one) => one.facts);
    if (records.length > 0) await people.append(records, durable.seq);
    if (facts.length === 0) return;
    const next = facts.reduce(apply, durable);
    const written = await journal.append(
      facts,
      monthNowOf(next.clock, next.day.date, (facts.at(-1) as StampedFact).at, zoneOf(next)),
    );
    durable = next;
    changed(durable, written);
  };

  const flush = async (): Promise<void> => {
    while (waiting.length + tasks.length > 0) {
      const batch = waiting;
      const alone = tasks;
      waiting = [];
      tasks = [];
      for (const task of alone) await task();
      if (batch.length === 0) continue;
      try {
        await flushBatch(batch);
        for (const { settle } of batch) settle(true);
      } catch (error) {
        fail(batch);
        if (!(error instanceof Unflushed)) throw error;
      }
    }
  };

  const startFlush = (): void => {
    if (isFlushing) return;
    isFlushing = true;
    // What was queued between the last look at the queue and now starts the next flush.
    underWay = flush().finally(() => {
      isFlushing = false;
      if (waiting.length + tasks.length > 0) startFlush();
    });
  };

  const write = (
    facts: readonly StampedFact[],
    records: readonly PersonRecord[],
  ): Promise<boolean> =>
    new Promise((settle) => {
      pending = facts.reduce(apply, pending);
      waiting.push({ facts, people: records, settle });
      startFlush();
    });

  /** Writes what the program notices by itself. */
  const note = (fact: Fact): Promise<boolean> =>
    write(stamp({ kind: 'system' }, null, { facts: [fact] }), []);

  /** Before anything is decided by the clock: is it believed? (SOP.md, ruling 2) */
  const lookAtClock = (): void => {
    const turn = clockTurn(
      pending.clock,
      { ...clock.now(), run },
      { builtAt, aheadDays: settingsOf(pending).clockDoubtDays },
    );
    if (turn === null) return;
    void note(
      turn === 'believed'
        ? { type: 'clock.believed', visit: null, data: {} }
        : { type: 'clock.doubted', visit: null, data: { why: turn.doubted } },
    );
  };

  const decideAndWrite = async <Answer>({
    actor,
    sent,
    tells,
    decide,
    again,
  }: Command<Answer>): Promise<Result<Answer>> => {
    const known = pending.commands.find(({ id }) => id === sent?.id);
    if (known !== undefined && sent !== null)
      return isAgain(known, actor, sent, tells)
        ? accepted(
            again(known.visit === null ? null : (pending.visits[known.visit] ?? null), pending),
          )
        : refused('command-reused');
    lookAtClock();
    const decided = decide(pending, momentOf(pending.timeline, { ...clock.now(), run }));
    if (!decided.ok) return decided;
    const { facts, people: records, answer } = decided.value;
    if (tells !== null && facts.length > 0 && facts[0]?.type !== tells)
      throw new Error(`${facts[0]?.type} was decided where ${tells} was to be told`);
    const isFlushed = await write(stamp(actor, sent?.id ?? null, { facts }), records);
    return isFlushed ? accepted(answer) : refused('out-of-service');
  };

  const begin = async (reason: 'start' | 'wake' | 'recovered'): Promise<boolean> => {
    lookAtClock();
    const isBegun = note({ type: 'run.began', visit: null, data: { version, reason } });
    const name = journal.identity();
    const isNamed =
      isNamedSo(pending, name) || note({ type: 'journal.named', visit: null, data: name });
    if (pending.unread === 0) return (await isBegun) && isNamed;
    const today = todayOf(pending.clock, pending.day.date, clock.now().at, zoneOf(pending));
    const day = today > pending.day.date ? today : pending.day.date;
    const data = { lost: pending.unread, day, ...loss };
    const isTold = note({ type: 'damage.found', visit: null, data });
    return (await isBegun) && (await isNamed) && isTold;
  };

  return {
    state: () => durable,
    now: () => momentOf(durable.timeline, { ...clock.now(), run }),
    isInService: () => inService,
    isUnfailed: () => unfailed,
    run: (given) => {
      if (!inService) return Promise.resolve(refused('out-of-service'));
      const { sent } = given;
      return sent === null
        ? decideAndWrite(given)
        : answers.once(sent, () => decideAndWrite(given));
    },
    alone: (task) =>
      new Promise((resolve, reject) => {
        if (!inService) throw new Unflushed('Out of service');
        tasks.push(() => task().then(resolve, reject));
        startFlush();
      }),
    begin,
    lookAtClock: () => {
      if (inService) lookAtClock();
    },
    suspend: () => {
      if (!inService) return;
      inService = false;
      changed(durable, null);
    },
    recover: async () => {
      if (inService) return true;
      while (isFlushing) await underWay;
      if (!(await isOurs())) return false;
      try {
        await journal.renew();
        if (orphans.length > 0) await people.erase(orphans);
        orphans.length = 0;
      } catch (error) {
        if (error instanceof Unflushed) return false;
        throw error;
      }
      if (!(await begin('recovered'))) return false;
      inService = true;
      changed(durable, null);
      return true;
    },
    wake: async (next) => {
      run = next;
      if (inService) await begin('wake');
    },
    settled: async () => {
      while (isFlushing) await underWay;
    },
  };
}
