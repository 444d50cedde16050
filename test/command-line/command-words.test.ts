import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runRecords } from '../../main/command-line/run-records.ts';
import { editDistance, nearestTo } from '../../main/command-line/nearest.ts';
import { readRequest, type RecordsRequest } from '../../main/command-line/read-request.ts';
import { makeSimulatedClock } from '../../main/clocks.ts';
import type { Files } from '../../main/ports.ts';
import { parseVisitCode, visitCodeOf } from '../../shared/base/visit-code.ts';

/** Files that nobody may touch. */
const untouchable = new Proxy({} as Files, {
  get: (_, call) => {
    throw new Error(`${String(call)} was called`);
  },
});
const refusedWords = async (...words: readonly string[]): Promise<string> => {
  const out: string[] = [];
  const exit = await runRecords(words, {
    files: untouchable,
    clock: makeSimulatedClock(0),
    version: 'test',
    workingFolder: '/here',
    beside: null,
    print: (text) => void out.push(text),
    tell: () => undefined,
    isCancelled: () => false,
  });
  expect(exit, words.join(' ')).toBe(2);
  return out.join('\n');
};

type Line = { readonly words: readonly string[]; readonly request: RecordsRequest };
/** Words of an option's value: also odd ones. */
const value = fc.oneof(
  fc.stringMatching(/^[\w./ äé]{0,12}[\w]$/),
  fc.constantFrom('/data', 'D:\\Data Kantor', 'data', 'verify', 'a=b', '--'.padStart(3, 'x')),
);
const under = (path: string): string => (path.startsWith('/') ? path : `/here/${path}`);
/** Plain file names, so that the path is easily told. */
const path = value
  .filter((word) => !/^[./]|\/|\.$|^\s|\s$|\\/.test(word))
  .map((word) => word.replace(/\.+/g, '.'));
const joined = (option: string, given: string, isJoined: boolean): readonly string[] =>
  isJoined ? [`${option}=${given}`] : [option, given];
const shuffledLine = (
  command: readonly string[],
  parts: readonly (readonly string[])[],
  request: RecordsRequest,
) =>
  fc
    .tuple(fc.shuffledSubarray([...parts], { minLength: parts.length }), fc.nat(parts.length))
    .map(([order, at]): Line => ({
      words: [...order.slice(0, at).flat(), ...command, ...order.slice(at).flat()],
      request,
    }));
const head = fc.tuple(fc.nat(9999), fc.stringMatching(/^[0-9a-f]{16}$/));
const general = fc.subarray(['--json', '--lang=en']).map((flags) => flags.map((flag) => [flag]));
const rightLine: fc.Arbitrary<Line> = fc
  .tuple(path, fc.boolean(), general)
  .chain(([data, isJoined, flags]) => {
    const common = [joined('--data', data, isJoined), ...flags];
    return fc.oneof(
      fc
        .option(head)
        .chain((given) =>
          shuffledLine(
            ['verify'],
            [...common, ...(given === null ? [] : [joined('--head', given.join('-'), isJoined)])],
            {
              command: 'verify',
              data: under(data),
              head: given === null ? null : { seq: given[0], hash: given[1] },
            },
          ),
        ),
      path.chain((to) =>
        shuffledLine(['backup'], [...common, joined('--to', to, isJoined)], {
          command: 'backup',
          data: under(data),
          to: under(to),
        }),
      ),
      fc
        .tuple(path, fc.array(path, { maxLength: 2 }), fc.boolean())
        .chain(([file, lists, isWithout]) => {
          const withoutErasures = isWithout && lists.length === 0;
          const parts = [
            ...common,
            ...lists.map((list) => joined('--erasures', list, isJoined)),
            ...(withoutErasures ? [['--without-erasures']] : []),
          ];
          return shuffledLine(['restore', file], parts, {
            command: 'restore',
            data: under(data),
            file: under(file),
            erasures: lists.map(under),
            withoutErasures,
          });
          // Lists are read in the order in which they were given.
        })
        .filter(({ request }) => request.command === 'restore' && request.erasures.length < 2),
      fc
        .tuple(fc.integer({ min: 1, max: 10_000 }), fc.boolean(), fc.boolean())
        .chain(([ordinal, samePerson, isRetention]) => {
          const code = visitCodeOf(ordinal, null);
          const parts = [
            ...common,
            joined('--visit', code, isJoined),
            ['--yes'],
            ...(samePerson ? [['--same-person']] : []),
            ...(isRetention ? [joined('--because', 'retention', isJoined)] : []),
          ];
          return shuffledLine(['erase'], parts, {
            command: 'erase',
            data: under(data),
            visits: [parseVisitCode(code) ?? code],
            samePerson,
            because: isRetention ? 'retention' : 'request',
          });
        }),
    );
  });

