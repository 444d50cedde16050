import { describe, expect, test } from 'vitest';
import { checkProcedure, normMsOf, rowOf, type Procedure } from '../../shared/sop/definition.ts';
import { revision00 } from '../../shared/sop/btg-006/revision-00.ts';
import { currentProcedure, procedureOf } from '../../shared/state/procedures.ts';

const changed = (change: (rows: Record<string, unknown>[]) => void): unknown => {
  const copy = JSON.parse(JSON.stringify(revision00)) as { rows: Record<string, unknown>[] };
  change(copy.rows);
  return copy;
};
const problems = (input: unknown) => {
  const checked = checkProcedure(input);
  return checked.ok ? [] : checked.problems;
};

describe('revision 00', () => {
  test('is the approved document: 13 rows with their norms', () => {
    expect(revision00).toMatchObject({
      document: 'SOP-LPSE.BTG-006',
      revision: '00',
      effective: '2017-01-08',
    });
    expect(revision00.rows.map(({ no }) => no)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
    expect(revision00.rows.map(({ normMinutes }) => normMinutes)).toEqual([
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
    expect(revision00.rows.filter(({ output }) => output !== null).map(({ no }) => no)).toEqual([
      5, 10,
    ]);
    expect(
      revision00.rows.filter(({ usesWorkstation }) => usesWorkstation).map(({ no }) => no),
    ).toEqual([7, 8, 9, 11, 12]);
    expect(normMsOf(rowOf(revision00, 'upload-bid'))).toBe(900_000);
  });

  test('is found by its name, and an unknown revision is a bug', () => {
    expect(procedureOf('00')).toBe(currentProcedure);
    expect(() => procedureOf('07')).toThrow('07');
    expect(() => rowOf({ ...revision00, rows: [] } as Procedure, 'arrive')).toThrow('arrive');
  });
});

describe('a procedure is checked on load', () => {
  test('an arrow to a step that is not known is refused with the row’s number', () => {
    expect(
      problems(
        changed((rows) => {
          rows[6] = { ...rows[6], arrows: [{ answer: 'done', to: 'upload-kualification' }] };
        }),
      ),
    ).toEqual([{ problem: 'unknown-target', row: 7, target: 'upload-kualification' }]);
  });
  test('an arrow to a step that has no row is refused too', () => {
    const found = problems(
      changed((rows) => {
        rows.splice(9, 1);
      }),
    );
    expect(found).toContainEqual({ problem: 'unknown-target', row: 9, target: 'escalate' });
  });
  test('a step that no arrow reaches', () => {
    const found = problems(
      changed((rows) => {
        rows[2] = { ...rows[2], arrows: [{ answer: 'yes', to: 'call-provider' }] };
      }),
    );
    expect(found).toContainEqual({ problem: 'unreachable', row: 4 });
  });
  test('a step with no way to the end', () => {
    const found = problems(
      changed((rows) => {
        rows[9] = { ...rows[9], arrows: [{ answer: 'done', to: 'escalate' }] };
      }),
    );
    expect(found).toContainEqual({ problem: 'no-way-out', row: 10 });
  });
  test('a step that stands twice', () => {
    expect(
      problems(
        changed((rows) => {
          rows.push({ ...rows[3], no: 14 });
        }),
      ),
    ).toContainEqual({ problem: 'double-step', row: 14 });
  });
  test('an arrow into the last step without its outcome, and an outcome anywhere else', () => {
    expect(
      problems(
        changed((rows) => {
          rows[9] = { ...rows[9], arrows: [{ answer: 'done', to: 'report-out' }] };
        }),
      ),
    ).toContainEqual({ problem: 'no-last-step-outcome', row: 10 });
    expect(
      problems(
        changed((rows) => {
          rows[10] = {
            ...rows[10],
            arrows: [{ answer: 'done', to: 'upload-bid', outcome: 'completed' }],
          };
        }),
      ),
    ).toContainEqual({ problem: 'no-last-step-outcome', row: 11 });
  });
  test('a way back that comes from nowhere', () => {
    const found = problems(
      changed((rows) => {
        rows[7] = { ...rows[7], arrows: [{ answer: 'yes', to: 'explain-encryption' }] };
        rows[11] = {
          ...rows[11],
          arrows: [{ answer: 'yes', to: 'report-out', outcome: 'completed' }],
        };
      }),
    );
    expect(found).toContainEqual({ problem: 'returns-from-nowhere', row: 9 });
  });
  test('what is no procedure at all', () => {
    expect(problems({ rows: 'none' }).length).toBeGreaterThan(0);
    expect(problems(null)).toEqual([{ problem: 'malformed', at: '' }]);
  });
});
