import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastRemoval } from '../../main/records/not-reached.ts';
import { backupsToRemove } from '../../main/records/retention.ts';
import { backupName, dateAfter, readBackupName } from '../../main/storage/backup/backup-name.ts';

const today = '2026-11-23';
/** Daily backups of the last so many days, the day's own last. */
const daily = (days: number, until = today): readonly string[] =>
  Array.from({ length: days }, (_, back) => backupName(dateAfter(until, back + 1 - days)));
const after = (names: readonly string[], removed: readonly string[]): readonly string[] =>
  names.filter((name) => !removed.includes(name));

describe('backups are kept as long as was arranged', () => {
  test('in everyday use exactly the days that were asked for stay', () => {
    const names = daily(40);
    expect(after(names, backupsToRemove(names, today, 30, backupName(today)))).toEqual(daily(31));
    expect(after(names, backupsToRemove(names, today, 1, backupName(today)))).toEqual(daily(2));
  });

  test('one made by hand, or beside a name that was taken, goes with the daily ones of its day', () => {
    const old = dateAfter(today, -31);
    const names = [
      ...daily(20),
      backupName(old),
      backupName(old, 1_761_000_000_000),
      backupName(dateAfter(today, -30), 1_761_100_000_000),
    ];
    expect(backupsToRemove(names, today, 30, backupName(today))).toEqual([
      backupName(old, 1_761_000_000_000),
      backupName(old),
    ]);
  });

  test('the newest seven stay, however old; of fewer days, so many', () => {
    const names = daily(12, '2020-01-12');
    expect(backupsToRemove(names, today, 30, '')).toEqual([...daily(5, '2020-01-05')].reverse());
    expect(backupsToRemove(names, today, 3, '')).toHaveLength(9);
  });

  test('what the program did not name is left alone', () => {
    const names = [
      ...daily(20),
      'pendamping-2020-13-01.tar.gz',
      'pendamping-2020-02-30.tar.gz',
      'pendamping-2020-01-01.tar.gz.new',
      'pendamping-2020-01-01-.tar.gz',
      'pendamping-2020-01-01-a.tar.gz',
      'Pendamping-2020-01-01.tar.gz',
      'x-pendamping-2020-01-01.tar.gz',
      'pendamping-20200101.tar.gz',
      'pendamping-erasures.jsonl',
      'akhir-tahun.tar.gz',
      '',
    ];
    expect(
      backupsToRemove(names, today, 2, backupName(today)).filter(
        (name) => !daily(20).includes(name),
      ),
    ).toEqual([]);
    expect(
      names
        .filter((name) => !daily(20).includes(name))
        .map(readBackupName)
        .filter((read) => read !== null),
    ).toEqual([]);
  });
});

describe('a clock that is wrong', () => {
  test('forty years ahead costs no more than what is older than the newest seven, and what it made goes when the clock is back', () => {
    const wrong = '2066-11-23';
    const names = [...daily(31), backupName(wrong)];
    const left = after(names, backupsToRemove(names, wrong, 30, backupName(wrong)));
    expect(left).toEqual([...daily(7), backupName(wrong)]);
    const tomorrow = dateAfter(today, 1);
    expect(
      backupsToRemove([...left, backupName(tomorrow)], tomorrow, 30, backupName(tomorrow)),
    ).toEqual([backupName(wrong)]);
  });

  test('what it made does not count as new: it stays only until seven of days that have been are there', () => {
    const wrong = backupName('2066-11-23');
    const made = backupName(today);
    expect(backupsToRemove([...daily(7), wrong], today, 30, made)).toEqual([]);
    expect(backupsToRemove([...daily(8), wrong], today, 30, made)).toEqual([wrong]);
  });

  test.each(['1970-01-01', '2000-01-01', '2026-09-01', '2026-11-02', '2026-11-22'])(
    'standing at %s removes nothing',
    (past) => {
      const names = [...daily(31), backupName(past, 1)];
      expect(backupsToRemove(names, past, 30, backupName(past, 1))).toEqual([]);
    },
  );

  test('ahead by less than backups are kept leaves a backup that ages like any other', () => {
    const ahead = backupName(dateAfter(today, 5));
    const names = [...daily(20), ahead];
    expect(backupsToRemove(names, today, 30, backupName(today))).toEqual([]);
    const later = dateAfter(today, 36);
    expect(backupsToRemove([...daily(31, later), ahead], later, 30, backupName(later))).toEqual([
      ahead,
    ]);
  });

  test('that names no date removes nothing', () => {
    expect(backupsToRemove(daily(40), 'not a date', 30, '')).toEqual([]);
  });
});

