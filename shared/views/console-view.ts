import type { Answer, Bilingual, Demand, StepId } from '../sop/definition.ts';
import type { Offers } from '../sop/chart.ts';
import type { FollowUpAct } from '../sop/follow-up-acts.ts';
import type { Kind, Stage } from '../sop/kinds.ts';
import type { ProcedureView } from './procedure-view.ts';
import type {
  Cause,
  ContactWay,
  DeviationKind,
  EscalationStage,
  Language,
  ProblemCategory,
} from '../base/closed-lists.ts';
import type { ClockDoubt } from '../base/closed-lists.ts';
import type { Role } from '../base/roles.ts';
import type { Settings } from '../settings/settings.ts';
import type { GuestBookView } from './guest-book-view.ts';
import type { OfficeView, ViewClock } from './kiosk-view.ts';

/**
 * One running or stopped clock. `elapsedMs` is as of the view's clock; while `running` a window adds the time since.
 * A clock has a norm, a target (may be missed and owes nothing), or neither.
 */
export type ClockView = {
  readonly name: 'waiting' | 'waiting-for-trainer' | 'service' | 'call' | 'report' | 'in-room';
  readonly elapsedMs: number;
  readonly running: boolean;
  readonly limitMs: number | null;
  readonly limit: 'norm' | 'target' | null;
  /** True when the wall clock was moved while this clock had to rely on it. */
  readonly uncertain: boolean;
};

/** One attempt at a step. */
export type RunView = {
  readonly attempt: number;
  readonly startedAt: number | null;
  readonly elapsedMs: number | null;
  readonly running: boolean;
  readonly answer: Answer | null;
  readonly by: string | null;
  readonly cause: Cause | null;
  /** Taken back by an undo, or left by a jump: on record, not on the path. */
  readonly undone: boolean;
};

export type PathStep = {
  readonly no: number;
  readonly id: StepId;
  readonly kind: Kind;
  readonly short: Bilingual;
  /** Assistance has begun by this step: its track is drawn. */
  readonly isAccompanied: boolean;
  readonly state: 'done' | 'present' | 'ahead' | 'not-taken';
  readonly over: boolean;
  readonly normMs: number | null;
  readonly runs: readonly RunView[];
};

export type DeviationView = {
  readonly id: string;
  readonly visit: string;
  readonly number: string;
  readonly company: string;
  readonly kind: DeviationKind;
  readonly step: StepId;
  readonly short: Bilingual;
  readonly no: number;
  readonly attempt: number;
  readonly actualMs: number | null;
  readonly normMs: number | null;
  /** Grows while the step still runs. */
  readonly running: boolean;
  /** Name of who owes the note. */
  readonly owedBy: string;
  readonly cause: Cause | null;
  readonly why: string;
  readonly remedy: string;
  readonly returnedBecause: string;
  readonly status: 'owed' | 'noted' | 'accepted' | 'returned';
  /** Put right later (the telephone confirmation came): stays on record as mended. */
  readonly mended: boolean;
};

export type EscalationView = {
  readonly id: string;
  readonly visit: string;
  readonly number: string;
  readonly company: string;
  readonly phone: string;
  readonly stage: EscalationStage;
  readonly document: string;
  readonly revision: string;
  readonly stageWords: Bilingual;
  /** What can be done about it now. */
  readonly acts: readonly FollowUpAct[];
  readonly problem: string;
  readonly draftedAt: number;
  readonly channel: string;
  readonly ticket: string;
  readonly sentAt: number | null;
  readonly confirmedAt: number | null;
  readonly spokeWith: string;
  readonly answeredAt: number | null;
  readonly answerText: string;
  readonly contactedAt: number | null;
  readonly contactWay: ContactWay | null;
  readonly contactNote: string;
  readonly reason: string;
};

