import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stepIds } from '../../scripts/house/step-ids.ts';
import { root } from '../../scripts/root.ts';
import { revision00 } from '../../shared/sop/btg-006/revision-00.ts';
import { normMsOf, rowOf } from '../../shared/sop/definition.ts';
import { emptyProcedures, findProcedure, procedureOf } from '../../shared/state/procedures.ts';

describe('revision 00', () => {
  test('is the approved document: 13 rows with their norms', () => {
    expect(revision00.document).toMatchObject({
      no: 'SOP-LPSE.BTG-006',
      revision: '00',
      effective: '2017-01-08',
    });
    expect(revision00.steps.map(({ no }) => no)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
    expect(revision00.steps.map(({ norm }) => norm.minutes ?? null)).toEqual([
      null,
      null,
      5,
      null,
      5,
      5,
      15,
      15,
      15,
      5,
      15,
      15,
      5,
    ]);
    const noOf = ({ no }: { readonly no: number }): number => no;
    expect(revision00.steps.filter(({ output }) => output !== null).map(noOf)).toEqual([5, 10]);
    expect(
      revision00.steps.filter(({ needs }) => needs.equipment.includes('workstation')).map(noOf),
    ).toEqual([7, 8, 9, 11, 12]);
    expect(normMsOf(rowOf(revision00, 'upload-bid'))).toBe(900_000);
  });

  test('is told word for word: each row and each line of the head stands in the signed text', () => {
    const signed = readFileSync(join(root, 'docs/sop/SOP-LPSE.BTG-006-rev-00.txt'), 'utf8');
    const { document, steps } = revision00;
    const head = [
      document.no,
      ...document.legalBasis,
      ...document.summary,
      ...document.purpose,
      ...document.qualifications,
      ...document.equipment,
      ...document.records,
      ...document.warnings,
      ...document.definitions,
      ...document.relations,
    ];
    for (const line of head) expect(signed).toContain(line);
    for (const { no, words } of steps) expect(signed).toContain(`\n${no}\t${words.signed}\t`);
  });

  test('has its ids in the linter’s list, but for words that are something else as well', () => {
    const others = ['guest-book', 'upload-bid', 'report-out'];
    expect([...stepIds].sort()).toEqual(
      revision00.steps
        .map(({ id }) => id)
        .filter((id) => !others.includes(id))
        .sort(),
    );
  });

  test('is found by document and revision, and an unknown one is a bug', () => {
    const key = { document: 'SOP-LPSE.BTG-006', revision: '00' };
    expect(procedureOf(emptyProcedures, key)).toBe(revision00);
    expect(findProcedure(emptyProcedures, { ...key, revision: '07' })).toBeNull();
    expect(() => procedureOf(emptyProcedures, { ...key, revision: '07' })).toThrow('07');
    expect(() => rowOf({ ...revision00, steps: [] }, 'arrive')).toThrow('arrive');
  });
});