type Edit = {
  readonly kind: 'insert' | 'delete' | 'replace' | 'swap';
  readonly at: number;
  readonly sign: string;
};
const edit = fc.record<Edit>({
  kind: fc.constantFrom('insert', 'delete', 'replace', 'swap'),
  at: fc.nat(),
  sign: fc.oneof(
    fc.constantFrom('-', '=', '/', ' ', '—', '_', 's', 'e', 'D', '\u202E'),
    fc.stringMatching(/^[a-z]$/),
  ),
});
const edited = (word: string, { kind, at, sign }: Edit): string => {
  const place = at % (word.length + (kind === 'insert' ? 1 : 0));
  if (kind === 'insert') return word.slice(0, place) + sign + word.slice(place);
  if (kind === 'delete') return word.slice(0, place) + word.slice(place + 1);
  if (kind === 'replace') return word.slice(0, place) + sign + word.slice(place + 1);
  return (
    word.slice(0, place) +
    word.slice(place + 1, place + 2) +
    word.slice(place, place + 1) +
    word.slice(place + 2)
  );
};

describe('the words behind `records`', () => {
  test('are read as they are meant, in any order of their options', () => {
    fc.assert(
      fc.property(rightLine, ({ words, request }) => {
        expect(readRequest(words, '/here').request).toEqual(request);
      }),
      { numRuns: 500 },
    );
  });

  test('with any option misspelt by one letter are refused, and nothing is touched', async () => {
    await fc.assert(
      fc.asyncProperty(rightLine, fc.nat(), edit, async ({ words }, which, how) => {
        const places = words.flatMap((word, at) => (word.startsWith('--') ? [at] : []));
        const place = places[which % places.length] ?? 0;
        const [option = '', ...rest] = (words[place] ?? '').split(/(?==)/);
        const misspelt = edited(option, how);
        fc.pre(misspelt !== option);
        await refusedWords(...words.with(place, misspelt + rest.join('')));
      }),
      { numRuns: 2_000 },
    );
  });

  test('that no command knows are answered with the nearest that it does', async () => {
    const sayings: readonly (readonly [words: readonly string[], said: readonly string[]])[] = [
      [
        ['verify', '--data', 'd', '--haed', '1-9f86d081884c7d65'],
        ['--haed', 'Maksud Anda --head?'],
      ],
      [
        ['restore', 'b.tar.gz', '--data', 'd', '--erasure', 'list'],
        ['--erasure tidak', 'Maksud Anda --erasures?'],
      ],
      [
        ['verify', '-data', 'd'],
        ['-data', 'Maksud Anda --data?'],
      ],
      [
        ['verify', '—data', 'd'],
        ['—data', 'Maksud Anda --data?'],
      ],
      [
        ['verify', '--DATA', 'd'],
        ['--DATA', 'Maksud Anda --data?'],
      ],
      [
        ['verify', '/data', 'd'],
        ['“/data”', 'Maksud Anda --data?'],
      ],
      [['restore', 'b', '--without', '--data', 'd'], ['Maksud Anda --without-erasures?']],
      [['verify', '-h'], ['Maksud Anda --head atau --help?']],
      [
        ['verify', '--data', 'd', '--to', 'x'],
        ['--to tidak dikenal oleh perintah verify', '--head, --data, --json, --lang, --help'],
      ],
      [
        ['backup', '--data', 'd', '--head', '1-9f86d081884c7d65'],
        ['--head tidak dikenal oleh perintah backup'],
      ],
      [['--hlep'], ['Maksud Anda --help?']],
      [
        ['verfy', '--data', 'd'],
        ['“verfy”', 'Maksud Anda verify?'],
      ],
      [['hapus'], ['“hapus”', 'verify, backup, restore, erase']],
      [['constructor'], ['“constructor”']],
      [['verify', '--__proto__'], ['--__proto__']],
    ];
    for (const [words, said] of sayings)
      for (const each of said) expect(await refusedWords(...words)).toContain(each);
    expect(await refusedWords('verify', '--haed', 'x', '--lang', 'en')).toContain(
      'Did you mean --head?',
    );
  });

  test('without a value, with one too many, twice, or with more words than a command takes are refused by what is wrong with them', async () => {
    const sayings: readonly (readonly [words: readonly string[], said: string])[] = [
      [['verify', '--data'], 'di belakang --data'],
      [['verify', '--data='], 'di belakang --data'],
      [['verify', '--data', ' '], 'di belakang --data'],
      [['verify', '--data', '--json'], 'di belakang --data'],
      [['verify', '--data', 'd', '--head'], 'di belakang --head'],
      [['restore', 'b', '--data', 'd', '--without-erasures=ya'], 'Hapus “=ya”'],
      [['verify', '--data', 'd', '--json='], '--json ditulis tanpa isi'],
      [['verify', '--data', 'd', '--data', 'e'], '--data ditulis dua kali'],
      [['verify', '--data', 'd', '--lang', 'fr'], 'Bahasa “fr” tidak ada'],
      [['verify', '--data', 'D:\\Data', 'Kantor'], '“Kantor” berlebih'],
      [['backup', '--data', 'd', 'b.tar.gz'], '“b.tar.gz” berlebih'],
      [['restore', 'My', 'Backup.tar.gz', '--data', 'd'], '“Backup.tar.gz” berlebih'],
      [
        ['restore', 'b', '--data', 'd', '--erasures', 'l', '--without-erasures'],
        'tidak dapat dipakai bersama',
      ],
      [['restore', '--data', 'd'], 'restore BERKAS.tar.gz'],
      [['erase', '--data', 'd', '--visit', 'X', '--yes'], 'Kode kunjungan “X”'],
      [
        ['erase', '--data', 'd', '--visit', visitCodeOf(1, null), '--because', 'apa', '--yes'],
        'Alasan “apa”',
      ],
      [['help', 'me'], '“me” berlebih'],
      [['backup', '--data', 'd'], '--to BERKAS.tar.gz'],
    ];
    for (const [words, said] of sayings) expect(await refusedWords(...words)).toContain(said);
  });

  test('are shown harmless: no control character, no turned direction, and not without end', async () => {
    const said = await refusedWords('verify', '--haed\u001B[2J\u202Egnp\u0000\uD800');
    expect(said).toContain('--haed\\u{1b}[2J\\u{202e}gnp\\u{0}\\u{d800}');
    expect((await refusedWords('verify', `--${'x'.repeat(100_000)}`)).length).toBeLessThan(1_000);
    expect(JSON.parse(await refusedWords('verify', '--haed', '--json'))).toMatchObject({
      command: null,
      state: 'failed',
      why: 'unknown-option',
      exit: 2,
    });
  });

  test('ask for help, whatever else is said rightly', () => {
    for (const words of [
      ['--help'],
      ['help'],
      ['help', 'verify'],
      ['verify', '--help'],
      ['restore', '--help', '--json'],
    ])
      expect(readRequest(words, '/').request, words.join(' ')).toEqual({ command: 'help' });
  });
});

describe('the nearest word', () => {
  test('is counted in letters put in, taken out, replaced and swapped', () => {
    for (const [one, other, distance] of [
      ['', '', 0],
      ['', 'head', 4],
      ['head', '', 4],
      ['head', 'head', 0],
      ['haed', 'head', 1],
      ['hea', 'head', 1],
      ['heads', 'head', 1],
      ['hood', 'head', 2],
    ] as const) {
      expect(editDistance(one, other), `${one} ${other}`).toBe(distance);
    }
    expect(nearestTo('kantor', ['head', 'data'])).toEqual([]);
    expect(nearestTo('', ['to', 'data'])).toEqual([]);
  });
});
