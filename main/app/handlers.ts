import type { VisitCode } from '../../shared/base/ids.ts';
import { recordEach, type Handlers } from '../engine/handlers.ts';
import { makeRecordHandlers, type RecordParts } from '../records/record-handlers.ts';
import { makeReportHandlers, type ReportParts } from '../reports/report-handlers.ts';
import { deviationCommands } from './deviation/deviations.ts';
import { escalationCommands } from './escalation/escalations.ts';
import { makeOfficeHandlers } from './office/office-handlers.ts';
import { queueCommands } from './queue/waiting.ts';
import type { Pins } from '../ports.ts';
import { makePinTurn } from './staff/pin-turn.ts';
import { takeOn } from './staff/staff.ts';
import { makeStaffHandlers, type StaffParts } from './staff/staff-handlers.ts';
import { visitCommands } from './visit/visit-commands.ts';

export type HandlerParts = Omit<StaffParts, 'pinTurn'> &
  ReportParts &
  RecordParts & {
    readonly pins: Pins;
    /** A visit checked in: its slip is to be made. */
    readonly checkedIn: (code: VisitCode, ahead: number) => void;
  };

/** The tables of all rooms that answer messages, joined: every message of the contract has its line in one of them. */
export function makeHandlers(parts: HandlerParts): Handlers {
  const { core } = parts;
  const pinTurn = makePinTurn(parts.pins);
  const visit = recordEach(core, visitCommands);
  return {
    ...visit,
    'visit.check-in': async (args, caller) => {
      const result = await visit['visit.check-in'](args, caller);
      if (result.ok) parts.checkedIn(result.value.visit as VisitCode, result.value.ahead);
      return result;
    },
    ...recordEach(core, queueCommands),
    ...recordEach(core, deviationCommands),
    ...recordEach(core, escalationCommands),
    ...makeOfficeHandlers(core, (members) => takeOn(core, pinTurn, members)),
    ...makeStaffHandlers({ ...parts, pinTurn }),
    ...makeReportHandlers(parts),
    ...makeRecordHandlers(parts),
  };
}
