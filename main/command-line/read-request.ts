import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseHead } from '../../shared/head-text.ts';
import type { VisitCode } from '../../shared/ids.ts';
import type { ErasureReason, Language } from '../../shared/procedure/words.ts';
import { erasureReasons } from '../../shared/procedure/words.ts';
import type { RecordsTrouble } from '../../shared/text/records.ts';
import { parseVisitCode } from '../../shared/visit-code.ts';
import type { Proof } from '../storage/verify-part.ts';

/** What the command line is asked to do, checked. All paths are absolute. */
export type RecordsRequest =
  | { readonly command: 'help' }
  | { readonly command: 'verify'; readonly data: string; readonly head: Proof | null }
  | { readonly command: 'backup'; readonly data: string; readonly to: string }
  | { readonly command: 'restore'; readonly data: string; readonly file: string; readonly erasures: readonly string[] }
  | { readonly command: 'erase'; readonly data: string; readonly visits: readonly VisitCode[]; readonly samePerson: boolean; readonly because: ErasureReason };
export type ReadRequest = {
  readonly language: Language;
  readonly json: boolean;
  readonly request: RecordsRequest | { readonly command: null; readonly trouble: RecordsTrouble };
};

const options = {
  data: { type: 'string' }, head: { type: 'string' }, to: { type: 'string' }, erasures: { type: 'string', multiple: true },
  visit: { type: 'string', multiple: true }, 'same-person': { type: 'boolean' }, because: { type: 'string' }, yes: { type: 'boolean' },
  json: { type: 'boolean' }, lang: { type: 'string' }, help: { type: 'boolean' },
} as const;

/**
 * Reads the words behind `records`.
 * @param workingFolder against which relative paths are read
 */
export const readRequest = (words: readonly string[], workingFolder: string): ReadRequest => {
  const { values, positionals } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true });
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []);
  const path = (value: string): string => (isAbsolute(value) ? value : resolve(workingFolder, value));
  const [command, file] = positionals;
  const data = text(values.data);

  const read = (): ReadRequest['request'] => {
    const trouble = (which: RecordsTrouble) => ({ command: null, trouble: which }) as const;
    if (values.help === true || command === 'help') return { command: 'help' };
    if (command !== 'verify' && command !== 'backup' && command !== 'restore' && command !== 'erase') return trouble('no-command');
    if (data === null) return trouble('no-data');
    if (command === 'verify') {
      const head = text(values.head);
      const proof = head === null ? null : parseHead(head);
      return head !== null && proof === null ? trouble('head-malformed') : { command, data: path(data), head: proof };
    }
    if (command === 'backup') {
      const to = text(values.to) ?? file;
      return to === undefined ? trouble('no-target') : { command, data: path(data), to: path(to) };
    }
    if (command === 'restore') return file === undefined ? trouble('no-backup-file') : { command, data: path(data), file: path(file), erasures: texts(values.erasures).map(path) };
    const typed = texts(values.visit);
    const visits = typed.map(parseVisitCode);
    const because = erasureReasons.find((reason) => reason === (values.because ?? 'request'));
    if (typed.length === 0) return trouble('no-visit');
    if (visits.some((visit) => visit === null)) return trouble('visit-code-malformed');
    if (because === undefined) return trouble('reason-malformed');
    if (values.yes !== true) return trouble('not-confirmed');
    return { command, data: path(data), visits: visits.filter((visit) => visit !== null), samePerson: values['same-person'] === true, because };
  };
  return { language: values.lang === 'en' ? 'en' : 'id', json: values.json === true, request: read() };
};
