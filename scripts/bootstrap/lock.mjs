import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Does something that two set-ups of one checkout must not do at once (npm ci empties node_modules). The second waits;
 * a lock whose owner is gone is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withLock(file, use) {
  await take(file);
  const free = () => rmSync(file, { force: true });
  process.once('exit', free);
  try {
    return await use();
  } finally {
    process.off('exit', free);
    free();
  }
}

/** @param {string} file */
async function take(file) {
  for (let told = false; ;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const owner = ownerOf(file);
    if (owner !== undefined && !isAlive(owner)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) console.log('Another set-up of this checkout is under way; waiting for it …');
    told = true;
    await wait(200);
  }
}

/**
 * @param {string} file
 * @returns {number | undefined} undefined when it was freed, or is just being written
 */
function ownerOf(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
