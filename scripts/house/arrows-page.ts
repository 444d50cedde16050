import { rooms } from './arrows.ts';

const begins = '<!-- rooms: from scripts/house/arrows.ts -->';
const ends = '<!-- /rooms -->';

/** The table of rooms as ARCHITECTURE.md shows it. */
export function arrowsTable(): string {
  const rows = rooms.map(({ room, is, may, packages }) => {
    const others = may.length === 0 ? '–' : shortened(may).join(', ');
    const from = packages === undefined ? 'any' : packages.join(', ') || '–';
    return `| \`${room}\` | ${is} | ${others} | ${from} |`;
  });
  return ['| room | what it is | may import | packages |', '|---|---|---|---|', ...rows].join('\n');
}

/** A page with its table made anew. @throws when the page has no place for it */
export function withArrowsTable(page: string): string {
  const from = page.indexOf(begins);
  const to = page.indexOf(ends);
  if (from < 0 || to < from) throw new Error('ARCHITECTURE.md has no place for the table of rooms');
  return `${page.slice(0, from)}${begins}\n${arrowsTable()}\n${page.slice(to)}`;
}

/** Rooms of one floor by their last names, so that a row can be read. */
function shortened(may: readonly string[]): readonly string[] {
  const folders = new Map<string, string[]>();
  for (const room of may) {
    const at = room.lastIndexOf('/');
    const folder = room.slice(0, at);
    folders.set(folder, [...(folders.get(folder) ?? []), room.slice(at + 1)]);
  }
  return [...folders].map(([folder, names]) =>
    names.length === 1 ? `\`${folder}/${names[0]}\`` : `\`${folder}/{${names.join(', ')}}\``,
  );
}
