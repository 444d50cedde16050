import type { Finding } from '../../../main/storage/journal/findings.ts';
import type { TestOffice } from '../../office.ts';
import type { Folder } from './folder-lines.ts';
import type { Kept } from './ledger.ts';
import type { Balance } from './lost.ts';

export const folder = '/data';

/** What a start found, and how the folder lay before it and lies now. */
export type Look = {
  readonly before: Folder;
  readonly after: Folder;
  readonly office: TestOffice;
  /** The facts that count, as text: in the folder as the start found it, and once the program runs. */
  readonly restored: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  /** What the start said, and the verification beside the program. */
  readonly atStart: readonly Finding[];
  readonly verified: readonly Finding[];
  readonly balance: Balance;
};

/** Findings that say of something that it may be lost. */
export function serious(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ kind }) => kind !== 'torn');
}
export function allFound({ atStart, verified }: Look): readonly Finding[] {
  return [...atStart, ...verified];
}

export function named({ kind, place }: Finding): string {
  return `${kind} ${place}`;
}
export function allNamed(findings: readonly Finding[]): string {
  return `[${findings.slice(0, 12).map(named).join(', ')}]`;
}
export function what({ fact }: Kept): string {
  return `${fact.seq} ${fact.type}${fact.visit === null ? '' : ` of ${fact.visit}`}`;
}
export function listed(kept: readonly Kept[]): string {
  return `${kept.slice(0, 4).map(what).join(', ')}${kept.length > 4 ? ` and ${kept.length - 4} more` : ''}`;
}
