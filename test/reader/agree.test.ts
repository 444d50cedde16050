import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { judgeFacts } from '../../main/storage/verify/judge-facts.ts';
import { reachOfLatest } from '../../main/storage/people/people-format.ts';
import { readJournal } from '../../main/storage/journal/read-journal.ts';
import { readCheckpointPoint } from '../../main/storage/store/checkpoint.ts';
import type { Finding } from '../../main/storage/journal/findings.ts';
import { verify } from '../../main/storage/verify/verify.ts';
import { bounded, makeChance } from '../faults/chance.ts';
import type { Contents } from '../four-months.ts';
import { pick } from './damage.ts';
import { damageKinds } from './damages.ts';
import { whyLeftOut } from './left-out.ts';
import { readWithPython, type Told } from './read-with-python.ts';
import { filesWith, sources, type Source } from './sources.ts';
import { startOn } from './starts.ts';

let from: readonly Source[] = [];
beforeAll(async () => {
  from = await sources();
});

type Named = Pick<Finding, 'kind' | 'place'>;
/** Findings, each of some others left out once. */
const withoutOne = (findings: readonly Named[], others: readonly Named[]): readonly Named[] =>
  others.reduce((left, { kind, place }) => {
    const at = left.findIndex((each) => each.kind === kind && each.place === place);
    return at < 0 ? left : left.toSpliced(at, 1);
  }, findings);

/**
 * What the program says of a folder: `verify` of what is wrong, `readJournal` of the lines that count. Not of
 * what it says of facts: the reader does not know which there are, nor which fits to those before it or to the checkpoint.
 */
const readWithProgram = async (contents: Contents) => {
  const files = await filesWith(contents);
  const verified = await verify(files, '/data');
  const ofFacts = verified.findings.some(({ kind }) => kind === 'damaged')
    ? (await judgeFacts(files, '/data', null, () => undefined)).findings
    : [];
  const findings = withoutOne(verified.findings, [
    ...ofFacts,
    ...(verified.isCheckpointTrue
      ? []
      : [{ kind: 'damaged', place: 'checkpoint.json:1' } as const]),
  ]);
  const lines: { readonly seq: number; readonly hash: string }[] = [];
  const durable = Math.max(
    (await readCheckpointPoint(files, '/data'))?.seq ?? 0,
    (await reachOfLatest(files, '/data/people')).after,
  );
  const { due } = await readJournal(
    files,
    '/data/journal',
    { durable },
    ({ seq, hash }) => void lines.push({ seq, hash }),
  );
  const { journal } = verified;
  return { lines, due, journal, findings, isWhole: findings.every(({ kind }) => kind === 'torn') };
};

const digestOf = (lines: readonly { readonly seq: number; readonly hash: string }[]): string =>
  createHash('sha256')
    .update(lines.map(({ seq, hash }) => `${seq} ${hash}\n`).join(''))
    .digest('hex');

/** What the two say differently of a folder; empty when they agree. */
const differences = (
  { lines, due, journal, findings, isWhole }: Awaited<ReturnType<typeof readWithProgram>>,
  told: Told,
): string => {
  const named = (list: readonly (readonly [string, string])[]): string =>
    list
      .map((each) => each.join(' '))
      .sort()
      .join('; ');
  const ours = named(findings.map(({ kind, place }) => [kind, place] as const));
  return [
    ...(digestOf(lines) === told.digest
      ? []
      : [
          `lines: ${lines.map(({ seq }) => seq).join()} by the program, ${told.seqs} by the reader`,
        ]),
    ...(due === told.next ? [] : [`next: ${due} by the program, ${told.next} by the reader`]),
    ...(isDeepStrictEqual(journal, told.journal)
      ? []
      : [`named ${journal?.id} by the program, ${told.journal?.id} by the reader`]),
    ...(isWhole === told.whole
      ? []
      : [isWhole ? 'whole by the program only' : 'whole by the reader only']),
  ]
    .map(
      (difference) =>
        `${difference} (the program: ${ours || 'nothing'}; the reader: ${named(told.findings) || 'nothing'})`,
    )
    .join('; ');
};

/** So many folders are held, and lie on the disk, at a time. */
const atOnce = 500;

type Case = { readonly name: string; readonly contents: Contents };
const disagreements = async (cases: readonly Case[]): Promise<readonly string[]> => {
  const told = await readWithPython(cases.map(({ contents }) => contents));
  const found: string[] = [];
  for (const [at, { name, contents }] of cases.entries()) {
    const said = told[at];
    const difference =
      said === undefined
        ? 'the reader said nothing'
        : differences(await readWithProgram(contents), said);
    if (difference !== '') found.push(`${name}: ${difference}`);
  }
  return found;
};

/** A folder that one to four things happened to, all from one seed. */
const damagedBy = async (seed: number): Promise<Case> => {
  const chance = makeChance(seed);
  const source = pick(chance, from);
  let contents = source?.contents ?? new Map<string, Buffer>();
  const did: string[] = [];
  for (let left = 1 + chance.below(4); left > 0; left -= 1) {
    const damage = chance.below(5) === 0 ? null : pick(chance, pick(chance, damageKinds) ?? []);
    const done =
      damage === null
        ? await startOn(
            contents,
            chance,
            Date.parse('2027-03-01T02:00:00Z') + did.length * 3_600_000,
          )
        : damage(
            contents,
            chance,
            from.map((each) => each.contents),
          );
    if (done === null) continue;
    contents = done.contents;
    did.push(done.what);
  }
  return { name: `seed ${seed}: ${source?.name}; ${did.join('; ')}`, contents };
};

test('the reader in Python and the program agree on every folder that is not damaged', async () => {
  expect(await disagreements(from.map(({ name, contents }) => ({ name, contents })))).toEqual([]);
});

test(
  'they agree on damaged folders: which lines count, which number is next, whether it is whole, and its name',
  { timeout: bounded(60_000, 1_800_000) },
  async () => {
    const asked = bounded(250, 6_000);
    const found: string[] = [];
    const leftOut = new Map<string, number>();
    let cases: Case[] = [];
    let read = 0;
    for (let seed = 1; seed <= asked; seed += 1) {
      const made = await damagedBy(seed);
      const why = await whyLeftOut(made.contents);
      if (why === null) cases.push(made);
      else leftOut.set(why, (leftOut.get(why) ?? 0) + 1);
      if (cases.length < atOnce && seed < asked) continue;
      found.push(...(await disagreements(cases)));
      read += cases.length;
      cases = [];
    }
    console.info(
      `${read} damaged folders, read by both; left out: ${[...leftOut].map(([why, count]) => `${count} with ${why}`).join('; ') || 'none'}`,
    );
    expect(found.slice(0, 20)).toEqual([]);
    expect(read).toBeGreaterThan(bounded(200, 5_000));
  },
);
