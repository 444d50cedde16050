import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withArrowsTable } from '../../scripts/house/arrows-page.ts';
import { roomOf, rooms } from '../../scripts/house/arrows.ts';
import { root } from '../../scripts/root.ts';

const sources = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', 'shared', 'main', 'renderer'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file));

describe('the table of rooms', () => {
  test('stands in ARCHITECTURE.md as it is', () => {
    const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    expect(withArrowsTable(page)).toBe(page);
  });

  test('has a room for every file, and a file in every room', () => {
    expect(sources.filter((file) => roomOf(file) === null)).toEqual([]);
    const used = new Set(sources.map((file) => roomOf(file)?.room));
    expect(rooms.filter(({ room }) => !used.has(room)).map(({ room }) => room)).toEqual([]);
  });

  test('names no room twice, and in its arrows only rooms that there are', () => {
    const names = rooms.map(({ room }) => room);
    expect(new Set(names).size).toBe(names.length);
    expect(rooms.flatMap(({ may }) => may).filter((room) => !names.includes(room))).toEqual([]);
  });

  test('goes in no circle', () => {
    const arrows = new Map(rooms.map(({ room, may }) => [room, may]));
    const reaches = (from: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
      const found = new Set(seen);
      for (const next of arrows.get(from) ?? []) {
        if (found.has(next)) continue;
        found.add(next);
        for (const each of reaches(next, found)) found.add(each);
      }
      return found;
    };
    expect(rooms.filter(({ room }) => reaches(room).has(room)).map(({ room }) => room)).toEqual([]);
  });
});
