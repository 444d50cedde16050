import type { Clock, Files } from '../ports.ts';
import { readGreeting, viewOfGreeting } from '../storage/greeting/greeting.ts';
import { holdFolder, type HeldFolder } from '../storage/lock/hold-folder.ts';
import { lastingTrouble, ToldWhy } from './lasting-trouble.ts';

/** A data folder that is this program's, and what its kiosk shows first. */
export type TakenFolder = {
  /** Null: it could not be locked for a reason that may pass. Whoever opens the records tries again and says so. */
  readonly held: HeldFolder | null;
  /** Null: nothing is shown before the records are open. */
  readonly greeting: ReturnType<typeof viewOfGreeting> | null;
};

/**
 * Locks the data folder before any window is opened: a second start must never cover the first.
 * @param given `version` of the program; `bringToFront`: what a second start asks of this one
 * @returns null when another program has the folder; that one has been asked to come to the front
 * @throws ToldWhy when it can never be had
 */
export async function takeFolder(
  files: Files,
  dataFolder: string,
  given: { readonly version: string; readonly clock: Clock; readonly bringToFront: () => void },
): Promise<TakenFolder | null> {
  const reading = readGreeting(files, dataFolder, given.version);
  let held: HeldFolder | null;
  try {
    held = await holdFolder(files, dataFolder, given.bringToFront);
  } catch (error) {
    const why = lastingTrouble(error, null);
    if (why !== null) throw new ToldWhy(why);
    return { held: null, greeting: null };
  }
  if (held === null) return null;
  const greeting = await reading;
  return { held, greeting: greeting === null ? null : viewOfGreeting(greeting, given.clock) };
}
