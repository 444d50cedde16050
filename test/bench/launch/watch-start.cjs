// Loaded before the program's own entry (`electron -r`): tells on file descriptor 3 when its windows can be touched, without a
// debugger between. WATCH_FOR: `bare`, two windows loaded and painted; `kiosk`, ours with a heading painted, and shown.
'use strict';

const { writeSync } = require('node:fs');
const { join } = require('node:path');
const { app, ipcMain } = require('electron');

const pages = new Map();
const pageOf = (contents) => {
  if (!pages.has(contents.id)) pages.set(contents.id, { url: '', is: new Set() });
  return pages.get(contents.id);
};
const isDone = () => {
  const all = [...pages.values()];
  if (process.env.WATCH_FOR === 'bare')
    return all.length === 2 && all.every(({ is }) => is.has('loaded') && is.has('painted'));
  return all.some(
    ({ url, is }) => url.startsWith('app://kiosk/') && is.has('painted') && is.has('shown'),
  );
};
let told = false;
const note = (contents, what, url) => {
  const page = pageOf(contents);
  page.is.add(what);
  if (url !== undefined) page.url = url;
  if (told || !isDone()) return;
  told = true;
  writeSync(3, 'done\n');
};

app.on('session-created', (session) => session.setPreloads([join(__dirname, 'watch-page.cjs')]));
app.on('browser-window-created', (_event, window) => {
  pageOf(window.webContents);
  if (window.isVisible()) note(window.webContents, 'shown');
  window.once('show', () => note(window.webContents, 'shown'));
  window.webContents.once('did-finish-load', () => note(window.webContents, 'loaded'));
});
ipcMain.on('watch:painted', ({ sender }, url) => note(sender, 'painted', url));
