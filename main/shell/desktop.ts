import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, ipcMain, Menu, powerMonitor, safeStorage } from 'electron';
import { channels, windowRoles, type WindowRole } from '../../shared/contract/windows.ts';
import { startText } from '../../shared/text/start.ts';
import type * as Program from '../compose.ts';
import type { Environment } from '../compose.ts';
import type { Application } from '../engine/application.ts';
import type { Clock } from '../ports.ts';
import type { Vault } from '../secrets/pepper.ts';
import { nodeFiles } from '../storage/files/node-files.ts';
import { registerScheme } from './windows/app-protocol.ts';
import { readArguments, type Arguments } from './arguments.ts';
import { makeSimulatedClock, systemClock, type SimulatedClock } from '../clocks.ts';
import { firstToBeHad } from './exports-folder.ts';
import { makeHeartbeat } from './windows/heartbeat.ts';
import { lastingTrouble, ToldWhy } from './lasting-trouble.ts';
import { makeSlipPrinter } from './windows/slip-printer.ts';
import { openWindows, type Windows } from './windows/windows.ts';

const buildFolder = __dirname;
const tickMs = 5_000;
/** A folder that the demonstration or a test made has this file; the simulated clock runs on no other. */
export const simulationMark = 'simulated-clock';

const report = (error: unknown): void => {
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
  Pick<
    typeof Program,
    'compose' | 'makeClosed' | 'NewerFormat' | 'OddFile' | 'SilentHolder' | 'UnsafeSocketFolder'
  >
>;

/** The application as it is now: none before it was first tried to open it, closed while that cannot be done. */
type Present = { application: Application | null };

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
    // Before there is an application there is nothing to show: both windows get their views when there is.
    if (role !== null && present.application !== null)
      windows.send(role, present.application.viewOf(role));
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

const start = async (load: LoadProgram): Promise<void> => {
  const given = readArguments(process.argv.slice(1), process.cwd());
  const dataFolder = given.data ?? join(app.getPath('userData'), 'data');
  const clock = clockFor(given, dataFolder);
  const present: Present = { application: null };
  let quitting = false;
  app.on('before-quit', (event) => {
    if (quitting) return;
    quitting = true;
    event.preventDefault();
    void Promise.resolve(present.application?.close())
      .catch(report)
      .finally(() => app.exit(0));
  });
  // Their pages load while the program and its records are opened.
  const windows = openWindows(buildFolder, () => quitting);
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
    await windows.navigated;
    const program = await load();
    const { compose, makeClosed, OddFile } = program;
    const open = async (): Promise<void> => {
      const application = await compose(environment);
      if (application !== null) return become(application);
      console.log(startText.alreadyRunning);
      app.exit(0);
    };
    await open().catch((error: unknown) => {
      const why = lastingTrouble(error, program);
      if (why !== null) throw new ToldWhy(why);
      report(error);
      become(makeClosed(clock, once(open), error instanceof OddFile ? error.place : null));
    });
    if (present.application !== null) windows.show();
  };
  const begun = begin();
  bindIpc(present, begun, windows, clock);
  await begun;
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

/** Runs the program on the desktop. @param load what it does; loaded once the windows are opening */
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
  app
    .whenReady()
    .then(() => start(load))
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
