import { describe, expect, test } from 'vitest';
import { makeSimulatedClock } from '../../main/clocks.ts';
import {
  answer,
  guestBookA,
  guestBookB,
  monday,
  must,
  openOffice,
  signIn,
  type TestOffice,
} from '../office.ts';
import { bounded, isFull } from './chance.ts';
import { makeCrashFiles } from './crash-files.ts';
import { decidedIn } from './decided.ts';
import { emptyImage } from './disk.ts';
import { errorCodes, makeFailingFiles, type Fault } from './failing-files.ts';
import { folder, reopen } from './reopen.ts';
import { checkInAs, failOnce, quiet, setUp } from './stories.ts';
import { brokenWord, openLedger } from './told.ts';

/** A morning in the room. Where something is refused the people go on with the next thing. */
const morning: readonly ((office: TestOffice) => Promise<unknown>)[] = [
  (office) => setUp(office),
  (office) => checkInAs(office, guestBookA),
  quiet,
  (office) => signIn(office, 'Meja layanan 1'),
  (office) => office.console('queue.call', { visit: firstVisit(office) }),
  (office) => office.console('queue.begin', { visit: firstVisit(office) }),
  (office) =>
    office.console('visit.note', {
      visit: firstVisit(office),
      text: 'Berkas dibawa di flash disk.',
    }),
  (office) => office.console('visit.tick-credentials', { visit: firstVisit(office), userId: null }),
  (office) => answer(office, firstVisit(office), 'yes'),
  // As the program does it: a checkpoint that fails is reported, and nobody waits for it.
  (office) => office.restored.saveCheckpoint().catch(() => undefined),
  (office) => Promise.all([checkInAs(office, guestBookB), checkInAs(office, guestBookA)]),
  quiet,
];
const afternoon: typeof morning = [
  (office) => checkInAs(office, { ...guestBookB, deadline: '' }),
  quiet,
  (office) => office.restored.saveCheckpoint().catch(() => undefined),
];

/** Nothing can be done about a visit where nobody could check in, or nobody could sign in. */
class NotPossible extends Error {}
const firstVisit = (office: TestOffice): string => {
  const [visit] = office.view().visits;
  if (visit === undefined) throw new NotPossible();
  return visit.code;
};

/** Tells the whole day with one fault in it. @returns all that went against the product's word */
const dayWith = async (
  fault: Fault,
): Promise<{
  readonly calls: number;
  readonly at: string | null;
  readonly wrong: readonly string[];
}> => {
  const disk = makeCrashFiles(emptyImage);
  const files = makeFailingFiles(disk, fault);
  const clock = makeSimulatedClock(monday);
  const ledger = openLedger(() => disk.events.length);
  const wrong: string[] = [];
  let last: TestOffice | null = null;

  const start = async (): Promise<TestOffice | null> => {
    clock.advance(60_000);
    try {
      const office = await openOffice({ files, folder, clock });
      ledger.shown(office);
      return ledger.listening(office);
    } catch {
      // A program that cannot read its records does not start; it says why, and nobody is told anything.
      return null;
    }
  };
  const doAll = async (office: TestOffice, things: typeof morning): Promise<void> => {
    for (const thing of things) {
      const { length } = ledger.told;
      const wasOut = !office.recorder.isInService();
      const wasBroken =
        fault.forGood &&
        files.failedAt() !== null &&
        !fault.kind.includes('byte') &&
        fault.kind !== 'half';
      await (async () => thing(office))().catch((error: unknown) => {
        // What signIn and the views refuse in this file's own words is no throw of the program.
        if (
          !(error instanceof NotPossible) &&
          !/^(No |out-of-service|not-|wait|pin)/.test(String((error as Error).message))
        )
          wrong.push(`thrown: ${String(error)}`);
      });
      if ((wasOut || wasBroken) && ledger.told.length > length)
        wrong.push('something was acknowledged out of service');
      clock.advance(20_000);
      if (!office.recorder.isInService())
        await office.recorder
          .recover()
          .catch((error: unknown) => wrong.push(`going on threw: ${String(error)}`));
    }
  };

  for (const things of [morning, afternoon]) {
    last = await start();
    if (last !== null) await doAll(last, things);
    await last?.close().catch(() => undefined);
  }
  const calls = files.calls();
  const at = files.failedAt();
  files.lift();
  // The fault is over: the program that runs goes on, or one that is started anew does.
  const running = (await start()) ?? (await start());
  if (running === null)
    return { calls, at, wrong: [...wrong, 'does not start when the fault is over'] };
  if (!(await running.recorder.recover())) wrong.push('does not go on when the fault is over');
  if (running.state().settings === null) await must(setUp(running));
  await must(checkInAs(running, { ...guestBookB, deadline: '' })).catch((error: unknown) =>
    wrong.push(`no check-in: ${String(error)}`),
  );
  await quiet(running);
  const image = disk.afterPowerCut();
  const found = await reopen(image, decidedIn(emptyImage, disk.events), clock.now().at + 60_000);
  return { calls, at, wrong: [...new Set([...wrong, ...brokenWord(ledger.told, image, found)])] };
};

