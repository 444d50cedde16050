import { beforeEach, describe, expect, test } from 'vitest';
import { makeGreetingKeeper, type Greeted } from '../../../main/records/keep-greeting.ts';
import {
  greetingPath,
  readGreeting,
  viewOfGreeting,
  type Greeting,
} from '../../../main/storage/greeting/greeting.ts';
import { encodeLine } from '../../../main/storage/journal/hashed-line.ts';
import { defaultSettings } from '../../../shared/settings/settings.ts';
import {
  emptyProcedures,
  shippedProcedure,
  withAdopted,
} from '../../../shared/state/procedures.ts';
import { makeMemoryFiles } from '../../adapters/memory-files.ts';
import {
  checkIn,
  guestBookA,
  openReadyOffice,
  signIn,
  visitOf,
  type TestOffice,
} from '../../office.ts';

const path = greetingPath('/data');
const version = '1.2.3';
const settled: Greeted = { settings: defaultSettings, procedures: emptyProcedures };
let office: TestOffice;
let keep: ReturnType<typeof makeGreetingKeeper>;
let files: ReturnType<typeof makeMemoryFiles>;
beforeEach(async () => {
  files = makeMemoryFiles();
  office = await openReadyOffice({ files });
  keep = makeGreetingKeeper(files, '/data', version);
});

const put = async (content: string): Promise<void> => {
  await files.remove(path);
  const file = await files.create(path);
  await file.write(Buffer.from(content));
  await file.close();
};

describe('a greeting', () => {
  test('shows the office as the kiosk does, with nobody in it', async () => {
    await keep(office.state());
    const greeting = await readGreeting(files, '/data', version);
    if (greeting === null) throw new Error('No greeting');
    expect(viewOfGreeting(greeting, office.clock)).toEqual(office.kioskView());
  });

  test('holds no person and no number, whoever is in the room', async () => {
    const code = await checkIn(office);
    await signIn(office, 'Meja layanan 1');
    const { number } = visitOf(office, code);
    await office.console('queue.call', { visit: code });
    await office.slipsDone();
    expect(office.kioskView()).toMatchObject({
      board: { called: [{ number }] },
      slip: { visit: code },
    });
    await keep(office.state());
    const kept = files.textOf(path);
    const words = [code, `"${number}"`, ...Object.values(guestBookA), 'Koordinator', 'Trainer 1'];
    expect(words.filter((word) => word !== null && word !== '' && kept.includes(word))).toEqual([]);
    const { hash: _, ...fields } = JSON.parse(kept) as Greeting & { readonly hash: string };
    expect(Object.keys(fields)).toEqual([
      'greeting',
      'version',
      'office',
      'zone',
      'notice',
      'matters',
    ]);
    expect(viewOfGreeting(fields, office.clock)).toMatchObject({
      board: { called: [], assisting: [], waiting: 0 },
      slip: null,
    });
  });

  test('follows the settings, and is written only when they say something else', async () => {
    await keep(settled);
    const before = files.textOf(path);
    await keep({ ...settled, settings: { ...defaultSettings, helpdeskPhone: '112' } });
    expect(files.textOf(path)).toBe(before);
    await keep({ ...settled, settings: { ...defaultSettings, zone: 'WIT' } });
    expect(await readGreeting(files, '/data', version)).toMatchObject({ zone: 'WIT' });
  });

  test('follows the procedures: nobody is asked for another matter than those of today', async () => {
    await keep(settled);
    const { no } = shippedProcedure.document;
    expect(await readGreeting(files, '/data', version)).toMatchObject({
      matters: [{ document: no, asks: shippedProcedure.matter.asks }],
    });
    const another = {
      ...shippedProcedure,
      document: { ...shippedProcedure.document, no: 'SOP-LAIN.001' },
    };
    const procedures = [shippedProcedure, another].reduce(withAdopted, emptyProcedures);
    await keep({ ...settled, procedures });
    const greeting = await readGreeting(files, '/data', version);
    expect(greeting?.matters.map(({ document }) => document)).toEqual([no, 'SOP-LAIN.001']);
  });

  test('is none before set-up, and goes where there are no settings any more', async () => {
    await keep({ ...settled, settings: null });
    expect(await readGreeting(files, '/data', version)).toBeNull();
    await keep(settled);
    await keep({ ...settled, settings: null });
    expect(await files.look(path)).toBeNull();
    await keep(settled);
    expect(await readGreeting(files, '/data', version)).not.toBeNull();
  });
});

