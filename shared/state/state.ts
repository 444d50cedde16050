import type {
  CommandId,
  DeviationId,
  ErasureId,
  EscalationId,
  JournalIdentity,
  StaffId,
  VisitCode,
  WorkstationId,
} from '../base/ids.ts';
import type { Settings } from '../settings/settings.ts';
import type { Answer, Outcome, StepId } from '../sop/definition.ts';
import type { Actor, ErasedRecord, Fact, PersonRef } from '../facts/facts.ts';
import type { Evidence, Place } from '../sop/definition.ts';
import type { Kind } from '../sop/kinds.ts';
import type { At } from '../sop/places.ts';
import { emptyProcedures, type Procedures } from './procedures.ts';
import { emptyOfficeClock, type OfficeClock } from './office-clock.ts';
import type { Staff } from './staff-members.ts';
import { emptyTimeline, type Moment, type Timeline } from '../base/timeline.ts';
import type {
  Cause,
  ContactWay,
  DeviationKind,
  ErasureReason,
  EscalationStage,
  Language,
  ProblemCategory,
} from '../base/closed-lists.ts';

/** One attempt at a step. */
export type Run = {
  /** Which of the visit's services it belongs to. */
  readonly service: number;
  readonly step: StepId;
  /** What the definition says of the step, as it was when the attempt began: nothing later changes what is owed for it. */
  readonly no: number;
  readonly kind: Kind;
  readonly normMs: number | null;
  readonly evidence: Evidence | null;
  /** 1, 2, …: counted per step through the whole visit, also over undone ones, so that it names the attempt for ever. */
  readonly attempt: number;
  /** Null while the step waits for its beginning or its call. */
  readonly startedAt: Moment | null;
  readonly endedAt: Moment | null;
  readonly answer: Answer | null;
  /** Who began it, where beginning is an act of its own; else who closed it. */
  readonly by: StaffId | null;
  readonly cause: Cause | null;
  /** What was handed over as proof, where the step's output is shown by a receipt. */
  readonly receipt: PersonRef | null;
  /** `undone`: an answer before it was taken back. `overridden`: left by a jump outside the arrows. */
  readonly left: 'undone' | 'overridden' | null;
};

export type DeviationKey = {
  readonly step: StepId;
  readonly attempt: number;
  readonly kind: DeviationKind;
};
export type Accountability = {
  readonly cause: Cause;
  readonly note: PersonRef;
  readonly status: 'noted' | 'accepted' | 'returned';
  readonly returnedBecause: PersonRef | null;
};

/** One matter of a visit under one document and revision, and where it is on that chart. */
export type Service = At & {
  readonly document: string;
  readonly revision: string;
  /** The step in which it is reported out. */
  readonly lastStep: StepId;
  /** The places before, latest last: where an undo goes back to. */
  readonly before: readonly Place[];
};

export type Visit = {
  readonly code: VisitCode;
  readonly ordinal: number;
  readonly number: string;
  /** The office's date on which the number was issued. */
  readonly day: string;
  /** What the visitor came for, in order; one is active at a time (SOP.md, ruling 8). */
  readonly services: readonly [Service, ...Service[]];
  readonly active: number;
  readonly language: Language;
  readonly notice: number;
  readonly guestBook: PersonRef;
  readonly userIdGiven: boolean;
  /** The User ID completed by the desk. */
  readonly userId: PersonRef | null;
  readonly deadline: number | null;
  readonly fillingMs: number;
  readonly checkedInAt: Moment;
  readonly calls: number;
  /** Every attempt in order; the last is the present one while the visit is open. */
  readonly runs: readonly Run[];
  readonly trainer: StaffId | null;
  readonly workstation: WorkstationId | null;
  readonly credentialsTicked: boolean;
  readonly notes: readonly {
    readonly at: number;
    readonly by: StaffId | null;
    readonly text: PersonRef;
  }[];
  readonly problems: readonly {
    readonly attempt: number;
    readonly category: ProblemCategory;
    readonly text: PersonRef;
  }[];
  readonly accountability: Readonly<Record<DeviationId, Accountability>>;
  readonly escalation: EscalationId | null;
  readonly linkedTo: VisitCode | null;
  readonly slip: 'saving' | 'saved' | 'failed';
  /** The person's data were erased; what was counted stays. */
  readonly erased: boolean;
  /** Checked in while the clock was in doubt, and nobody has said yet on which day. */
  readonly isDayDoubtful: boolean;
  readonly ended: {
    readonly outcome: Outcome;
    readonly at: Moment;
    readonly reason: PersonRef | null;
    /** `left-unreported`: clocks stopped at closing time; no leaving time is invented. */
    readonly clocksStoppedAt: number | null;
  } | null;
};

export type Escalation = {
  readonly id: EscalationId;
  readonly visit: VisitCode;
  /** The definition that says what becomes of it: the visit's, since it outlives the visit. */
  readonly document: string;
  readonly revision: string;
  readonly stage: EscalationStage;
  readonly draftedAt: Moment;
  readonly channel: string;
  readonly ticket: string;
  readonly sentAt: number | null;
  /** When it was confirmed by telephone, as told, and when that was recorded. */
  readonly confirmed: {
    readonly at: number;
    readonly recorded: Moment;
    readonly note: PersonRef;
  } | null;
  readonly answered: { readonly at: number; readonly text: PersonRef } | null;
  readonly contacted: {
    readonly at: number;
    readonly way: ContactWay;
    readonly note: PersonRef;
  } | null;
  readonly reason: PersonRef | null;
};

