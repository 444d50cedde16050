import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeSimulatedClock } from '../../main/clocks.ts';
import type { Files } from '../../main/ports.ts';
import { runRecords } from '../../main/command-line/run-records.ts';
import { makeAnswering } from '../../main/records/answering.ts';
import { lockFolder } from '../../main/storage/lock/folder-lock.ts';
import { nodeFiles } from '../../main/storage/files/node-files.ts';
import {
  checkIn,
  guestBookA,
  guestBookB,
  monday,
  must,
  openReadyOffice,
  signIn,
  type TestOffice,
} from '../office.ts';
import { tracesOf } from '../records/traces.ts';

let folder = '';
let data = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pendamping-records-'));
  data = join(folder, 'data');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Typed as what it stands for. */
const says = (text: string): string => expect.stringContaining(text) as string;

const secret = 'CV Tanpa Jejak';
/** An office with a visit that is over and one that is not, on real files. */
const openUsedOffice = async (): Promise<{
  readonly office: TestOffice;
  readonly code: string;
}> => {
  const office = await openReadyOffice({ files: nodeFiles, folder: data });
  await checkIn(office, guestBookB);
  const code = await checkIn(office, { ...guestBookA, company: secret });
  await office.slipsDone();
  await signIn(office, 'Meja layanan 1');
  await must(
    office.console('visit.close', {
      visit: code,
      outcome: 'left-early',
      reason: 'Dokumen tertinggal.',
      cause: null,
    }),
  );
  return { office, code };
};
const closedOffice = async (): Promise<string> => {
  const { office, code } = await openUsedOffice();
  await office.close();
  return code;
};

type Run = { readonly exit: number; readonly out: string; readonly told: readonly string[] };
const recordsOn = async (files: Files, ...words: readonly string[]): Promise<Run> => {
  const out: string[] = [];
  const told: string[] = [];
  const exit = await runRecords(words, {
    files,
    clock: makeSimulatedClock(monday + 86_400_000),
    version: 'test',
    workingFolder: folder,
    beside: null,
    print: (text) => void out.push(text),
    tell: (text) => void told.push(text),
    isCancelled: () => false,
  });
  return { exit, out: out.join('\n'), told };
};
const records = (...words: readonly string[]): Promise<Run> => recordsOn(nodeFiles, ...words);
const asJson = async (...words: readonly string[]) =>
  JSON.parse((await records(...words, '--json')).out) as Record<string, unknown>;

