import { z } from 'zod';
import { noticeVersion } from '../../shared/base/closed-lists.ts';
import type { State } from '../../shared/state/state.ts';
import { mattersView, officeView } from '../../shared/views/build-views.ts';
import { makeOneByOne } from '../engine/one-by-one.ts';
import type { Files } from '../ports.ts';
import { greetingPath, isGreeting, type Greeting } from '../storage/greeting/greeting.ts';
import { openJsonStore } from '../storage/store/json-store.ts';

/** What of the state the greeting tells. */
export type Greeted = Pick<State, 'settings' | 'procedures'>;

/**
 * Keeps the greeting of a data folder as the office's settings and its current procedures are: the next start shows it before
 * it has opened the records.
 * @param version of this program
 * @returns what is called with the state as it is durable now; before set-up there is no greeting. Nothing is written where the
 * greeting says so already
 */
export function makeGreetingKeeper(
  files: Files,
  dataFolder: string,
  version: string,
): (greeted: Greeted) => Promise<void> {
  const { run } = makeOneByOne();
  const store = openJsonStore(files, greetingPath(dataFolder), z.custom<Greeting>(isGreeting));
  const keep = async ({ settings, procedures }: Greeted): Promise<void> => {
    const kept = await store.read();
    if (settings === null)
      return kept === null ? undefined : files.remove(greetingPath(dataFolder));
    const greeting: Greeting = {
      greeting: 1,
      version,
      office: officeView({ settings }),
      zone: settings.zone,
      notice: noticeVersion,
      matters: mattersView(procedures),
    };
    if (JSON.stringify(kept) !== JSON.stringify(greeting)) await store.write(greeting);
  };
  return (greeted) => run(() => keep(greeted));
}
