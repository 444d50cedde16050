import { join } from 'node:path';
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

/** Every window the same way: sandboxed, isolated, its own partition that keeps nothing, its own preload, no way elsewhere. */
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
  void window.loadURL(`${origin(role)}/${role}/index.html`);
  return window;
}

const served = new Set<PageRole>();
const serveOnce = (role: PageRole, serve: () => void): void => {
  if (served.has(role)) return;
  served.add(role);
  serve();
};

export type Windows = {
  /** Both pages have been served, or cannot be: until then this process has its hands free for what they ask of it. */
  readonly navigated: Promise<unknown>;
  /** Shows the windows, each as soon as it has something to show. */
  readonly show: () => void;
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

  const navigated = Promise.all(
    [kiosk, console].map(
      ({ webContents }) =>
        new Promise<void>((resolve) => {
          for (const sign of [
            'did-frame-navigate',
            'did-stop-loading',
            'render-process-gone',
          ] as const)
            webContents.once(sign as 'did-stop-loading', () => resolve());
        }),
    ),
  );
  const painted = (window: BrowserWindow): Promise<void> =>
    new Promise((resolve) => {
      window.once('ready-to-show', () => resolve());
    });
  const [kioskPainted, consolePainted] = [painted(kiosk), painted(console)];
  kiosk.on('close', (event) => {
    if (!isQuitting()) event.preventDefault();
  });
  console.on('closed', () => app.quit());
  for (const window of [kiosk, console]) {
    window.webContents.on('render-process-gone', () => {
      if (!isQuitting() && !window.isDestroyed()) window.webContents.reload();
    });
  }

  return {
    navigated,
    show: () => {
      void kioskPainted.then(() => {
        kiosk.setBounds(place.kiosk);
        kiosk.show();
      });
      void consolePainted.then(() => {
        if (place.consoleIsMaximized) console.maximize();
        console.show();
      });
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
        if (window.isDestroyed()) continue;
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
      }
    },
  };
}
