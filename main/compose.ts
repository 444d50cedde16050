import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { RunId, VisitCode } from '../shared/ids.ts';
import type { WindowRole } from '../shared/message-names.ts';
import type { View } from '../shared/views/view.ts';
import { waitingBefore } from './app/check-in.ts';
import { makeHandlers } from './app/handlers.ts';
import { makePublisher } from './app/publisher.ts';
import { makeRecorder } from './app/recorder.ts';
import { askInWorker, makeRegister } from './app/register.ts';
import { restore } from './app/restore.ts';
import { makeSession } from './app/session.ts';
import { signOut } from './app/sign-out.ts';
import { saveSlip } from './app/slips.ts';
import { settingsOf, type Core } from './app/core.ts';
import { makeServe, type Serve } from './ipc/serve.ts';
import type { Clock, Files, Printer, Shell } from './ports.ts';
import { openPepper, type Vault } from './staff/pepper.ts';
import { openPins } from './staff/pins.ts';
import { lockFolder } from './storage/folder-lock.ts';
import { verifyInWorker } from './storage/verify.ts';

/** What the world hands in: the desktop, or a test. */
export type Environment = {
  readonly dataFolder: string;
  readonly exportsFolder: string;
  /** This machine's own secrets, outside the data folder. */
  readonly machineFolder: string;
  /** Where the built workers lie. */
  readonly buildFolder: string;
  readonly version: string;
  readonly clock: Clock;
  readonly files: Files;
  readonly shell: Shell;
  readonly printer: Printer;
  readonly vault: Vault;
  readonly report: (error: unknown) => void;
};

export type Application = {
  readonly serve: Serve;
  readonly viewOf: (window: WindowRole) => View;
  /** Called every few seconds: idle sign-out, norms that pass by themselves, a way back into service. */
  readonly tick: () => Promise<void>;
  /** The machine woke from sleep. */
  readonly wake: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** So many facts after the last checkpoint a new one is written. */
const checkpointEvery = 200;

/**
 * The composition root: every adapter is built and joined here, nothing on import.
 * @returns null when another program has the data folder; that one has been asked to come to the front
 */
export const compose = async (environment: Environment): Promise<Application | null> => {
  const { dataFolder, files, clock, shell, printer, vault, report, version } = environment;
  await files.makeFolder(dataFolder);
  const lock = await lockFolder(dataFolder, () => shell.bringToFront());
  if (lock === null) return null;

  const newId = (): string => randomBytes(16).toString('hex');
  const restored = await restore(files, dataFolder, newId, clock.now().at);
  const { journal, people } = restored;
  const pins = openPins(join(environment.buildFolder, 'pin-worker.cjs'), await openPepper(files, join(environment.machineFolder, 'pepper'), vault));
  const session = makeSession();

  let sinceCheckpoint = 0;
  const recorder = makeRecorder({
    journal, people, clock, version, run: newId() as RunId, restored: restored.state,
    changed: (state, facts) => {
      restored.follow(state);
      publisher.publish();
      sinceCheckpoint += facts?.length ?? 0;
      if (sinceCheckpoint < checkpointEvery) return;
      sinceCheckpoint = 0;
      restored.saveCheckpoint().catch(report);
    },
  });
  const core: Core = { recorder, people, newId };
  const publisher = makePublisher({ core, session, clock, shell, findings: restored.findings });
  await recorder.begin('start');

  const slip = (code: VisitCode, ahead: number): void => void saveSlip(core, files, printer, dataFolder, code, ahead).catch(report);
  const handlers = makeHandlers({
    core, session, register: makeRegister(recorder, askInWorker(join(environment.buildFolder, 'register-worker.cjs'), dataFolder)), pins, files, clock, exportsFolder: environment.exportsFolder,
    checkedIn: slip, sessionChanged: publisher.publish,
  });

  const verification = verifyInWorker(join(environment.buildFolder, 'verify-worker.cjs'), dataFolder, journal.head());
  verification.result.then(publisher.verified).catch(report);
  // A slip that failed, or was still being made when the program ended, is made now.
  for (const visit of Object.values(restored.state.visits)) {
    if (visit.slip !== 'saved' && visit.ended === null) slip(visit.code, waitingBefore(restored.state, visit));
  }

  return {
    serve: makeServe(handlers, report),
    viewOf: publisher.viewOf,
    tick: async () => {
      if (!recorder.isInService()) await recorder.recover();
      if (session.isIdle(clock.now().mono, settingsOf(recorder.state()).idleMinutes * 60_000)) await signOut(recorder, session, 'idle', publisher.publish);
      publisher.publish();
    },
    wake: () => recorder.wake(newId() as RunId),
    close: async () => {
      await recorder.settled();
      await restored.saveCheckpoint().catch(report);
      await verification.stop();
      await Promise.all([journal.close(), people.close(), pins.close()]);
      await lock.release();
    },
  };
};
