import { revision00 } from '../sop/btg-006/revision-00.ts';
import { makeVisitChart, type VisitChart } from '../sop/chart.ts';
import type { Procedure } from '../sop/definition.ts';
import type { Visit } from './state.ts';

const revisions: readonly Procedure[] = [revision00];

/** The procedure under which a visit began, and so ends. An unknown revision is a bug and throws. */
export function procedureOf(revision: string): Procedure {
  const procedure = revisions.find((candidate) => candidate.revision === revision);
  if (!procedure) throw new Error(`No procedure of revision ${revision}`);
  return procedure;
}

/** The revision under which new visits begin. */
export const currentProcedure: Procedure = revision00;

const charts = new Map<string, VisitChart>();
/** The chart of the revision under which a visit began. */
export function chartOf({ revision }: Pick<Visit, 'revision'>): VisitChart {
  const chart = charts.get(revision) ?? makeVisitChart(procedureOf(revision));
  charts.set(revision, chart);
  return chart;
}
