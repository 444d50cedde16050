// The stand-in Electron has no default_app, so `electron .` and Playwright's driver would find nothing to start.
// This does what Electron's own does of it: reads `[-r module] path`, names the app after its package.json, loads it.
'use strict';

const { existsSync, statSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');
const { app } = require('electron');

const words = process.argv.slice(1);
const preloads = [];
let target;

while (words.length > 0 && target === undefined) {
  const word = words.shift();
  if (word === '-r' || word === '--require') preloads.push(words.shift());
  else if (!word.startsWith('-')) target = resolve(word);
}

if (target === undefined || !existsSync(target)) {
  console.error('Name the folder or file to start, for example: electron .');
  app.exit(1);
} else {
  // What follows the path belongs to the application, as with Electron's own default app.
  process.defaultApp = true;
  const folder = statSync(target).isDirectory() ? target : undefined;
  const about = folder === undefined ? {} : require(join(folder, 'package.json'));
  if (about.version !== undefined) app.setVersion(about.version);
  if (about.productName !== undefined || about.name !== undefined) app.setName(about.productName ?? about.name);
  if (folder !== undefined) app.setAppPath(folder);
  for (const preload of preloads) Module._load(preload, undefined, false);
  Module._load(folder === undefined ? target : join(folder, about.main ?? 'index.js'), undefined, true);
}
