import type { StaffId, WorkstationId } from '../base/ids.ts';
import { deviationsOf, unsettled } from '../state/deviations.ts';
import { isOpenStage } from '../sop/follow-up.ts';
import { isClockAsked, todayOf } from '../state/office-clock.ts';
import { isOfficeLost } from '../state/office.ts';
import { maySend } from '../contract/permissions.ts';
import { noticeVersion } from '../base/closed-lists.ts';
import { activeService, presentRun, type Visit } from '../state/state.ts';
import { isWaiting } from '../state/place-of.ts';
import { currentProcedures } from '../state/procedures.ts';
import { procedureViews } from './procedure-view.ts';
import { isTrainer, type Role } from '../base/roles.ts';
import {
  buildVisitView,
  deviationView,
  escalationOf,
  escalationView,
  staffName,
  type Seen,
} from './build-visit-view.ts';
import type { ConsoleView, StaffView } from './console-view.ts';
import type { KioskView, OfficeView, ViewClock } from './kiosk-view.ts';
import { textIn } from './person.ts';

/** What a view shows that no fact tells. */
export type Around = {
  readonly clock: ViewClock;
  readonly inService: boolean;
  readonly records: ConsoleView['records'];
  /** Codes of all visits that damaged lines of the records are about. */
  readonly damagedVisits: ReadonlySet<string>;
};

const officeView = ({ settings }: Seen): OfficeView => ({
  ...settings.office,
  calendar: {
    zone: settings.zone,
    hours: settings.hours,
    holidays: settings.holidays,
    specialHours: settings.specialHours,
  },
  retentionYears: settings.retentionYears,
});

const serviceOf = ({ state }: Seen, { inService }: Around): KioskView['service'] =>
  !inService || isOfficeLost(state)
    ? 'out-of-service'
    : state.settings === null
      ? 'not-set-up'
      : 'open';

/** Open visits in the fair order: by check-in. */
const openVisits = ({ state }: Seen): readonly Visit[] =>
  Object.values(state.visits)
    .filter(({ ended }) => ended === null)
    .sort((a, b) => a.ordinal - b.ordinal);

/** What new visits may be about. */
const mattersOf = ({ state }: Seen): KioskView['matters'] =>
  currentProcedures(state.procedures).map(({ document, matter }) => ({
    document: document.no,
    ...matter,
  }));

/** Assistance lasts until the visitor is to report out. */
const isAssisted = (visit: Visit): boolean => presentRun(visit).kind !== 'report-out';

/** What everybody in the room may see: numbers, never names. */
export function buildKioskView(seen: Seen, around: Around, slip: KioskView['slip']): KioskView {
  const visits = openVisits(seen);
  const workstationName = (id: WorkstationId | null): string =>
    seen.settings.workstations.find((one) => one.id === id)?.name ?? '';
  return {
    window: 'kiosk',
    clock: around.clock,
    service: serviceOf(seen, around),
    office: officeView(seen),
    notice: noticeVersion,
    matters: mattersOf(seen),
    board: {
      called: visits
        .filter((visit) => activeService(visit).stage === 'called')
        .map(({ number }) => ({ number, where: seen.settings.desk }))
        .reverse(),
      assisting: visits
        .filter((visit) => visit.workstation !== null && isAssisted(visit))
        .map(({ number, workstation }) => ({ number, where: workstationName(workstation) })),
      waiting: visits.filter((visit) => isWaiting(seen.state, visit) && visit.calls === 0).length,
    },
    slip,
  };
}

const staffViews = (seen: Seen): readonly StaffView[] =>
  Object.values(seen.state.staff).map(({ id, functions }) => ({
    id,
    functions,
    name: staffName(seen, id),
  }));

const trainersOf = (seen: Seen, visits: readonly Visit[]): ConsoleView['trainers'] =>
  staffViews(seen)
    .filter(({ functions }) => isTrainer(functions))
    .map(({ id, name }) => ({
      id,
      name,
      numbers: visits
        .filter((visit) => visit.trainer === id && isAssisted(visit))
        .map(({ number }) => number),
    }));

const workstationsOf = ({ state, settings }: Seen): ConsoleView['workstations'] =>
  settings.workstations.map(({ id, name }) => {
    const use = state.workstations[id as WorkstationId] ?? { visit: null, cleared: true };
    return {
      id,
      name,
      visit: use.visit,
      number: use.visit === null ? null : (state.visits[use.visit]?.number ?? null),
      cleared: use.cleared,
    };
  });

const backupView = (
  { state, personOf }: Seen,
  functions: readonly Role[],
): ConsoleView['backup'] => {
  if (!maySend(functions, 'records.arrange-backup')) return null;
  const { place, keepDays, lastMade, lastFailed } = state.backup;
  return {
    folder: place === null ? null : textIn(personOf, place, 'backup-place', 'folder'),
    keepDays,
    lastMade,
    lastFailed,
  };
};

const clockDoubtView = ({ state, now, settings }: Seen): ConsoleView['clockDoubt'] => {
  const { clock, visits, day } = state;
  if (clock.doubt === null && clock.visits.length === 0) return null;
  return {
    why: clock.doubt?.why ?? null,
    isAsked: isClockAsked(clock),
    today: todayOf(clock, day.date, now.at, settings.zone),
    numbers: clock.visits.flatMap((code) => visits[code]?.number ?? []),
  };
};

/** What staff see. Nobody signed in: the list to choose from, and nothing about any visitor. */
export function buildConsoleView(
  seen: Seen,
  around: Around,
  signedIn: StaffId | null,
): ConsoleView {
  const { state, settings, now } = seen;
  const member = signedIn === null ? undefined : state.staff[signedIn];
  const shell = {
    window: 'console',
    clock: around.clock,
    service: serviceOf(seen, around),
    isSetUp: state.settings !== null || isOfficeLost(state),
    clockDoubt: clockDoubtView(seen),
    office: officeView(seen),
    settings,
    staff: staffViews(seen),
    records: around.records,
  } as const;
  if (member === undefined) {
    return {
      ...shell,
      backup: null,
      erasures: null,
      session: null,
      procedures: [],
      visits: [],
      escalations: [],
      deviations: [],
      workstations: [],
      trainers: [],
    };
  }
  const { functions } = member;
  const visits = openVisits(seen);
  return {
    ...shell,
    backup: backupView(seen, functions),
    erasures: maySend(functions, 'records.list-erasures')
      ? { done: state.erased.length, underWay: Object.keys(state.erasures).length }
      : null,
    session: { staff: { id: member.id, functions, name: staffName(seen, member.id) } },
    procedures: procedureViews(state),
    visits: visits.map((visit) =>
      buildVisitView(seen, visit, functions, around.damagedVisits.has(visit.code)),
    ),
    escalations: Object.values(state.escalations)
      .filter(({ stage }) => isOpenStage(stage))
      .map((escalation) => escalationView(seen, escalation)),
    deviations: Object.values(state.visits).flatMap((visit) =>
      unsettled(deviationsOf(visit, escalationOf(state, visit), now)).map((deviation) =>
        deviationView(seen, visit, deviation),
      ),
    ),
    workstations: workstationsOf(seen),
    trainers: trainersOf(seen, visits),
  };
}