describe('records verify', () => {
  test('says that whole records are whole, and proves a head', async () => {
    await closedOffice();
    const found = await records('verify', '--data', data);
    expect(found).toMatchObject({ exit: 0 });
    expect(found.out).toMatch(
      /^Utuh\. 2\d baris jurnal dan 7 catatan pribadi diperiksa; 0 catatan sudah dimusnahkan\.\nKepala: \d+-[0-9a-f]{16}\nJurnal: [0-9a-f]{32}, cabang [0-9a-f]{32}$/,
    );
    const { head } = await asJson('verify', '--data', data);
    expect(
      await records('verify', '--data', data, '--head', String(head), '--lang', 'en'),
    ).toMatchObject({ exit: 0, out: says('its end was not cut off') });
    const [segment = ''] = await readdir(join(data, 'journal'));
    const path = join(data, 'journal', segment);
    const text = await readFile(path, 'latin1');
    await rm(join(data, 'checkpoint.json'));
    await truncate(path, text.lastIndexOf('\n', text.length - 2) + 1);
    expect(await records('verify', '--data', data)).toMatchObject({ exit: 0 });
    expect(await asJson('verify', '--data', data, '--head', String(head))).toMatchObject({
      exit: 1,
      findings: [{ kind: 'cut-off' }],
    });
  });

  test('names what is damaged by file and line, with exit code 1', async () => {
    const code = await closedOffice();
    const path = join(data, 'journal', '000001.jsonl');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(`"visit.ended","actor"`, `"visit.ended","actod"`));
    const people = join(data, 'people', '2026-11.jsonl');
    await writeFile(people, (await readFile(people, 'utf8')).replace(secret, 'CV Palsu'));
    const line = text.split('\n').findIndex((each) => each.includes('"visit.ended"')) + 1;
    const found = await records('verify', '--data', data);
    expect(found.exit).toBe(1);
    expect(found.out).toContain(
      `  journal/000001.jsonl:${line}: tidak seperti saat ditulis (kunjungan ${code})`,
    );
    expect(found.out).toMatch(
      new RegExp(
        ` {2}people/2026-11\\.jsonl:\\d+: tidak seperti saat ditulis \\(kunjungan ${code}\\)`,
      ),
    );
  });

  test('a journal whose end is gone is found out by what the checkpoint and the people file know', async () => {
    await closedOffice();
    await rm(join(data, 'journal'), { recursive: true });
    expect(await asJson('verify', '--data', data)).toMatchObject({
      exit: 1,
      head: null,
      hash: null,
      findings: [{ kind: 'cut-off' }],
    });
    expect(await records('verify', '--data', data)).toMatchObject({
      out: says('Tidak ada baris jurnal yang utuh: kepala tidak ada.'),
    });
    await rm(join(data, 'checkpoint.json'));
    expect(await asJson('verify', '--data', data)).toMatchObject({
      exit: 1,
      findings: [{ kind: 'cut-off' }],
    });
  });

  test('what cannot be read has exit code 2 and a sentence', async () => {
    expect(await records()).toMatchObject({ exit: 2, out: says('Tulis perintahnya') });
    expect(await records('verify')).toMatchObject({ exit: 2, out: says('--data') });
    expect(await records('verify', '--data', join(folder, 'none'))).toMatchObject({
      exit: 2,
      out: says('tidak ada catatan Pendamping'),
    });
    expect(await records('verify', '--data', data, '--head', 'x')).toMatchObject({
      exit: 2,
      out: says('Kepala “x” tidak terbaca'),
    });
    await closedOffice();
    await mkdir(join(data, 'journal', '000009.jsonl'));
    expect(await records('verify', '--data', data)).toMatchObject({
      exit: 2,
      out: says('tidak dapat dibaca'),
    });
    expect(await records('--help')).toMatchObject({ exit: 0, out: says('records restore') });
  });

  test('records of a later version are not judged', async () => {
    await closedOffice();
    const { encodeLine } = await import('../../main/storage/journal/hashed-line.ts');
    await writeFile(
      join(data, 'journal', '000002.jsonl'),
      encodeLine({ journal: 'pendamping', format: 99, facts: 1 }).line,
    );
    expect(await asJson('verify', '--data', data)).toMatchObject({ exit: 2, why: 'newer-format' });
  });
});

