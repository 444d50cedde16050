import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, powerMonitor, safeStorage } from 'electron';
import { channels, windowRoles, type WindowRole } from '../../shared/contract/windows.ts';
import { startText } from '../../shared/text/start.ts';
import type * as Program from '../compose.ts';
import type { Environment } from '../compose.ts';
import type { Application } from '../engine/application.ts';
import type { Clock, Log } from '../ports.ts';
import type { Vault } from '../secrets/pepper.ts';
import { nodeFiles } from '../storage/files/node-files.ts';
import { openRollingLog } from '../storage/files/rolling-log.ts';
import { logLine } from '../engine/log.ts';
import { registerScheme } from './windows/app-protocol.ts';
import { readArguments, type Arguments } from './arguments.ts';
import { makeSimulatedClock, systemClock, type SimulatedClock } from '../clocks.ts';
import { firstToBeHad } from './exports-folder.ts';
import { makeHeartbeat } from './windows/heartbeat.ts';
import { lastingTrouble, ToldWhy } from './lasting-trouble.ts';
import { takeFolder, type TakenFolder } from './take-folder.ts';
import { makeSlipPrinter } from './windows/slip-printer.ts';
import { openWindows, type Windows } from './windows/windows.ts';

const buildFolder = __dirname;
const tickMs = 5_000;
/** A folder that the demonstration or a test made has this file; the simulated clock runs on no other. */
export const simulationMark = 'simulated-clock';

let log: Log | null = null;

/** What the world did to the program is told in the machine's folder, and on the terminal where there is one. */
const report = (error: unknown): void => {
  log ??= openRollingLog(nodeFiles, app.getPath('userData'), (area, caught) =>
    logLine(systemClock.now().at, area, caught),
  );
  log.tell('desktop', error);
  console.error(error);
};

/** The key store of the desktop, where there is a real one; else the file's own permissions have to do. */
const vault: Vault = {
  seal: (secret) =>
    safeStorage.isEncryptionAvailable()
      ? safeStorage.encryptString(secret)
      : Buffer.from(`plain:${secret}`),
  open: (sealed) =>
    sealed.toString('utf8', 0, 6) === 'plain:'
      ? sealed.toString('utf8', 6)
      : safeStorage.decryptString(sealed),
};

const clockFor = ({ simulatedClock }: Arguments, dataFolder: string): Clock | SimulatedClock => {
  const isMarked = existsSync(join(dataFolder, simulationMark));
  if (simulatedClock === null && !isMarked) return systemClock;
  if (simulatedClock === null || !isMarked || app.isPackaged)
    throw new Error(startText.simulatedClockRefused);
  return makeSimulatedClock(simulatedClock);
};

/** What the program does, beside its windows. */
type LoadProgram = () => Promise<
  Pick<typeof Program, 'compose' | 'makeClosed' | 'NewerFormat' | 'OddFile'>
>;

/**
 * The application as it is now: none before it was first tried to open it, closed while that cannot be done. Until there is
 * one the kiosk shows a greeting, where there is one.
 */
type Present = { application: Application | null; readonly greeting: TakenFolder['greeting'] };

const bindIpc = (
  present: Present,
  begun: Promise<unknown>,
  windows: Windows,
  clock: Clock,
): void => {
  const heartbeat = makeHeartbeat<WindowRole>((role) => windows.revive(role));
  ipcMain.handle(channels.call, async (event, message: unknown, args: unknown) => {
    await begun;
    return present.application?.serve(
      windows.roleOf(event.sender, event.senderFrame?.url),
      message,
      args,
    );
  });
  ipcMain.on(channels.ready, (event) => {
    const role = windows.roleOf(event.sender, event.senderFrame?.url);
    if (role === null) return;
    // Before there is an application there is no more to show: both windows get their views when there is.
    const view = present.application?.viewOf(role) ?? (role === 'kiosk' ? present.greeting : null);
    if (view !== null) windows.send(role, view);
  });
  ipcMain.on(channels.painted, (event) => {
    if (windows.roleOf(event.sender, event.senderFrame?.url) === 'kiosk') windows.painted();
  });
  ipcMain.on(channels.alive, (event) => {
    const role = windows.roleOf(event.sender, event.senderFrame?.url);
    if (role !== null) heartbeat.heard(role, systemClock.now().mono);
  });
  setInterval(() => {
    heartbeat.check(systemClock.now().mono);
    present.application?.tick().catch(report);
  }, tickMs);
  powerMonitor.on('resume', () => void present.application?.wake().catch(report));
  if ('advance' in clock) {
    // The demonstration and tests move the clock from outside; views follow at once.
    app.on(
      'pendamping:advance' as 'activate',
      ((ms: number) => {
        (clock as SimulatedClock).advance(ms);
        present.application?.tick().catch(report);
      }) as never,
    );
  }
};

