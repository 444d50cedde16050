import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

const scheme = 'app';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Nothing but what the page's own files need; inline styles only with this page's nonce (the UI library's variables). */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'sandbox allow-scripts allow-same-origin allow-forms',
  ].join('; ');

type Served = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
};

/**
 * Finds what an app:// address names among the built pages.
 * @param root the folder of built pages
 * @returns 404 for what is not there and for every path that would leave the folder
 */
export async function serveFile(root: string, url: string): Promise<Served> {
  const headers = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };
  try {
    const path = normalize(join(root, decodeURIComponent(new URL(url).pathname)));
    const type = mimeTypes[extname(path)];
    if (!path.startsWith(root + sep) || type === undefined) throw new Error('Not a page of ours');
    const body = await readFile(path);
    if (extname(path) !== '.html')
      return { status: 200, headers: { ...headers, 'Content-Type': type }, body };
    const nonce = randomBytes(16).toString('base64');
    const page = body.toString('utf8').replaceAll('__NONCE__', nonce);
    return {
      status: 200,
      headers: { ...headers, 'Content-Type': type, 'Content-Security-Policy': policyOf(nonce) },
      body: Buffer.from(page),
    };
  } catch {
    return {
      status: 404,
      headers: { ...headers, 'Content-Type': 'text/plain' },
      body: Buffer.alloc(0),
    };
  }
}

/** Before the app is ready: app:// is a proper origin, so that its pages are kept apart by host. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** Serves app:// to one session and refuses it everything else. */
export function serveApp(session: Session, root: string): void {
  if (typeof session.protocol.handle === 'function') {
    session.protocol.handle(scheme, async ({ url }) => {
      const { status, headers, body } = await serveFile(root, url);
      // oxlint-disable-next-line eslint/no-restricted-globals -- an Electron that has protocol.handle has Response
      return new Response(new Uint8Array(body), { status, headers });
    });
  } else {
    session.protocol.registerBufferProtocol(scheme, ({ url }, callback) => {
      void serveFile(root, url).then(({ status, headers, body }) =>
        callback({
          statusCode: status,
          headers,
          mimeType: headers['Content-Type']?.split(';')[0] ?? 'text/plain',
          data: body,
        }),
      );
    });
  }
  session.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: !/^(app|devtools|data):/.test(url) }),
  );
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
}