describe('records backup and restore', () => {
  test('a backup is restored whole, and only into an empty folder', async () => {
    await closedOffice();
    const before = await asJson('verify', '--data', data);
    expect(await records('backup', '--data', data, '--to', 'b.tar.gz')).toMatchObject({
      exit: 0,
      out: says('sudah dibaca ulang'),
    });
    expect(await records('backup', '--data', data, '--to', 'b.tar.gz')).toMatchObject({
      exit: 1,
      out: says('sudah ada'),
    });
    expect(await records('restore', 'b.tar.gz', '--data', data)).toMatchObject({
      exit: 1,
      out: says('tidak kosong'),
    });
    expect(await records('restore', 'none.tar.gz', '--data', 'new')).toMatchObject({
      exit: 2,
      out: says(`${join(folder, 'none.tar.gz')} tidak ada`),
    });
    expect(await records('restore', '.', '--data', 'new')).toMatchObject({
      exit: 2,
      out: says(`${folder} adalah folder`),
    });
    expect(
      await asJson('restore', 'b.tar.gz', '--data', 'new', '--without-erasures'),
    ).toMatchObject({ exit: 0, erasures: 0, findings: [] });
    expect(await asJson('verify', '--data', 'new', '--head', String(before.head))).toMatchObject({
      exit: 0,
      records: 7,
    });
    expect((await readdir(join(folder, 'new', 'slips', '2026-11'))).length).toBe(2);
  });

  test('is made by the running program when that has the folder', async () => {
    const { office } = await openUsedOffice();
    const lock = await lockFolder(
      data,
      makeAnswering(
        () => office.keeping,
        () => undefined,
      ),
    );
    expect(lock).not.toBeNull();
    const head = office.core.head().seq;
    const made = await asJson('backup', '--data', data, '--to', 'running.tar.gz');
    expect(made).toMatchObject({
      exit: 0,
      noted: true,
      head: expect.stringMatching(new RegExp(`^${head}-`)) as string,
    });
    // The number of the next fact: the running program went on in its own journal.
    await checkIn(office, guestBookB);
    await lock?.release();
    await office.close();
    expect(await asJson('verify', '--data', data)).toMatchObject({ exit: 0, findings: [] });
    expect(
      await asJson('restore', 'running.tar.gz', '--data', 'new', '--without-erasures'),
    ).toMatchObject({ exit: 0, findings: [] });
  });

  test('into the folder of the daily ones, with a name made here, is said to go with them: before, and in the result', async () => {
    const { office } = await openUsedOffice();
    const emptied = async (): Promise<void> => {
      await rm(join(folder, 'backups'), { recursive: true, force: true });
      await mkdir(join(folder, 'backups'));
    };
    await emptied();
    await signIn(office, 'Koordinator');
    await must(
      office.console('records.arrange-backup', { folder: join(folder, 'backups'), keepDays: 12 }),
    );
    const lock = await lockFolder(
      data,
      makeAnswering(
        () => office.keeping,
        () => undefined,
      ),
    );
    const beside = await records('backup', '--data', data, '--to', 'backups');
    expect(beside).toMatchObject({ exit: 0, out: says('setelah 12 hari') });
    expect(beside.told[0]).toContain('setelah 12 hari');
    await lock?.release();
    await office.close();
    await emptied();
    const alone = await records('backup', '--data', data, '--to', 'backups', '--lang', 'en');
    expect(alone).toMatchObject({ exit: 0, out: says('after 12 days') });
    expect(alone.told[0]).toContain('after 12 days');
    await emptied();
    expect(await asJson('backup', '--data', data, '--to', 'backups')).toMatchObject({
      exit: 0,
      keptDays: 12,
    });
    // A name of one's own, or another folder, is nobody's to remove.
    await mkdir(join(folder, 'usb'));
    for (const to of ['backups/own.tar.gz', 'usb']) {
      const own = await records('backup', '--data', data, '--to', to);
      expect(`${own.out} ${own.told.join()}`, to).not.toContain('12 hari');
      expect(own.exit).toBe(0);
    }
  });

  test('every changed byte of a backup is refused, and nothing is restored', async () => {
    await closedOffice();
    await records('backup', '--data', data, '--to', 'b.tar.gz');
    const whole = await readFile(join(folder, 'b.tar.gz'));
    for (let at = 0; at < whole.length; at += 97) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      await writeFile(join(folder, 'changed.tar.gz'), changed);
      const { exit } = await asJson(
        'restore',
        'changed.tar.gz',
        '--data',
        'new',
        '--without-erasures',
      );
      // gzip's header has a few bytes (time, system) that no content depends on.
      if (at > 9) expect(exit, `byte ${at}`).toBe(1);
      if (exit === 1) expect(await nodeFiles.list(join(folder, 'new'))).toEqual([]);
      await rm(join(folder, 'new'), { recursive: true, force: true });
    }
    for (const length of [0, 1, 500, whole.length - 1]) {
      await writeFile(join(folder, 'cut.tar.gz'), whole.subarray(0, length));
      expect(
        await asJson('restore', 'cut.tar.gz', '--data', 'new', '--without-erasures'),
        `cut at ${length}`,
      ).toMatchObject({ exit: 1, why: 'damaged-backup' });
    }
  });

  test('whoever was erased since does not come back, and the restored journal says so', async () => {
    const code = await closedOffice();
    await records('backup', '--data', data, '--to', 'b.tar.gz');
    expect(await records('erase', '--data', data, '--visit', code)).toMatchObject({
      exit: 2,
      out: says('--yes'),
    });
    const erased = await asJson('erase', '--data', data, '--visit', code.toLowerCase(), '--yes');
    expect(erased).toMatchObject({ exit: 0, visits: [code], untold: [] });
    expect(await tracesOf(nodeFiles, data, secret)).toEqual([]);
    expect(await asJson('restore', 'b.tar.gz', '--data', 'new')).toMatchObject({
      exit: 0,
      erasures: 1,
      findings: [],
    });
    expect(await tracesOf(nodeFiles, join(folder, 'new'), secret)).toEqual([]);
    expect(await asJson('verify', '--data', 'new')).toMatchObject({
      exit: 0,
      erased: erased.records,
      findings: [],
    });
    // Away from its list, the list is given: or the folder that knows.
    await rm(join(folder, 'pendamping-erasures.jsonl'));
    expect(
      await asJson('restore', 'b.tar.gz', '--data', 'newer', '--erasures', 'data'),
    ).toMatchObject({ exit: 0, erasures: 1 });
    expect(await tracesOf(nodeFiles, join(folder, 'newer'), secret)).toEqual([]);
  });

  test('without any list of erasures nothing is restored until somebody says that there is none', async () => {
    await closedOffice();
    await records('backup', '--data', data, '--to', 'b.tar.gz');
    const refused = await records('restore', 'b.tar.gz', '--data', 'new');
    expect(refused).toMatchObject({
      exit: 1,
      out: says(`Di ${folder} tidak ada daftar pemusnahan`),
    });
    for (const way of ['akan kembali', '--erasures DAFTAR', '--without-erasures'])
      expect(refused.out).toContain(way);
    expect((await readdir(folder)).sort()).toEqual(['b.tar.gz', 'data']);
    expect(
      await records('restore', 'b.tar.gz', '--data', 'new', '--without-erasures'),
    ).toMatchObject({ exit: 0, out: says('tanpa daftar pemusnahan, seperti diminta') });
    // The folder that it comes from knows that nobody was erased.
    expect(
      await records('restore', 'b.tar.gz', '--data', 'newer', '--erasures', 'data'),
    ).toMatchObject({ exit: 0 });
  });

  test('a list that lies there is not to be passed over by a word', async () => {
    const code = await closedOffice();
    await records('backup', '--data', data, '--to', 'b.tar.gz');
    await records('erase', '--data', data, '--visit', code, '--yes');
    expect(
      await records('restore', 'b.tar.gz', '--data', 'new', '--without-erasures'),
    ).toMatchObject({ exit: 1, out: says('pendamping-erasures.jsonl') });
    expect(await nodeFiles.list(join(folder, 'new'))).toEqual([]);
  });

  test('a list of a later version, and an empty one, are called what they are', async () => {
    await closedOffice();
    await records('backup', '--data', data, '--to', 'b.tar.gz');
    const { encodeLine } = await import('../../main/storage/journal/hashed-line.ts');
    await writeFile(
      join(folder, 'pendamping-erasures.jsonl'),
      encodeLine({ format: 2, erasure: 'x' }).line,
    );
    expect(await asJson('restore', 'b.tar.gz', '--data', 'new')).toMatchObject({
      exit: 2,
      why: 'newer-list',
      sentence: says('pendamping-erasures.jsonl'),
    });
    await mkdir(join(folder, 'later', 'journal'), { recursive: true });
    await writeFile(
      join(folder, 'later', 'journal', '000001.jsonl'),
      encodeLine({ journal: 'pendamping', format: 99, facts: 1 }).line,
    );
    await rm(join(folder, 'pendamping-erasures.jsonl'));
    expect(
      await asJson('restore', 'b.tar.gz', '--data', 'new', '--erasures', 'later'),
    ).toMatchObject({ exit: 2, why: 'newer-format', sentence: says(join(folder, 'later')) });
    await writeFile(join(folder, 'pendamping-erasures.jsonl'), '');
    expect(await asJson('restore', 'b.tar.gz', '--data', 'new')).toMatchObject({
      exit: 1,
      why: 'list-unreadable',
    });
  });

  test('a journal that is to tell of erasures, and is damaged, tells what it can, and that it may not be all', async () => {
    const code = await closedOffice();
    await records('backup', '--data', data, '--to', 'b.tar.gz');
    await records('erase', '--data', data, '--visit', code, '--yes');
    await rm(join(folder, 'pendamping-erasures.jsonl'));
    const path = join(data, 'journal', '000001.jsonl');
    await writeFile(
      path,
      (await readFile(path, 'utf8')).replace('"visit.ended","actor"', '"visit.ended","actod"'),
    );
    expect(
      await records('restore', 'b.tar.gz', '--data', 'new', '--erasures', 'data'),
    ).toMatchObject({ exit: 0, out: says('rusak di 1 tempat') });
  });

  test('a restore that fails leaves nothing, wherever it fails', async () => {
    await closedOffice();
    await records('backup', '--data', data, '--to', 'b.tar.gz');
    let refused = 0;
    let hit = true;
    for (let at = 1; hit; at += 1) {
      let left = at;
      const counted = async <T>(path: string, call: () => Promise<T>): Promise<T> => {
        left -= 1;
        if (left === 0)
          throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write', path });
        return call();
      };
      const files: Files = {
        ...nodeFiles,
        create: (path) => counted(path, () => nodeFiles.create(path)),
        rename: (from, to) => counted(to, () => nodeFiles.rename(from, to)),
        syncFolder: (path) => counted(path, () => nodeFiles.syncFolder(path)),
      };
      const { exit, out } = await recordsOn(
        files,
        'restore',
        'b.tar.gz',
        '--data',
        'new',
        '--without-erasures',
      );
      hit = left <= 0;
      if (exit === 0) {
        // What may be made again is not missed.
        expect(await records('verify', '--data', 'new'), `call ${at}`).toMatchObject({ exit: 0 });
      } else {
        refused += 1;
        expect({ exit, out }, `call ${at}`).toMatchObject({
          exit: 1,
          out: says('tidak dapat ditulis'),
        });
        expect(await nodeFiles.list(join(folder, 'new')), `call ${at}`).toEqual([]);
        expect(
          (await readdir(folder)).filter((name) => name.includes('restoring')),
          `call ${at}`,
        ).toEqual([]);
      }
      await rm(join(folder, 'new'), { recursive: true, force: true });
    }
    expect(refused).toBeGreaterThan(10);
  });

  test('a folder that cannot be written to is backed up as it stands, with its damage, and a head that is whole', async () => {
    await closedOffice();
    const { head } = await asJson('verify', '--data', data);
    const path = join(data, 'journal', '000001.jsonl');
    await appendFile(path, '{"seq":99,"damaged\n');
    const files: Files = {
      ...nodeFiles,
      makeFolder: async (made) => {
        if (made.startsWith(data)) throw Object.assign(new Error('EROFS'), { code: 'EROFS' });
        return nodeFiles.makeFolder(made);
      },
    };
    expect(await recordsOn(files, 'backup', '--data', data, '--to', 'b.tar.gz')).toMatchObject({
      exit: 0,
      out: says(`Kepala: ${String(head)}`),
    });
    await records('restore', 'b.tar.gz', '--data', 'new', '--without-erasures');
    expect(await readFile(join(folder, 'new', 'journal', '000001.jsonl'), 'utf8')).toBe(
      await readFile(path, 'utf8'),
    );
  });

  test('a damaged list of erasures stops a restore', async () => {
    const code = await closedOffice();
    await records('backup', '--data', data, '--to', 'b.tar.gz');
    await records('erase', '--data', data, '--visit', code, '--yes');
    await appendFile(join(folder, 'pendamping-erasures.jsonl'), '{"format":1,"torn');
    expect(await asJson('restore', 'b.tar.gz', '--data', 'new')).toMatchObject({
      exit: 1,
      why: 'list-unreadable',
    });
    expect(await nodeFiles.list(join(folder, 'new'))).toEqual([]);
  });
});
