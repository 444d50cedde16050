import { revision00 } from '../sop/btg-006/revision-00.ts';
import { chartOfProcedure, type VisitChart } from '../sop/chart.ts';
import type { Procedure } from '../sop/definition.ts';
import { plainMatter } from '../sop/plain-matter/plain-matter.ts';

/** Definitions by document and revision: those that ship with the program, and those that facts have adopted. */
export type Procedures = {
  /** By `document revision`. */
  readonly adopted: Readonly<Record<string, Procedure>>;
  /** Under which revision new visits of a document begin; the documents in the order in which they were first adopted. */
  readonly current: Readonly<Record<string, string>>;
};

/** Names one definition. */
export type ProcedureKey = { readonly document: string; readonly revision: string };

/** What names a definition. */
export function keyOf({ document }: Procedure): ProcedureKey {
  return { document: document.no, revision: document.revision };
}

export const emptyProcedures: Procedures = { adopted: {}, current: {} };

const shipped: readonly Procedure[] = [revision00, plainMatter];

function nameOf({ document, revision }: ProcedureKey): string {
  return `${document} ${revision}`;
}

/** The definition of that name, or null. */
export function findProcedure({ adopted }: Procedures, key: ProcedureKey): Procedure | null {
  const known = Object.hasOwn(adopted, nameOf(key)) ? adopted[nameOf(key)] : undefined;
  return (
    known ??
    shipped.find(
      ({ document }) => document.no === key.document && document.revision === key.revision,
    ) ??
    null
  );
}

/** The definition under which a service began, and so ends. An unknown one is a bug and throws. */
export function procedureOf(procedures: Procedures, key: ProcedureKey): Procedure {
  const procedure = findProcedure(procedures, key);
  if (procedure === null) throw new Error(`No procedure ${nameOf(key)}`);
  return procedure;
}

/** The chart under which a service began. */
export function chartOf(procedures: Procedures, key: ProcedureKey): VisitChart {
  return chartOfProcedure(procedureOf(procedures, key));
}

/** The definitions under which new visits begin, one a document; before any was adopted, the SOP that ships. */
export function currentProcedures(procedures: Procedures): readonly Procedure[] {
  const current = Object.entries(procedures.current);
  if (current.length === 0) return [revision00];
  return current.map(([document, revision]) => procedureOf(procedures, { document, revision }));
}

/** Is this definition, to the letter, the one under which new visits of its document begin? */
export function isCurrent(procedures: Procedures, procedure: Procedure): boolean {
  const { no, revision } = procedure.document;
  const known =
    procedures.current[no] === revision
      ? procedures.adopted[nameOf({ document: no, revision })]
      : undefined;
  return known !== undefined && JSON.stringify(known) === JSON.stringify(procedure);
}

/** The definition that the product ships: what an office begins with. */
export const shippedProcedure: Procedure = revision00;

/** After a definition was adopted. */
export function withAdopted({ adopted, current }: Procedures, definition: Procedure): Procedures {
  const { no: document, revision } = definition.document;
  return {
    adopted: { ...adopted, [nameOf({ document, revision })]: definition },
    current: { ...current, [document]: revision },
  };
}
