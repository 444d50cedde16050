import type { StampedFact } from '../../../shared/facts/facts.ts';
import { textOfFact } from './folder-lines.ts';

/** A fact that was acknowledged. */
export type Kept = {
  readonly fact: StampedFact;
  readonly text: string;
  /** Something of the folder had been damaged before. */
  readonly isAfterDamage: boolean;
  /** Two programs wrote at once: the number of that time, else null. Of what they wrote one side cannot count. */
  readonly twins: number | null;
};

/**
 * All that was acknowledged in a history: facts as they were flushed, and what was told at a window. What was lost so that
 * nothing in the folder can know of it is let go.
 */
export function openLedger() {
  const kept = new Map<string, Kept>();
  /** Each with the fact that it is about: one that is let go was no promise. */
  let problems: { readonly says: string; readonly against: string | null }[] = [];
  const commands = new Set<string>();

  const clash = (one: Kept, isSame: (other: StampedFact) => boolean): Kept | undefined => {
    const same = [...kept.values()].filter(
      (other) =>
        other.text !== one.text &&
        (other.twins === null || other.twins !== one.twins) &&
        isSame(other.fact),
    );
    return same.find(({ twins }) => twins === null) ?? same[0];
  };
  const after = ({ twins }: Kept): string =>
    twins === null ? '' : ', which one of two programs had written';

  const judge = (one: Kept): void => {
    const { fact } = one;
    const taken = clash(one, ({ seq }) => seq === fact.seq);
    // Where two programs wrote, numbers of the sequence stand twice already; what visitors were told must not.
    if (taken !== undefined && taken.twins === null)
      problems.push({
        says: `number of the sequence: ${fact.seq} stands for an acknowledged ${taken.fact.type}, and now for a ${fact.type}`,
        against: taken.text,
      });
    if (fact.type !== 'visit.checked-in') return;
    const sameCode = clash(
      one,
      (other) => other.type === 'visit.checked-in' && other.visit === fact.visit,
    );
    if (sameCode !== undefined)
      problems.push({
        says: `visit code: ${fact.visit} was given to an earlier visitor${after(sameCode)}, and now to another`,
        against: sameCode.text,
      });
    const sameNumber = clash(
      one,
      (other) =>
        other.type === 'visit.checked-in' &&
        other.data.day === fact.data.day &&
        other.data.number === fact.data.number,
    );
    if (sameNumber !== undefined)
      problems.push({
        says: `day number: ${fact.data.number} was given on ${fact.data.day}${after(sameNumber)}, and now again`,
        against: sameNumber.text,
      });
  };

  return {
    /** What an office flushed. */
    acknowledged: (
      facts: readonly StampedFact[],
      isAfterDamage: boolean,
      twins: number | null,
    ): void => {
      for (const fact of facts) {
        const one = { fact, text: textOfFact(fact), isAfterDamage, twins };
        judge(one);
        kept.set(one.text, one);
        if (fact.command !== null) commands.add(fact.command);
      }
    },
    /** What somebody was told is done. */
    told: (command: string): void => {
      if (!commands.has(command))
        problems.push({
          says: `told: ${command} was answered as done, and was never flushed`,
          against: null,
        });
    },
    /** Nothing in the folder can know of it any more: what comes later may stand in its place. */
    letGo: ({ text }: Kept): void => void kept.delete(text),
    kept: (): readonly Kept[] => [...kept.values()],
    /** What went against the word so far, once. */
    problems: (): readonly string[] => {
      const told = problems
        .filter(({ against }) => against === null || kept.has(against))
        .map(({ says }) => says);
      problems = [];
      return told;
    },
  };
}
export type Ledger = ReturnType<typeof openLedger>;
