import { isAbsolute, resolve } from 'node:path';
import { parseHead } from '../../shared/base/head-text.ts';
import type { VisitCode } from '../../shared/base/ids.ts';
import type { ErasureReason, Language } from '../../shared/base/closed-lists.ts';
import { erasureReasons } from '../../shared/base/closed-lists.ts';
import type { RecordsTrouble } from '../../shared/text/records-troubles.ts';
import { parseVisitCode } from '../../shared/base/visit-code.ts';
import type { Proof } from '../storage/verify/verify-part.ts';
import { checkWords } from './check-words.ts';
import type { CommandName, OptionName } from './options.ts';
import { splitWords, type SplitWords } from './split-words.ts';

/** What the command line is asked to do, checked. All paths are absolute. */
export type RecordsRequest =
  | { readonly command: 'help' }
  | { readonly command: 'verify'; readonly data: string; readonly head: Proof | null }
  | { readonly command: 'backup'; readonly data: string; readonly to: string }
  | {
      readonly command: 'restore';
      readonly data: string;
      readonly file: string;
      readonly erasures: readonly string[];
      readonly withoutErasures: boolean;
    }
  | {
      readonly command: 'erase';
      readonly data: string;
      readonly visits: readonly VisitCode[];
      readonly samePerson: boolean;
      readonly because: ErasureReason;
    };
type NotRead = { readonly command: null; readonly trouble: RecordsTrouble };
export type ReadRequest = {
  readonly language: Language;
  readonly json: boolean;
  readonly request: RecordsRequest | NotRead;
};

const trouble = (which: RecordsTrouble): NotRead => ({ command: null, trouble: which });

/** The values given for options, in order. */
const valuesIn =
  ({ options }: SplitWords) =>
  (name: OptionName): readonly string[] =>
    options.flatMap((option) => (option.name === name ? (option.value ?? '') : []));

const readErase = (
  data: string,
  values: (name: OptionName) => readonly string[],
): ReadRequest['request'] => {
  const typed = values('visit');
  const visits: VisitCode[] = [];
  if (typed.length === 0) return trouble({ code: 'no-visit' });
  for (const word of typed) {
    const visit = parseVisitCode(word);
    if (visit === null) return trouble({ code: 'visit-code-malformed', word });
    visits.push(visit);
  }
  const [reason = 'request'] = values('because');
  const because = erasureReasons.find((each) => each === reason);
  if (because === undefined) return trouble({ code: 'reason-malformed', word: reason });
  if (values('yes').length === 0) return trouble({ code: 'not-confirmed' });
  return { command: 'erase', data, visits, samePerson: values('same-person').length > 0, because };
};

/**
 * Reads the words behind `records`. What is not understood to its last word is not done.
 * @param workingFolder against which relative paths are read
 */
export function readRequest(words: readonly string[], workingFolder: string): ReadRequest {
  const split = splitWords(words);
  const values = valuesIn(split);
  const path = (value: string): string =>
    isAbsolute(value) ? value : resolve(workingFolder, value);
  const read = (): ReadRequest['request'] => {
    const [command, file] = split.plain;
    const wrong = checkWords(split);
    if (wrong !== null) return trouble(wrong);
    if (values('help').length > 0 || command === 'help') return { command: 'help' };
    const [folder] = values('data');
    if (folder === undefined) return trouble({ code: 'no-data' });
    const data = path(folder);
    switch (command as CommandName) {
      case 'verify': {
        const [head] = values('head');
        const proof = head === undefined ? null : parseHead(head);
        return head !== undefined && proof === null
          ? trouble({ code: 'head-malformed', word: head })
          : { command: 'verify', data, head: proof };
      }
      case 'backup': {
        const [to] = values('to');
        return to === undefined
          ? trouble({ code: 'no-target' })
          : { command: 'backup', data, to: path(to) };
      }
      case 'restore': {
        const erasures = values('erasures').map(path);
        const withoutErasures = values('without-erasures').length > 0;
        if (file === undefined) return trouble({ code: 'no-backup-named' });
        return withoutErasures && erasures.length > 0
          ? trouble({ code: 'with-and-without' })
          : { command: 'restore', data, file: path(file), erasures, withoutErasures };
      }
      case 'erase':
        return readErase(data, values);
    }
  };
  return {
    language: values('lang').includes('en') ? 'en' : 'id',
    json: values('json').length > 0,
    request: read(),
  };
}
