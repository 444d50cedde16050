import { join } from 'node:path';
import type { VisitCode } from '../shared/base/ids.ts';
import { defaultSettings } from '../shared/settings/settings.ts';
import { makeSimulatedClock } from '../main/clocks.ts';
import { makeMemoryFiles } from './adapters/memory-files.ts';
import { checkIn, guestBookB, must, openOffice, openReadyOffice, signIn } from './office.ts';

/** Files by path. */
export type Contents = ReadonlyMap<string, Buffer>;

/** Four months of an office: with a power cut in the second, visits over the ends of the second and the third, an erasure and a daily backup in the last. */
export async function fourMonths(): Promise<Contents> {
  const files = makeMemoryFiles();
  const clock = makeSimulatedClock(Date.parse('2026-11-23T02:00:00Z'));
  const openAt = async (day: string) => {
    clock.advance(Date.parse(`${day}T02:00:00Z`) - clock.now().at);
    return openOffice({ files, clock });
  };
  // A room that opens every other month.
  let office = await openReadyOffice({ files, clock }, { ...defaultSettings, clockDoubtDays: 90 });
  const first = await checkIn(office);
  await office.slipsDone();
  await signIn(office, 'Meja layanan 1');
  await must(
    office.console('visit.close', {
      visit: first,
      outcome: 'left-early',
      reason: 'Dokumen tertinggal.',
      cause: null,
    }),
  );
  await office.close();
  office = await openAt('2026-12-07');
  const forgotten = await checkIn(office, guestBookB);
  await office.slipsDone();
  // Not closed: the next start goes on in a new segment.
  office = await openAt('2026-12-08');
  await checkIn(office, guestBookB);
  await office.close();
  office = await openAt('2027-01-29');
  const open = await checkIn(office, guestBookB);
  await signIn(office, 'Meja layanan 1');
  await must(
    office.console('visit.close', {
      visit: forgotten,
      outcome: 'left-early',
      reason: 'Tidak melapor.',
      cause: 'data-not-ready',
    }),
  );
  await office.close();
  office = await openAt('2027-02-01');
  await signIn(office, 'Meja layanan 1');
  await must(
    office.console('visit.close', {
      visit: open,
      outcome: 'left-early',
      reason: 'Tidak kembali.',
      cause: 'data-not-ready',
    }),
  );
  await checkIn(office, guestBookB);
  await must(
    office.keeping.erase({ visits: [first as VisitCode], samePerson: false, because: 'request' }),
  );
  await must(office.keeping.arrange({ kind: 'system' }, '/backups', 30));
  await office.keeping.backUpDaily();
  await office.close();
  const found = new Map<string, Buffer>();
  for (const folder of ['/data/journal', '/data/people']) {
    for (const name of await files.list(folder))
      found.set(join(folder, name), (await files.read(join(folder, name))) ?? Buffer.alloc(0));
  }
  return found.set(
    '/data/checkpoint.json',
    (await files.read('/data/checkpoint.json')) ?? Buffer.alloc(0),
  );
}
