import { describe, expect, test } from 'vitest';
import { nameKey } from '../../shared/base/name-key.ts';
import { checkSettings, settingsProblems } from '../../shared/settings/check-settings.ts';
import { defaultSettings, type Settings } from '../../shared/settings/settings.ts';

const { office, workstations } = defaultSettings;
const named = (...names: readonly string[]): Partial<Settings> => ({
  workstations: names.map((name, at) => ({ id: `ws-${at}`, name })),
});

describe('settings are refused, at the field that is wrong', () => {
  test.each<[string, Partial<Settings>, string, string]>([
    ['an empty office name', { office: { ...office, name: ' ' } }, 'text-empty', 'office-name'],
    [
      'an office name that nobody sees',
      { office: { ...office, name: '\u200B\u2800' } },
      'text-empty',
      'office-name',
    ],
    [
      'a secret as name',
      { office: { ...office, name: 'password: Rahasia1' } },
      'looks-like-secret',
      'office-name',
    ],
    [
      'a secret as room',
      { office: { ...office, room: 'pass=abc123' } },
      'looks-like-secret',
      'office-room',
    ],
    ['a secret as desk', { desk: 'sandi saya Batang#77' }, 'looks-like-secret', 'desk'],
    [
      'a secret as telephone',
      { helpdeskPhone: 'password: Rahasia1' },
      'looks-like-secret',
      'helpdesk',
    ],
    [
      'a secret as channel',
      { escalationChannels: ['TTS', 'password: Rahasia1'] },
      'looks-like-secret',
      'channels',
    ],
    [
      'a secret as computer',
      named('Komputer 1', 'pass=abc123'),
      'looks-like-secret',
      'workstation-1',
    ],
    [
      'a secret as holiday',
      { holidays: [{ date: '2026-12-25', name: 'pass=abc123' }] },
      'looks-like-secret',
      'holiday-0-name',
    ],
    ['no channel', { escalationChannels: [] }, 'text-empty', 'channels'],
    ['nine channels', { escalationChannels: [...'123456789'] }, 'too-many-lines', 'channels'],
    [
      'closing before opening',
      { hours: [{ weekday: 1, opens: '15:00', closes: '08:00' }] },
      'closes-before-opens',
      'day-1',
    ],
    [
      'closing at opening',
      { hours: [{ weekday: 1, opens: '08:00', closes: '08:00' }] },
      'closes-before-opens',
      'day-1',
    ],
    [
      'a time that is none',
      { hours: [{ weekday: 1, opens: '', closes: '24:00' }] },
      'hours-malformed',
      'day-1',
    ],
    [
      'a weekday twice',
      { hours: [1, 1].map((weekday) => ({ weekday, opens: '08:00', closes: '09:00' })) },
      'day-twice',
      'day-1',
    ],
    [
      'two computers of one name',
      named('Komputer 1', 'Komputer 1'),
      'workstation-name-taken',
      'workstation-1',
    ],
    [
      'two but for case',
      named('Komputer 1', 'KOMPUTER 1'),
      'workstation-name-taken',
      'workstation-1',
    ],
    [
      'two but for spaces',
      named('Komputer 1', 'Komputer  1 '),
      'workstation-name-taken',
      'workstation-1',
    ],
    [
      'two but for a hard space',
      named('Komputer 1', 'Komputer\u00A01'),
      'workstation-name-taken',
      'workstation-1',
    ],
    [
      'two but for a sign that nobody sees',
      named('Komputer 1', 'Kom\u200Dputer 1\u00AD'),
      'workstation-name-taken',
      'workstation-1',
    ],
    ['a target of none', { waitingTargetMinutes: 0 }, 'number-out-of-range', 'waitingTarget'],
    ['half a year of keeping', { retentionYears: 0.5 }, 'number-out-of-range', 'retention'],
    [
      'a day that is none',
      { holidays: [{ date: '2026-02-30', name: 'Libur' }] },
      'day-malformed',
      'holiday-0-date',
    ],
    [
      'a holiday without a name',
      { holidays: [{ date: '2026-12-25', name: '' }] },
      'text-empty',
      'holiday-0-name',
    ],
    [
      'two holidays on a date',
      { holidays: ['a', 'b'].map((name) => ({ date: '2026-12-25', name })) },
      'day-twice',
      'holiday-1-date',
    ],
    [
      'special hours on a holiday',
      {
        holidays: [{ date: '2026-12-25', name: 'Natal' }],
        specialHours: [{ date: '2026-12-25', opens: '08:00', closes: '12:00' }],
      },
      'day-twice',
      'special-0-date',
    ],
    [
      'special hours that end first',
      { specialHours: [{ date: '2026-12-24', opens: '12:00', closes: '08:00' }] },
      'closes-before-opens',
      'special-0-hours',
    ],
    [
      'special hours without a date',
      { specialHours: [{ date: '', opens: '08:00', closes: '12:00' }] },
      'day-malformed',
      'special-0-date',
    ],
  ])('%s', (_, part, code, field) => {
    expect(checkSettings({ ...defaultSettings, ...part })).toMatchObject({
      ok: false,
      code,
      details: { field },
    });
  });

  test('all problems are told at once', () => {
    const problems = settingsProblems({
      ...defaultSettings,
      desk: '',
      helpdeskPhone: '',
      idleMinutes: 0,
    });
    expect(problems.map(({ details }) => details?.['field'])).toEqual(['desk', 'idle', 'helpdesk']);
  });
});

test('two computers of one id are no settings', () => {
  const twice = [...workstations.slice(0, 1), { id: 'ws-1', name: 'Komputer lain' }];
  expect(checkSettings({ ...defaultSettings, workstations: twice })).toMatchObject({
    code: 'malformed',
  });
});

test('what is kept is trimmed, with days in order', () => {
  const checked = checkSettings({
    ...defaultSettings,
    desk: ' Meja 2 ',
    holidays: [
      { date: '2027-01-01', name: ' Tahun Baru Masehi ' },
      { date: '2026-12-25', name: 'Hari Raya Natal' },
    ],
  });
  expect(checked).toMatchObject({
    ok: true,
    value: {
      desk: 'Meja 2',
      holidays: [
        { date: '2026-12-25', name: 'Hari Raya Natal' },
        { date: '2027-01-01', name: 'Tahun Baru Masehi' },
      ],
    },
  });
});

test('names are one that people cannot tell apart, and two that they can', () => {
  expect(nameKey('Ｂudi\u200B  SANTOSO')).toBe(nameKey('budi santoso'));
  expect(nameKey('Budi Santoso 2')).not.toBe(nameKey('Budi Santoso'));
  expect(nameKey('\u200B \u2060')).toBe('');
});
