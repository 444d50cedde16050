import * as fc from 'fast-check';
import { expect } from 'vitest';
import { adoptAtStart } from '../../../main/app/office/adopt.ts';
import { checkProcedure } from '../../../shared/state/check-procedure.ts';
import { definitionProblemSentence } from '../../../shared/text/procedures.ts';
import { guestBookA, must, openReadyOffice } from '../../office.ts';
import { seededChance } from '../../bench/seeded-chance.ts';
import { generatedDefinition } from './definitions.ts';
import { walkVisit } from './random-visit.ts';

/**
 * Generated definitions are refused, each with its row and a sentence, or carry their visits to an end.
 * @returns how many were worked by, and how many refused
 */
export async function checkGenerated(
  definitions: number,
  visits: number,
  seed: number,
): Promise<{ readonly worked: number; readonly refused: number }> {
  const counts = { worked: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(generatedDefinition, fc.nat(), async (definition, dice) => {
      const checked = checkProcedure(definition);
      if (!checked.ok) {
        counts.refused += 1;
        expect(checked.problems.length).toBeGreaterThan(0);
        for (const problem of checked.problems)
          for (const language of ['id', 'en'] as const)
            expect(definitionProblemSentence(language, problem).length).toBeGreaterThan(15);
        return;
      }
      counts.worked += 1;
      const office = await openReadyOffice({ isWatched: false });
      await adoptAtStart(office.core, [checked.procedure]);
      const chance = seededChance(dice);
      for (let visit = 0; visit < visits; visit += 1) {
        const { visit: code } = await must(
          office.kiosk('visit.check-in', {
            matter: checked.procedure.document.no,
            guestBook: { ...guestBookA, deadline: '' },
            language: 'id',
            notice: 1,
            fillingMs: 60_000,
          }),
        );
        expect(await walkVisit(office, code, (sides) => chance.below(sides))).toEqual([]);
      }
      expect(office.reported).toEqual([]);
    }),
    { numRuns: definitions, seed },
  );
  return counts;
}
