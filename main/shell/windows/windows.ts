import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  app,
  BrowserWindow,
  dialog,
  screen,
  session,
  type BrowserWindowConstructorOptions,
  type WebContents,
} from 'electron';
import { channels, type WindowRole } from '../../../shared/contract/windows.ts';
import type { View } from '../../../shared/views/view.ts';
import { serveApp } from './app-protocol.ts';
import { iconFile } from './icon-file.ts';
import { placeWindows } from './place-windows.ts';

/** Which page a window is; the slip's is never shown. */
export type PageRole = WindowRole | 'paper';

const origin = (role: PageRole): string => `app://${role}`;

/** Whoever waits for the kiosk to be painted goes on after this time: a page that is wholly covered gets no frames. */
const paintPatienceMs = 2_000;

/**
 * Every window the same way: sandboxed, isolated, its own partition that keeps nothing, its own preload, no way elsewhere. Its
 * page is not loaded yet.
 */
export function makeWindow(
  role: PageRole,
  buildFolder: string,
  options: BrowserWindowConstructorOptions,
): BrowserWindow {
  const partition = session.fromPartition(role);
  serveOnce(role, () => serveApp(partition, join(buildFolder, '..', 'renderer')));
  const window = new BrowserWindow({
    show: false,
    backgroundColor: '#F5F6FB',
    icon: iconFile(buildFolder, process.platform),
    ...options,
    webPreferences: {
      session: partition,
      preload: join(buildFolder, '..', 'preload', `${role}.cjs`),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
      disableDialogs: true,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  return window;
}

/** Loads a window's own page. */
export function loadPage(role: PageRole, window: BrowserWindow): void {
  void window.loadURL(`${origin(role)}/${role}/index.html`);
}

const served = new Set<PageRole>();
const serveOnce = (role: PageRole, serve: () => void): void => {
  if (served.has(role)) return;
  served.add(role);
  serve();
};

export type Windows = {
  /** The kiosk's page has been served, or cannot be: until then this process has its hands free for what it asks of it. */
  readonly navigated: Promise<void>;
  /** The kiosk's page tells that it has painted its first view. */
  readonly painted: () => void;
  /** Shows the kiosk once it is painted. @returns when it is shown */
  readonly showKiosk: () => Promise<void>;
  /** Takes the kiosk from the screen, so that a box that says why the program cannot start is seen. */
  readonly hideKiosk: () => void;
  /** Loads the console's page, and shows it as soon as there is something to show. */
  readonly loadConsole: () => void;
  /** Which window really sends: known by its contents and the page's origin, not by what it says. */
  readonly roleOf: (contents: WebContents, frameUrl: string | undefined) => WindowRole | null;
  readonly send: (role: WindowRole, view: View) => void;
  readonly bringToFront: () => void;
  /** The desktop's own dialogue, above the console. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Loads a hanging window anew. */
  readonly revive: (role: WindowRole) => void;
};

/** Opens the two windows where they belong, hidden as yet, and keeps them alive. */
export function openWindows(buildFolder: string, isQuitting: () => boolean): Windows {
  const place = placeWindows(
    screen
      .getAllDisplays()
      .map(({ id, bounds, workArea }) => ({
        id,
        bounds,
        workArea,
        isPrimary: id === screen.getPrimaryDisplay().id,
      })),
  );
  const kiosk = makeWindow('kiosk', buildFolder, {
    ...place.kiosk,
    frame: false,
    kiosk: true,
    fullscreen: true,
    title: 'Pendamping: kiosk',
  });
  const console = makeWindow('console', buildFolder, {
    ...place.console,
    title: 'Pendamping',
    minWidth: 1024,
    minHeight: 700,
  });
  const windows: Readonly<Record<WindowRole, BrowserWindow>> = { kiosk, console };

  const navigated = new Promise<void>((resolve) => {
    for (const sign of ['did-frame-navigate', 'did-stop-loading', 'render-process-gone'] as const)
      kiosk.webContents.once(sign as 'did-stop-loading', () => resolve());
  });
  let painted = (): void => undefined;
  const kioskPainted = new Promise<void>((resolve) => {
    painted = resolve;
  });
  let shown: Promise<void> | null = null;
  const showKiosk = async (): Promise<void> => {
    await Promise.race([kioskPainted, wait(paintPatienceMs, undefined, { ref: false })]);
    if (kiosk.isDestroyed()) return;
    kiosk.setBounds(place.kiosk);
    kiosk.show();
  };
  kiosk.on('close', (event) => {
    if (!isQuitting()) event.preventDefault();
  });
  console.on('closed', () => app.quit());
  for (const window of [kiosk, console]) {
    window.webContents.on('render-process-gone', () => {
      if (!isQuitting() && !window.isDestroyed()) window.webContents.reload();
    });
  }

  loadPage('kiosk', kiosk);
  return {
    navigated,
    painted,
    showKiosk: () => (shown ??= showKiosk()),
    hideKiosk: () => kiosk.hide(),
    loadConsole: () => {
      console.once('ready-to-show', () => {
        if (place.consoleIsMaximized) console.maximize();
        console.show();
      });
      loadPage('console', console);
    },
    roleOf: (contents, frameUrl) => {
      const role = (Object.keys(windows) as WindowRole[]).find(
        (each) => !windows[each].isDestroyed() && windows[each].webContents === contents,
      );
      return role !== undefined && frameUrl?.startsWith(`${origin(role)}/`) === true ? role : null;
    },
    send: (role, view) => {
      if (!windows[role].isDestroyed()) windows[role].webContents.send(channels.view, view);
    },
    revive: (role) => {
      if (windows[role].isDestroyed()) return;
      windows[role].webContents.forcefullyCrashRenderer();
      windows[role].webContents.reload();
    },
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(console, {
        properties: ['openDirectory', 'createDirectory'],
      });
      return filePaths[0] ?? null;
    },
    bringToFront: () => {
      for (const window of [kiosk, console]) {
        // One that has nothing to show yet comes to the front by itself.
        if (window.isDestroyed() || window.webContents.getURL() === '') continue;
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
      }
    },
  };
}
