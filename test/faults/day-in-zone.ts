import { makeSimulatedClock } from '../../main/clocks.ts';
import { checkIn, guestBookB, openOffice, openReadyOffice } from '../office.ts';
import { makeCrashFiles } from './crash-files.ts';

/**
 * Prints what an office told in the hours around a change of the host's clock: the host may be set to any zone, the office
 * has its own. Run with TZ set.
 */
const around = [
  Date.parse('2026-03-29T00:30:00Z'),
  Date.parse('2026-10-25T00:30:00Z'),
  Date.parse('2026-11-01T05:30:00Z'),
  Date.parse('2026-12-31T16:30:00Z'),
];
const told: unknown[] = [];
for (const at of around) {
  const files = makeCrashFiles();
  const clock = makeSimulatedClock(at);
  const office = await openReadyOffice({ files, clock });
  for (let half = 0; half < 4; half += 1) {
    await checkIn(office, { ...guestBookB, deadline: '' });
    office.minutes(30);
  }
  await office.close();
  const later = await openOffice({ files, clock });
  told.push(
    Object.values(later.state().visits).map(({ day, number, checkedInAt }) => ({
      day,
      number,
      checkedInAt,
    })),
    await files.list('/data/journal'),
    await files.list('/data/people'),
  );
}
process.stdout.write(JSON.stringify(told));