export type VisitView = GuestBookView & {
  readonly code: string;
  readonly number: string;
  readonly column: 'waiting' | 'desk' | 'assistance' | 'report-out';
  readonly checkedInAt: number;
  /** Sum of the norms of the shortest way that remains, for the deadline. */
  readonly normsLeftMs: number;
  readonly language: Language;
  readonly document: string;
  readonly revision: string;
  /** Where the visit is; what kind of step that is, and in which part of it. */
  readonly step: StepId;
  readonly kind: Kind;
  readonly no: number;
  readonly attempt: number;
  readonly phase: Stage;
  readonly calls: number;
  /** What the chart offers here besides answers. */
  readonly offers: Omit<Offers, 'answers'>;
  /** What the step demands with its answer. */
  readonly demands: readonly Demand[];
  /** The step's output is shown by a receipt. */
  readonly wantsReceipt: boolean;
  /** The step to which a solved problem returns. */
  readonly returnsTo: StepId | null;
  /** The answers that the chart offers now, with the number of the step each leads to (null: the visit ends). */
  readonly answers: readonly { readonly answer: Answer; readonly nextNo: number | null }[];
  /** May the person signed in close this step? */
  readonly mayAnswer: boolean;
  readonly expectedOutcome: {
    readonly words: Bilingual;
    readonly counts: 'done' | 'advised' | 'outside' | 'left';
  } | null;
  /** The clock of the present step is first, the clock of the whole stay last. */
  readonly clocks: readonly ClockView[];
  readonly path: readonly PathStep[];
  readonly trainer: { readonly id: string; readonly name: string } | null;
  readonly workstation: { readonly id: string; readonly name: string } | null;
  readonly credentialsTicked: boolean;
  readonly notes: readonly { readonly at: number; readonly by: string; readonly text: string }[];
  readonly problems: readonly {
    readonly attempt: number;
    readonly category: ProblemCategory;
    readonly description: string;
    readonly unitAsked: string;
    readonly remedy: string;
  }[];
  readonly deviations: readonly DeviationView[];
  readonly escalation: EscalationView | null;
  readonly linkedTo: string | null;
  readonly slip: 'saving' | 'saved' | 'failed';
  /** Checked in while the clock was in doubt, and nobody has said yet on which day. */
  readonly isDayDoubtful: boolean;
  readonly mayUndo: boolean;
  /** A damaged line of the records is about this visit. */
  readonly isDamaged: boolean;
};

export type StaffView = {
  readonly id: string;
  readonly name: string;
  /** At least one. */
  readonly functions: readonly Role[];
};

/** All that the staff's window may know. Nobody signed in: no visit, no name of a visitor. */
export type ConsoleView = {
  readonly window: 'console';
  readonly clock: ViewClock;
  readonly service: 'open' | 'not-set-up' | 'out-of-service';
  /** False before first start is through. */
  readonly isSetUp: boolean;
  readonly office: OfficeView;
  readonly settings: Settings;
  readonly staff: readonly StaffView[];
  readonly session: { readonly staff: StaffView } | null;
  /** The words of every procedure that is shown. */
  readonly procedures: readonly ProcedureView[];
  /** Fair order: by check-in. */
  readonly visits: readonly VisitView[];
  /** Escalations not closed yet. */
  readonly escalations: readonly EscalationView[];
  /** Owed, noted or returned; accepted ones are in the register. */
  readonly deviations: readonly DeviationView[];
  readonly workstations: readonly {
    readonly id: string;
    readonly name: string;
    readonly visit: string | null;
    readonly number: string | null;
    readonly cleared: boolean;
  }[];
  readonly trainers: readonly {
    readonly id: string;
    readonly name: string;
    readonly numbers: readonly string[];
  }[];
  /** The daily backup, for those who answer for the records; null for everybody else. */
  readonly backup: {
    /** Null: none is arranged. */
    readonly folder: string | null;
    readonly keepDays: number;
    readonly lastMade: number | null;
    /** When the day's backup last failed, if none was made since. */
    readonly lastFailed: number | null;
  } | null;
  /** The machine's clock, where it is in doubt or was; null: it is believed. */
  readonly clockDoubt: {
    /** Null: it is believed again, and only some visits have no day yet. */
    readonly why: ClockDoubt | null;
    /** False: somebody has said which day it is, and the clock is still to be set right. */
    readonly isAsked: boolean;
    /** The day that the office goes by meanwhile, `YYYY-MM-DD`. */
    readonly today: string;
    /** Numbers of the visits whose day is to be told. */
    readonly numbers: readonly string[];
  } | null;
  /** How many erasures are on record, for those who answer for the records; null for everybody else. */
  readonly erasures: { readonly done: number; readonly underWay: number } | null;
  /** What start-up found in the records, for the administrator. */
  readonly records: {
    readonly state: 'whole' | 'checking' | 'torn-tail-set-aside' | 'damaged';
    readonly lines: number;
    /** The first few places, `journal/000001.jsonl:12`, and how many there are; `records verify` names them all. */
    readonly damaged: { readonly places: readonly string[]; readonly count: number };
    /** The first few of the visits that damaged lines are about, open ones first: to be checked and closed by hand. */
    readonly visits: { readonly codes: readonly string[]; readonly count: number };
    /** What was lost at the journal's end lately: how many lines, and when that was found. Null: nothing. */
    readonly lost: { readonly count: number; readonly at: number } | null;
    /** Files of the records that others on this machine may read, and that are not this program's to close. */
    readonly exposed: number;
    /**
     * Why nothing can be recorded, where it is not the disk. `not-ours`: the data folder was moved or removed, or its lock
     * was. `office-lost`: the journal is gone with the office's settings. `odd-file`: something else stands under the name of a
     * file of ours, the first of the damaged places.
     */
    readonly trouble: 'not-ours' | 'office-lost' | 'odd-file' | null;
    /** The data folder lies on a network share, where no flush and no lock can be relied upon. */
    readonly onNetwork: boolean;
  };
};
