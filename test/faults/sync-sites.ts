import { basename, dirname } from 'node:path';
import type { DiskEvent } from './disk.ts';

/** How a file was opened and what was done through it so far. */
export type Handle = { readonly made: boolean; flushes: number; writes: number };

const kindOf = (path: string): string => {
  const kind = path.includes('/journal/')
    ? 'journal'
    : path.includes('/people/')
      ? 'people'
      : path.includes('/slips/')
        ? 'slip'
        : path.includes('/erasures/')
          ? 'destruction record'
          : (basename(path).split('.')[0] ?? path);
  return path.endsWith('.new') ? `${kind}, replaced` : kind;
};

/**
 * The purpose of a flush, told from the calls alone, so that it survives a rewriting of the code: which kind of file, and
 * whether it was just made, opened again, or written before; for a folder, what happened in it last.
 */
export function siteOf(
  event: DiskEvent & { readonly kind: 'sync' | 'sync-folder' },
  handle: Handle | null,
  events: readonly DiskEvent[],
): string {
  if (handle !== null) {
    if (!handle.made && handle.writes === 0) return `file: ${kindOf(event.path)}, opened again`;
    return handle.made && handle.flushes === 0
      ? `file: ${kindOf(event.path)}, made`
      : `file: ${kindOf(event.path)}, appended`;
  }
  const last = events.findLast((each) => {
    if (each.kind === 'create' || each.kind === 'remove' || each.kind === 'make-folder')
      return dirname(each.path) === event.path;
    return each.kind === 'rename' && dirname(each.to) === event.path;
  });
  if (last === undefined) return `folder: ${basename(event.path)}, nothing new`;
  if (last.kind === 'rename') return `folder: ${kindOf(last.to)}, renamed`;
  const done = { create: 'made', remove: 'removed', 'make-folder': 'folder made' } as const;
  return last.kind === 'create' || last.kind === 'remove' || last.kind === 'make-folder'
    ? `folder: ${kindOf(last.path)}, ${done[last.kind]}`
    : '';
}
