import { z } from 'zod';
import { noticeVersion } from '../../shared/base/closed-lists.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { officeView } from '../../shared/views/build-views.ts';
import { makeOneByOne } from '../engine/one-by-one.ts';
import type { Files } from '../ports.ts';
import { greetingPath, isGreeting, type Greeting } from '../storage/greeting/greeting.ts';
import { openJsonStore } from '../storage/store/json-store.ts';

/**
 * Keeps the greeting of a data folder as the office's settings are: the next start shows it before it has opened the records.
 * @param version of this program
 * @returns what is called with the settings as they are durable now, null before set-up (there is no greeting then). Nothing
 * is written where the greeting says so already
 */
export function makeGreetingKeeper(
  files: Files,
  dataFolder: string,
  version: string,
): (settings: Settings | null) => Promise<void> {
  const { run } = makeOneByOne();
  const store = openJsonStore(files, greetingPath(dataFolder), z.custom<Greeting>(isGreeting));
  const keep = async (settings: Settings | null): Promise<void> => {
    const kept = await store.read();
    if (settings === null)
      return kept === null ? undefined : files.remove(greetingPath(dataFolder));
    const greeting: Greeting = {
      greeting: 1,
      version,
      office: officeView({ settings }),
      zone: settings.zone,
      notice: noticeVersion,
    };
    if (JSON.stringify(kept) !== JSON.stringify(greeting)) await store.write(greeting);
  };
  return (settings) => run(() => keep(settings));
}
