import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { adoptAtStart } from './app/office/adopt.ts';
import { readGivenProcedures } from './app/office/given-procedures.ts';
import { definitionRefused } from '../shared/text/procedures.ts';
import { makeExports } from './reports/exports.ts';
import type { RunId, VisitCode } from '../shared/base/ids.ts';
import { waitingBefore } from '../shared/state/place-of.ts';
import { folderOf, type ExportsFolder } from './storage/files/exports-folder.ts';
import { makeHandlers } from './app/handlers.ts';
import { makePublisher } from './engine/publisher.ts';
import { askInWorker, makeRegister } from './reports/register/register.ts';
import { makeSession } from './engine/session.ts';
import { signOut } from './app/staff/sign-out.ts';
import { saveSlip } from './devices/paper/slips.ts';
import { settingsOf } from '../shared/state/office.ts';
import { keepInWorker } from './workers/keep-in-worker.ts';
import { composeRecords, type Records } from './records/compose-records.ts';
import { makeOneByOne } from './engine/one-by-one.ts';
import { makeServe } from './engine/serve.ts';
import type { Application } from './engine/application.ts';
import type { Clock, Files, Printer, Shell } from './ports.ts';
import { openPepper, type Vault } from './secrets/pepper.ts';
import { openPins } from './secrets/pins.ts';
import type { HeldFolder } from './storage/lock/hold-folder.ts';
import { sweepExports } from './storage/backup/leftovers.ts';
import { isOnNetwork } from './storage/files/network-share.ts';
import { verifyInWorker } from './workers/verify-beside.ts';

// What the desktop needs besides `compose`, loaded with it.
export { makeClosed } from './engine/closed.ts';
export { OddFile } from './storage/files/check-layout.ts';
export { NewerFormat } from './storage/journal/journal-format.ts';

/** What the world hands in: the desktop, or a test. */
export type Environment = {
  readonly dataFolder: string;
  /** Where exported files go. Asked for when something is exported, where it is no plain text. */
  readonly exportsFolder: ExportsFolder;
  /** This machine's own secrets, outside the data folder. */
  readonly machineFolder: string;
  /** Where the built workers lie. */
  readonly buildFolder: string;
  readonly version: string;
  /** When the program was built, ms: no right clock is earlier. Not given where the clock is simulated. */
  readonly builtAt?: number;
  readonly clock: Clock;
  readonly files: Files;
  readonly shell: Shell;
  readonly printer: Printer;
  readonly vault: Vault;
  readonly report: (error: unknown) => void;
  /** The data folder where it is locked already. It is released when it cannot be opened. */
  readonly held?: HeldFolder | null;
  /** A folder of definitions to adopt beside those that the journal has: unpackaged builds only. */
  readonly proceduresFolder?: string | null;
};

/**
 * The composition root: every adapter is built and joined here, nothing on import.
 * @throws when the data folder cannot be opened; nothing is left open then, and it may be tried again
 * @returns null when another program has the data folder; that one has been asked to come to the front
 */
export async function compose(environment: Environment): Promise<Application | null> {
  const { dataFolder, files, clock, shell, report, version } = environment;
  const worker = (name: string): string => join(environment.buildFolder, `${name}-worker.cjs`);
  const heavy = keepInWorker(worker('keeping'), dataFolder);
  const views = { publish: (): void => undefined };
  const records = await composeRecords({
    dataFolder,
    version,
    clock,
    files,
    report,
    exportsFolder: environment.exportsFolder,
    make: heavy.make,
    find: heavy.find,
    ...(environment.builtAt === undefined ? {} : { builtAt: environment.builtAt }),
    held: environment.held ?? null,
    bringToFront: () => shell.bringToFront(),
    changed: () => views.publish(),
  });
  if (records === null) return null;

  try {
    return await open(environment, records, heavy, worker, views);
  } catch (error) {
    await records.close();
    throw error;
  }
}

const open = async (
  {
    dataFolder,
    files,
    clock,
    shell,
    printer,
    vault,
    report,
    machineFolder,
    proceduresFolder = null,
    exportsFolder,
  }: Environment,
  records: Records,
  heavy: ReturnType<typeof keepInWorker>,
  worker: (name: string) => string,
  views: { publish: () => void },
): Promise<Application> => {
  const { restored, core, keeping } = records;
  const { recorder } = core;
  const pins = openPins(
    worker('pin'),
    await openPepper(files, join(machineFolder, 'pepper'), vault),
    report,
  );
  const session = makeSession();
  const publisher = makePublisher({
    core,
    session,
    clock,
    shell,
    findings: restored.findings,
    exposed: restored.exposed.length,
    trouble: records.trouble,
    onNetwork: await isOnNetwork(dataFolder),
  });
  views.publish = publisher.publish;
  await recorder.begin('start');
  const given =
    proceduresFolder === null
      ? []
      : await readGivenProcedures(files, proceduresFolder, (file, problems) =>
          report(new Error(definitionRefused('en', file, problems))),
        );
  await adoptAtStart(core, given);

  const slips = makeOneByOne();
  let isClosing = false;
  const slip = (code: VisitCode, ahead: number): void => {
    // Whatever has not begun at the end is made at the next start.
    slips
      .run(async () =>
        isClosing ? undefined : saveSlip(core, records.files, printer, dataFolder, code, ahead),
      )
      .catch(report);
  };
  const handlers = makeHandlers({
    core,
    session,
    register: makeRegister(recorder, askInWorker(worker('register'), dataFolder)),
    pins,
    clock,
    exported: makeExports(files, exportsFolder),
    keeping,
    chooseFolder: () => shell.chooseFolder(),
    checkedIn: slip,
    sessionChanged: publisher.publish,
  });

  const verification = verifyInWorker(worker('verify'), dataFolder, restored.journal.head());
  verification.result
    .then(async (found) => {
      publisher.verified(found);
      // The next start reads the journal from its first line.
      if (!found.isCheckpointTrue) await restored.forgetCheckpoint();
    })
    .catch(report);
  keeping.resume().catch(report);
  // At once and in no queue: nobody can save a register before windows are served.
  // Where the folder is gone, so is what was in it; the next export looks again.
  Promise.resolve()
    .then(() => sweepExports(files, folderOf(exportsFolder)))
    .catch(() => undefined);
  // A slip that failed, or was still being made when the program ended, is made now.
  for (const visit of Object.values(restored.state.visits)) {
    if (visit.slip !== 'saved' && visit.ended === null)
      slip(visit.code, waitingBefore(restored.state, visit));
  }

  let isSwept = false;
  return {
    serve: makeServe({ handlers, core, session, clock, report }),
    viewOf: publisher.viewOf,
    tick: async () => {
      await records.look();
      if (session.isIdle(clock.now().mono, settingsOf(recorder.state()).idleMinutes * 60_000))
        await signOut(core, session, 'idle', publisher.publish);
      if (!isSwept) {
        // Seconds after the start: ten years of slips are looked through, and the windows come first.
        isSwept = true;
        keeping.sweep().catch(report);
      }
      keeping.backUpDaily().catch(report);
      publisher.publish();
    },
    wake: () => recorder.wake(randomBytes(16).toString('hex') as RunId),
    close: async () => {
      await heavy.stop();
      await verification.stop();
      // A slip that is being made gets its file and its fact.
      isClosing = true;
      await slips.settled();
      await records.close();
      await pins.close();
    },
  };
};
