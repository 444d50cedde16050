import { expect, test } from '@playwright/test';
import {
  makeFolders,
  removeFolders,
  startDesktop,
  viewIn,
  type Desktop,
  type Folders,
} from './desktop.ts';
import type { ConsoleView } from '../../shared/views/console-view.ts';
import type { KioskView } from '../../shared/views/kiosk-view.ts';

/** DESIGN's security paragraph for windows, IPC and preload, item by item, on the real program. */
let folders: Folders;
let desktop: Desktop;

test.beforeAll(async () => {
  folders = await makeFolders(false);
  desktop = await startDesktop(folders, null);
});
test.afterAll(async () => {
  await desktop.app.close();
  await removeFolders(folders);
});

const pages = () =>
  [
    ['kiosk', desktop.kiosk],
    ['console', desktop.console],
  ] as const;

test('windows are sandboxed and isolated, without Node, each in a partition of its own that keeps nothing', async () => {
  const preferences = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const { session } = window.webContents;
      const last = (
        window.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences();
      return {
        sandbox: last['sandbox'],
        contextIsolation: last['contextIsolation'],
        nodeIntegration: last['nodeIntegration'],
        webviewTag: last['webviewTag'],
        webSecurity: last['webSecurity'],
        kept: session.isPersistent(),
        storage: session.getStoragePath(),
      };
    }),
  );
  expect(preferences).toHaveLength(2);
  for (const each of preferences) {
    expect(each).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      kept: false,
      storage: null,
    });
  }
  expect(
    await desktop.app.evaluate(({ BrowserWindow }) => {
      const [a, b] = BrowserWindow.getAllWindows();
      return a?.webContents.session === b?.webContents.session;
    }),
  ).toBe(false);
  for (const [, page] of pages()) {
    expect(
      await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
      ),
    ).toEqual([]);
    expect(
      await page.evaluate(() =>
        Object.keys((window as unknown as { pendamping: object }).pendamping).sort(),
      ),
    ).toEqual(['call', 'onView']);
  }
});

test('pages come from app:// only, under a policy that lets nothing else in', async () => {
  for (const [role, page] of pages()) {
    expect(page.url()).toBe(`app://${role}/${role}/index.html`);
    const response = await page.reload();
    const policy = response?.headers()['content-security-policy'] ?? '';
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'none'",
      "frame-ancestors 'none'",
      'sandbox allow-scripts allow-same-origin',
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toContain('unsafe');
    expect(
      await page.evaluate(async () => {
        const tried = async (url: string) =>
          fetch(url).then(
            () => 'reached',
            () => 'refused',
          );
        return Promise.all(
          [
            'http://127.0.0.1:9/',
            'https://example.invalid/',
            'file:///etc/passwd',
            'app://kiosk/../main/main.cjs',
          ].map(tried),
        );
      }),
    ).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(
      await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'globalThis.inlineRan = true';
        document.body.append(script);
        return 'inlineRan' in globalThis;
      }),
    ).toBe(false);
  }
});

test('no navigation, no new windows, no permissions', async () => {
  for (const [role, page] of pages()) {
    await page.evaluate(() => {
      location.href = 'https://example.invalid/';
    });
    await page.evaluate(() => {
      location.href = 'file:///etc/passwd';
    });
    expect(
      await page.evaluate(() => window.open('app://console/console/index.html') === null),
    ).toBe(true);
    expect(page.url()).toBe(`app://${role}/${role}/index.html`);
    expect(
      await page.evaluate(async () => {
        const { state } = await navigator.permissions.query({ name: 'geolocation' });
        return state;
      }),
    ).toBe('denied');
  }
  expect(desktop.app.windows()).toHaveLength(2);
});

test('each window can send its own messages only, and is shown its own view', async () => {
  const call = (page: typeof desktop.kiosk, message: string) =>
    page.evaluate(
      (name) =>
        (
          window as unknown as {
            pendamping: { call: (message: string, args: unknown) => Promise<{ code?: string }> };
          }
        ).pendamping.call(name, {}),
      message,
    );
  expect(await call(desktop.kiosk, 'queue.call')).toMatchObject({
    ok: false,
    code: 'unknown-message',
  });
  expect(await call(desktop.console, 'visit.check-in')).toMatchObject({
    ok: false,
    code: 'unknown-message',
  });
  expect(await call(desktop.kiosk, 'visit.check-in')).toMatchObject({
    ok: false,
    code: 'malformed',
  });
  expect((await viewIn<KioskView>(desktop.kiosk)).window).toBe('kiosk');
  expect((await viewIn<ConsoleView>(desktop.console)).window).toBe('console');
});

test('a page that is not ours gets nothing, whatever it claims', async () => {
  const answers = await desktop.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const handler = (
      ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: unknown, ...args: unknown[]) => unknown>;
      }
    )._invokeHandlers.get('pendamping:call');
    const stranger = new BrowserWindow({ show: false });
    const invoke = (sender: unknown, url: string) =>
      new Promise((resolve) => {
        const event = {
          sender,
          senderFrame: { url },
          sendReply: (reply: unknown[]) => resolve(reply[0]),
          _reply: resolve,
          _throw: resolve,
        };
        const answered = handler?.(event, 'staff.touch', {});
        void Promise.resolve(answered).then((value) =>
          value === undefined ? undefined : resolve(value),
        );
      });
    const [ours] = BrowserWindow.getAllWindows().filter((window) =>
      window.webContents.getURL().startsWith('app://console'),
    );
    const results = [
      await invoke(stranger.webContents, 'app://console/console/index.html'),
      await invoke(ours?.webContents, 'https://example.invalid/'),
    ];
    stranger.destroy();
    return results;
  });
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: 'wrong-window' });
});

test('a throw in the main process does not stop it', async () => {
  await desktop.app.evaluate(() => {
    setTimeout(() => {
      throw new Error('a bug, thrown by a test');
    }, 0);
    void Promise.reject(new Error('a bug, rejected by a test'));
  });
  expect((await viewIn<ConsoleView>(desktop.console)).service).toBe('not-set-up');
});

test('a window whose page dies comes back', async () => {
  const isCrashed = await desktop.app.evaluate(async ({ BrowserWindow }) => {
    const kiosk = BrowserWindow.getAllWindows().find((window) =>
      window.webContents.getURL().startsWith('app://kiosk'),
    );
    if (!kiosk) return 'gone';
    const loaded = new Promise(
      (resolve) => void kiosk.webContents.once('did-finish-load', () => resolve(null)),
    );
    kiosk.webContents.forcefullyCrashRenderer();
    await loaded;
    return kiosk.webContents.isCrashed();
  });
  expect(isCrashed).toBe(false);
});