/** What is done while Electron gets ready: nothing of it needs a window, and no window is opened where it fails. */
const prepare = async () => {
  const given = readArguments(process.argv.slice(1), process.cwd());
  const dataFolder = given.data ?? join(app.getPath('userData'), 'data');
  const clock = clockFor(given, dataFolder);
  let bringToFront = (): void => undefined;
  const taken = await takeFolder(nodeFiles, dataFolder, {
    version: app.getVersion(),
    clock,
    bringToFront: () => bringToFront(),
  });
  return {
    given,
    dataFolder,
    clock,
    taken,
    opened: (windows: Windows): void => {
      bringToFront = windows.bringToFront;
    },
  };
};

const leaveToOther = (): void => {
  console.log(startText.alreadyRunning);
  app.exit(0);
};

const start = async (
  load: LoadProgram,
  prepared: Awaited<ReturnType<typeof prepare>>,
): Promise<void> => {
  const { given, dataFolder, clock, taken } = prepared;
  if (taken === null) return leaveToOther();
  const present: Present = { application: null, greeting: taken.greeting };
  let { held } = taken;
  let quitting = false;
  app.on('before-quit', (event) => {
    if (quitting) return;
    quitting = true;
    event.preventDefault();
    void Promise.resolve(present.application?.close() ?? held?.lock.release())
      .catch(report)
      .finally(() => app.exit(0));
  });
  // The kiosk's page loads meanwhile.
  const windows = openWindows(buildFolder, () => quitting);
  prepared.opened(windows);
  const environment: Environment = {
    dataFolder,
    buildFolder,
    clock,
    vault,
    report,
    files: nodeFiles,
    version: app.getVersion(),
    exportsFolder:
      given.exports ??
      (() =>
        firstToBeHad(
          [() => app.getPath('documents'), () => app.getPath('home')],
          join(app.getPath('userData'), 'exports'),
        )),
    machineFolder: app.getPath('userData'),
    proceduresFolder: app.isPackaged ? null : given.procedures,
    // A simulated clock may show any day.
    ...(clock.running ? { builtAt: Number(process.env['PENDAMPING_BUILT_AT'] ?? 0) } : {}),
    shell: {
      publish: windows.send,
      bringToFront: windows.bringToFront,
      chooseFolder: windows.chooseFolder,
    },
    printer: makeSlipPrinter(buildFolder),
  };
  const become = (application: Application): void => {
    present.application = application;
    for (const role of windowRoles) windows.send(role, application.viewOf(role));
  };
  const begin = async (): Promise<void> => {
    // Loading the program holds this process for some frames: what the kiosk's page asks of it comes first.
    await (taken.greeting === null ? windows.navigated : windows.showKiosk());
    const program = await load();
    const { compose, makeClosed, OddFile } = program;
    const open = async (): Promise<void> => {
      // Tried again it takes the lock itself: it was released when the records could not be opened.
      const first = held;
      held = null;
      const application = await compose({ ...environment, held: first });
      return application === null ? leaveToOther() : become(application);
    };
    await open().catch((error: unknown) => {
      const why = lastingTrouble(error, program);
      if (why !== null) {
        windows.hideKiosk();
        throw new ToldWhy(why);
      }
      report(error);
      become(makeClosed(clock, once(open), error instanceof OddFile ? error.place : null));
    });
  };
  const begun = begin();
  bindIpc(present, begun, windows, clock);
  await begun;
  if (present.application === null) return;
  await windows.showKiosk();
  windows.loadConsole();
};

/** Does nothing while it is doing it already. */
const once = (work: () => Promise<void>): (() => Promise<void>) => {
  let underWay: Promise<void> | null = null;
  return () => {
    underWay ??= work().finally(() => {
      underWay = null;
    });
    return underWay;
  };
};

/** Runs the program on the desktop. @param load what it does; loaded once the kiosk is there */
export function runDesktop(load: LoadProgram): void {
  // As root the sandbox is switched off from outside; asking for it then would end every child at once.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Dates and times in fields as Indonesians write them.
  app.commandLine.appendSwitch('lang', 'id');
  registerScheme();
  Menu.setApplicationMenu(null);
  // Electron's own answer to a throw is a box that holds the main process until somebody clicks it.
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
  app.on('window-all-closed', () => app.quit());
  const preparing = prepare();
  // What went wrong is told where it is waited for: before that there can be no box.
  preparing.catch(() => undefined);
  app
    .whenReady()
    .then(async () => start(load, await preparing))
    .catch((error: unknown) => {
      report(error);
      const why = error instanceof Error ? error.message : String(error);
      dialog.showErrorBox(
        startText.cannotStartTitle,
        error instanceof ToldWhy ? why : startText.cannotStart(why),
      );
      app.exit(1);
    });
}