const none = { kind: 'EIO', call: Infinity, forGood: false } as const;

describe('a call that fails', { timeout: bounded(40_000, 1_200_000) }, () => {
  test.each([false, true])(
    'for good: %s: nothing is told that is not kept, and the office goes on when it is over',
    async (forGood) => {
      const { calls, wrong } = await dayWith(none);
      expect(wrong).toEqual([]);
      expect(calls).toBeGreaterThan(100);
      const broken: string[] = [];
      let days = 0;
      for (let call = 1; call <= calls; call += 1) {
        const codes = isFull ? errorCodes : [errorCodes[call % errorCodes.length] ?? 'EIO'];
        for (const kind of codes) {
          days += 1;
          const { at, wrong: found } = await dayWith({ kind, call, forGood });
          expect(at).not.toBeNull();
          broken.push(...found.map((each) => `${call}, ${kind} at ${at}: ${each}`));
        }
      }
      console.info(
        `${days} days with a call failing ${forGood ? 'for good' : 'once'}, ${broken.length} things wrong`,
      );
      expect(broken).toEqual([]);
    },
  );

  test.each(['half', 'all but one byte', 'no byte'] as const)(
    'a write that takes %s without an error is a failure like any other',
    async (kind) => {
      const { calls } = await dayWith({ kind, call: Infinity, forGood: false });
      expect(calls).toBeGreaterThan(20);
      const broken: string[] = [];
      for (let call = 1; call <= calls; call += 1) {
        for (const forGood of [false, true]) {
          const { at, wrong } = await dayWith({ kind, call, forGood });
          expect(at).not.toBeNull();
          broken.push(
            ...wrong.map((each) => `${call}, ${forGood ? 'for good' : 'once'} at ${at}: ${each}`),
          );
        }
      }
      expect(broken).toEqual([]);
    },
  );

  test('going on that fails in its middle is told, not thrown, and is done the next time', async () => {
    const disk = makeCrashFiles(emptyImage);
    const clock = makeSimulatedClock(monday);
    const office = await openOffice({ files: disk, folder, clock });
    await must(setUp(office));
    failOnce(disk, 'sync', '/journal/');
    expect(await checkInAs(office)).toMatchObject({ ok: false, code: 'out-of-service' });
    // The new segment is begun; the record of whoever was refused cannot be taken out yet.
    failOnce(disk, 'create', '/people/');
    expect(await office.recorder.recover()).toBe(false);
    expect(await checkInAs(office)).toMatchObject({ ok: false, code: 'out-of-service' });
    expect(await office.recorder.recover()).toBe(true);
    await must(checkInAs(office));
    await quiet(office);
  });
});
