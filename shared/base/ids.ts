declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The permanent code of a visit, 7 symbols and a check symbol, written `7K3M-9QXA`; also its id in every record. */
export type VisitCode = Branded<'VisitCode'>;
/** The number of the day, for calling: `A012`. */
export type DayNumber = Branded<'DayNumber'>;
export type CommandId = Branded<'CommandId'>;
export type RunId = Branded<'RunId'>;
export type StaffId = Branded<'StaffId'>;
export type WorkstationId = Branded<'WorkstationId'>;
/** `E-0021`: escalations are counted through, without a gap. */
export type EscalationId = Branded<'EscalationId'>;
/** Names one record of the people file. */
export type PersonId = Branded<'PersonId'>;
export type ErasureId = Branded<'ErasureId'>;
/** 128 random bits, 32 hex digits: which journal of all this is, for good. */
export type JournalId = Branded<'JournalId'>;
/** 128 random bits, 32 hex digits, anew at each restore: original and copy are never taken for one. */
export type BranchId = Branded<'BranchId'>;
/** A journal's own name, as its headers bear it. */
export type JournalIdentity = { readonly id: JournalId; readonly branch: BranchId };
/** `step#attempt:kind`, unique within its visit. */
export type DeviationId = Branded<'DeviationId'>;