/** An erasure that was decided and is not known to be done. */
export type Erasure = {
  readonly at: number;
  readonly because: ErasureReason;
  readonly visits: readonly VisitCode[];
  readonly records: readonly ErasedRecord[];
};
/** An erasure that is done, without its records. */
export type DoneErasure = {
  readonly id: ErasureId;
  readonly at: number;
  readonly because: ErasureReason;
  readonly visits: number;
  readonly records: number;
};

/** The daily backup, and how the last ones went. */
export type BackupState = {
  /** Record with the folder's path; null: none was arranged. */
  readonly place: PersonRef | null;
  readonly keepDays: number;
  readonly lastMade: number | null;
  /** Since the last one that was made. */
  readonly lastFailed: number | null;
  /** Every folder that ever got one, by record: erasures are told there too. */
  readonly places: readonly PersonRef[];
};

/** How a workstation was left: `cleared` is false from the moment a visit used it until somebody confirmed the clearing. */
export type WorkstationUse = { readonly visit: VisitCode | null; readonly cleared: boolean };

/** Lines at the journal's end that could not be read at a start. */
export type Loss = {
  readonly at: number;
  readonly lost: number;
  readonly kinds: readonly string[];
  readonly places: readonly string[];
};

/** What the journal tells of a command that was answered: the visit it made or touched, who sent it, its first fact. */
export type KnownCommand = {
  readonly id: CommandId;
  readonly visit: VisitCode | null;
  readonly actor: Actor['kind'];
  readonly type: Fact['type'];
};

/** Zone and computers as they were until a change. */
export type EarlierSettings = Pick<Settings, 'zone' | 'workstations'> & {
  /** Wall clock of the change. */
  readonly until: number;
};

/**
 * What the application decides on, made from facts alone. It holds what is live: open visits, those of the day, those
 * with something owed. The rest is in the journal, and in the register when asked for.
 */
export type State = {
  readonly seq: number;
  /** The journal's own name, as it was told last. Null: not yet, its visit codes are those of before. */
  readonly journal: JournalIdentity | null;
  readonly timeline: Timeline;
  readonly settings: Settings | null;
  readonly procedures: Procedures;
  /** What is told of the settings so far, while sections that every office has are lacking. */
  readonly settingsBegun: Partial<Settings>;
  /** What past visits are told by, from before it was changed; oldest first. */
  readonly earlierSettings: readonly EarlierSettings[];
  readonly staff: Staff;
  readonly visits: Readonly<Record<VisitCode, Visit>>;
  readonly escalations: Readonly<Record<EscalationId, Escalation>>;
  readonly workstations: Readonly<Record<WorkstationId, WorkstationUse>>;
  readonly lastOrdinal: number;
  readonly lastEscalation: number;
  /** The day of the last number issued, and how many of that day were. */
  readonly day: { readonly date: string; readonly count: number };
  /** How many numbers were issued on other days lately: the clock may come back to one. */
  readonly earlierDays: Readonly<Record<string, number>>;
  readonly clock: OfficeClock;
  /** Lines behind the last check-in, or the last `damage.found`, that could not be read. */
  readonly unread: number;
  /** So many numbers and codes were lost since the last check-in, none of them on a day behind `until`: they are passed over. */
  readonly passedOver: { readonly count: number; readonly until: string };
  /** What was lost of the journal's end, lately: told for good. */
  readonly losses: readonly Loss[];
  readonly erasures: Readonly<Record<ErasureId, Erasure>>;
  /** Erasures that are done, latest last. */
  readonly erased: readonly DoneErasure[];
  readonly backup: BackupState;
  /** Commands answered lately, latest last: a repeated id gets its first answer, where it is the same command. */
  readonly commands: readonly KnownCommand[];
};

export const emptyState: State = {
  seq: 0,
  journal: null,
  timeline: emptyTimeline,
  settings: null,
  procedures: emptyProcedures,
  settingsBegun: {},
  earlierSettings: [],
  staff: {},
  visits: {},
  escalations: {},
  workstations: {},
  lastOrdinal: 0,
  lastEscalation: 0,
  day: { date: '', count: 0 },
  earlierDays: {},
  clock: emptyOfficeClock,
  unread: 0,
  passedOver: { count: 0, until: '' },
  losses: [],
  erasures: {},
  erased: [],
  backup: { place: null, keepDays: 30, lastMade: null, lastFailed: null, places: [] },
  commands: [],
};

/** The service that is being given. */
export function activeService({ services, active }: Visit): Service {
  return services[active] ?? services[0];
}

/** The present attempt of an open visit. A visit without any is a bug and throws. */
export function presentRun(visit: Visit): Run {
  const run = visit.runs[visit.runs.length - 1];
  if (!run) throw new Error(`Visit ${visit.code} has no step`);
  return run;
}

export function deviationId({ step, attempt, kind }: DeviationKey): DeviationId {
  return `${step}#${attempt}:${kind}` as DeviationId;
}