const withMatter =
  (more: object) =>
  (greeting: Greeting): object => ({
    ...greeting,
    matters: greeting.matters.map((matter) => ({ ...matter, ...more })),
  });

describe('a greeting that is odd in any way is none', () => {
  const changed: readonly (readonly [string, (greeting: Greeting) => object])[] = [
    ['of another version of the program', (greeting) => ({ ...greeting, version: '1.2.4' })],
    ['of another kind', (greeting) => ({ ...greeting, greeting: 2 })],
    ['that holds more', (greeting) => ({ ...greeting, board: { called: [{ number: 'A001' }] } })],
    ['without a zone', (greeting) => ({ ...greeting, zone: undefined })],
    ['of a zone that is none', (greeting) => ({ ...greeting, zone: 'UTC' })],
    ['with a notice that is no number', (greeting) => ({ ...greeting, notice: '1' })],
    ['without a name', (greeting) => ({ ...greeting, office: { ...greeting.office, name: '' } })],
    [
      'whose office says more',
      (greeting) => ({ ...greeting, office: { ...greeting.office, staff: [] } }),
    ],
    [
      'whose logo lies elsewhere',
      (greeting) => ({
        ...greeting,
        office: { ...greeting.office, logo: 'https://example.invalid/a.png' },
      }),
    ],
    [
      'with hours of no day',
      (greeting) => ({
        ...greeting,
        office: { ...greeting.office, hours: [{ weekday: 7, opens: '08:00', closes: '15:00' }] },
      }),
    ],
    [
      'with hours that are none',
      (greeting) => ({ ...greeting, office: { ...greeting.office, hours: { 1: '08:00' } } }),
    ],
    ['whose office is none', (greeting) => ({ ...greeting, office: null })],
    ['without any matter', (greeting) => ({ ...greeting, matters: [] })],
    ['from before matters', (greeting) => ({ ...greeting, matters: undefined })],
    ['with a matter of no title', withMatter({ title: { id: 'Akun' } })],
    ['with a matter that says more', withMatter({ steps: [] })],
    ['with a matter that asks what is no field', withMatter({ asks: [{}] })],
    ['whose requirements are in no language', withMatter({ requirements: ['KTP'] })],
  ];
  test.each(changed)('%s', async (_, change) => {
    await keep(settled);
    const { hash: _hash, ...fields } = JSON.parse(files.textOf(path)) as Greeting & {
      readonly hash: string;
    };
    await put(encodeLine(fields).line);
    expect(await readGreeting(files, '/data', version)).toEqual(fields);
    await put(encodeLine(change(fields)).line);
    expect(await readGreeting(files, '/data', version)).toBeNull();
  });

  test.each([
    ['empty', () => ''],
    ['torn', (text: string) => text.slice(0, 100)],
    ['without its line feed', (text: string) => text.slice(0, -1)],
    ['changed by hand', (text: string) => text.replace('Kabupaten', 'Kota')],
    ['zeros', (text: string) => '\0'.repeat(text.length)],
    ['no object', () => '[]\n'],
  ])('%s', async (_, spoil) => {
    await keep(settled);
    await put(spoil(files.textOf(path)));
    expect(await readGreeting(files, '/data', version)).toBeNull();
  });

  test('one that cannot be read', async () => {
    const failing = { read: () => Promise.reject(new Error('EIO')) };
    expect(await readGreeting(failing, '/data', version)).toBeNull();
  });
});
