import { describe, expect, test } from 'vitest';
import { makeSimulatedClock } from '../../main/clocks.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import { guestBookA, monday, must, openOffice, openReadyOffice, signIn } from '../office.ts';
import { makeCrashFiles } from './crash-files.ts';
import { folder } from './reopen.ts';
import { checkInAs, quiet } from './stories.ts';

const texts: readonly (readonly [name: string, text: string, fate: 'kept' | 'refused'])[] = [
  ['a megabyte', 'Berkas penawaran. '.repeat(60_000), 'refused'],
  ['as long as a box takes', 'x'.repeat(2_000), 'kept'],
  ['one longer than a box takes', 'x'.repeat(2_001), 'refused'],
  ['two thousand emoji', '🧑‍🏫'.repeat(2_000), 'refused'],
  ['emoji of several parts', 'Baik 👩🏽‍💻👨‍👩‍👧‍👦🇮🇩 sekali', 'kept'],
  ['right-to-left script', 'مرحبا بكم في المكتب שלום', 'kept'],
  ['a mark that turns the direction', 'CV \u202Egnata\u202C Batang', 'refused'],
  ['an isolate that turns the direction', 'CV \u2067gnata\u2069 Batang', 'refused'],
  ['a zero byte', 'Berkas\u0000lama', 'refused'],
  ['a bell and an escape', 'Berkas\u0007\u001B[31mlama', 'refused'],
  ['a control character above ASCII', 'Berkas\u0085lama', 'refused'],
  ['line breaks and tabs', 'Satu\nDua\r\n\tTiga', 'kept'],
  ['Unicode’s own line breaks', 'Satu\u2028Dua\u2029Tiga', 'kept'],
  ['a high surrogate alone', 'Berkas \uD83D lama', 'refused'],
  ['a low surrogate alone', 'Berkas \uDE00 lama', 'refused'],
  ['surrogates the wrong way round', 'Berkas \uDE00\uD83D lama', 'refused'],
  ['a byte order mark', '\uFEFFBerkas lama', 'refused'],
  [
    'what ends a line of the journal',
    'x","hash":"0000000000000000000000000000000000000000000000000000000000000000"}\n{"seq":1}',
    'kept',
  ],
  ['backslashes and quotes', 'Jalur C:\\Berkas "tebal" \'miring\' & <b>', 'kept'],
  ['letters built of marks', 'Ko\u0302ta\u0323 Ba\u0301ru  e\u0301 é', 'kept'],
  ['names of every object', '__proto__ constructor toString', 'kept'],
];
const refusals: readonly string[] = [
  'text-malformed',
  'text-too-long',
  'text-empty',
  'looks-like-secret',
  'field-invalid',
  'malformed',
];

/** How a text stands in a file, if it does. */
const traces = (text: string): readonly Buffer[] => [
  Buffer.from(text),
  Buffer.from(JSON.stringify(text).slice(1, -1)),
];

describe('whatever somebody writes is refused in words, or kept byte for byte', () => {
  test.each(texts)('%s', async (_, text, fate) => {
    const files = makeCrashFiles();
    const clock = makeSimulatedClock(monday);
    const office = await openReadyOffice({ files, folder, clock });
    const { visit } = await must(checkInAs(office));
    await quiet(office);
    await signIn(office, 'Meja layanan 1');
    const before = files.events.length;
    const noted = await office.console('visit.note', { visit, text });
    expect(noted.ok).toBe(fate === 'kept');
    if (!noted.ok) {
      expect(refusals).toContain(noted.code);
      expect(files.events.length).toBe(before);
    }
    const checkedIn = await checkInAs(office, {
      ...guestBookA,
      purpose: 'other',
      purposeNote: text,
      tenderName: text,
      deadline: '',
    });
    await quiet(office);
    if (!checkedIn.ok) expect(refusals).toContain(checkedIn.code);
    if (!noted.ok && !checkedIn.ok)
      for (const [path, bytes] of files.image().files)
        for (const trace of traces(text)) expect(bytes.includes(trace), path).toBe(false);

    clock.advance(60_000);
    const later = await openOffice({ files: makeCrashFiles(files.afterPowerCut()), folder, clock });
    const { visits } = later.restored.state;
    const note = Object.values(visits).find(({ code }) => code === visit)?.notes[0];
    if (noted.ok)
      expect(
        Object.values(
          later.restored.people.get(
            note?.text ?? ({ id: '', file: '', commitment: '' } as never),
          ) ?? {},
        ),
      ).toContain(text.trim());
    else expect(note).toBeUndefined();
    const second = Object.values(visits).find(
      ({ code }) => checkedIn.ok && code === checkedIn.value.visit,
    );
    if (checkedIn.ok)
      expect(later.restored.people.get(second?.guestBook as never)).toMatchObject({
        purposeNote: text.trim(),
        tenderName: text.trim(),
      });
    else expect(Object.keys(visits)).toHaveLength(1);
    expect((await verify(later.files, folder)).findings).toEqual([]);
    expect(office.reported).toEqual([]);
  });
});