describe('whatever is in the folder and whatever the clock says', () => {
  const date = fc.integer({ min: 0, max: 40_000 }).map((days) => dateAfter('1970-01-01', days));
  const near = fc.integer({ min: -60, max: 60 }).map((days) => dateAfter(today, days));
  const ms = fc.option(fc.integer({ min: 0, max: 9 }));
  const name = fc.oneof(
    fc.tuple(fc.oneof(date, near), ms).map(([day, at]) => backupName(day, at)),
    fc.constantFrom('other.tar.gz', 'pendamping-erasures.jsonl', 'pendamping-2026-11-31.tar.gz'),
  );
  const folder = fc.uniqueArray(name, { maxLength: 60 });
  const anyCase = fc.record({
    names: folder,
    now: fc.oneof(date, near),
    keepDays: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 3_650 })),
  });

  test('the one just made stays, only backups of ours go, each once, and none that was not kept long enough', () => {
    fc.assert(
      fc.property(anyCase, ({ names, now, keepDays }) => {
        const made = backupName(now, 99);
        const removed = backupsToRemove([...names, made], now, keepDays, made);
        expect(removed).not.toContain(made);
        expect(new Set(removed).size).toBe(removed.length);
        for (const each of removed) {
          expect(names).toContain(each);
          const named = readBackupName(each);
          expect(
            named === null ||
              (named.date >= dateAfter(now, -keepDays) && named.date <= dateAfter(now, keepDays)),
          ).toBe(false);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('the newest of what else is there stay', () => {
    fc.assert(
      fc.property(anyCase, ({ names, now, keepDays }) => {
        const made = backupName(now, 99);
        const left = after(names, backupsToRemove([...names, made], now, keepDays, made)).flatMap(
          (each) => readBackupName(each) ?? [],
        );
        const ours = names.flatMap((each) => readBackupName(each) ?? []);
        expect(left.length).toBeGreaterThanOrEqual(Math.min(7, keepDays, ours.length));
        const been = ours
          .filter((each) => each.date <= now)
          .sort((a, b) => b.date.localeCompare(a.date) || b.ms - a.ms)
          .slice(0, Math.min(7, keepDays));
        for (const each of been) expect(left).toContainEqual(each);
      }),
      { numRuns: 2_000 },
    );
  });

  test('what a destruction record says of the last of them comes true, if a backup is made each day', () => {
    fc.assert(
      fc.property(folder, fc.integer({ min: 1, max: 12 }), (names, keepDays) => {
        const before = names.flatMap((each) => readBackupName(each) ?? []);
        if (before.length === 0) return;
        const until = lastRemoval(before, today, keepDays);
        let there: readonly string[] = names;
        for (let now = dateAfter(today, 1); now <= until; now = dateAfter(now, 1)) {
          const made = backupName(now, 99);
          there = after([...there, made], backupsToRemove([...there, made], now, keepDays, made));
        }
        expect(there.filter((each) => before.some(({ name: old }) => old === each))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('with one backup a day by a clock that is right nothing stays that is older, or further ahead, than backups are kept, but the newest', () => {
    fc.assert(
      fc.property(folder, fc.integer({ min: 1, max: 12 }), (names, keepDays) => {
        let there: readonly string[] = names;
        let now = today;
        for (let day = 0; day < 2 * keepDays + 3; day += 1) {
          now = dateAfter(today, day);
          const made = backupName(now, 99);
          there = [...there, made];
          there = after(there, backupsToRemove(there, now, keepDays, made));
        }
        // Every day of the last ones was backed up, so these are the newest too.
        expect(
          there
            .flatMap((each) => readBackupName(each) ?? [])
            .filter(
              (each) =>
                each.date < dateAfter(now, -keepDays) || each.date > dateAfter(now, keepDays),
            ),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
