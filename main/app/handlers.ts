import type { Handlers } from '../engine/serve.ts';
import type { ArgsOf, Message } from '../../shared/contract/contract.ts';
import type { CommandId, StaffId, VisitCode } from '../../shared/base/ids.ts';
import type { ConsoleMessage } from '../../shared/contract/message-names.ts';
import type { Actor } from '../../shared/facts/facts.ts';
import { maySend, type OpenMessage } from '../../shared/contract/permissions.ts';
import type { State } from '../../shared/state/state.ts';
import type { Moment } from '../../shared/base/timeline.ts';
import { accepted, refused, type Result } from '../../shared/base/result.ts';
import type { RecordKeeping } from '../records/record-keeping.ts';
import { registerText } from '../../shared/text/register.ts';
import { parseVisitCode } from '../../shared/base/visit-code.ts';
import { rowMatches } from '../../shared/views/register-row.ts';
import { textIn } from '../../shared/views/person.ts';
import type { Clock, Decided, Pins } from '../ports.ts';
import { decideClockAnswer } from './office/clock-answer.ts';
import { decideSettings } from './office/settings.ts';
import { decideCallTrainer, decideLink, decideNote, decideTick } from './visit/assistance.ts';
import { checkedInAgain, decideCheckIn } from './visit/check-in.ts';
import type { Core } from '../engine/decision.ts';
import {
  decideDeviationAccept,
  decideDeviationNote,
  decideDeviationReturn,
} from './deviation/deviations.ts';
import { decideClose, decideReportOut, reportedOutAgain } from './visit/ends.ts';
import {
  decideAnswered,
  decideConfirm,
  decideContact,
  decideEscalationClose,
  decideSend,
} from './escalation/escalations.ts';
import type { Exports } from '../reports/exports.ts';
import { registerCsv, type Register } from '../reports/register/register.ts';
import type { Session } from '../engine/session.ts';
import { signOut } from './staff/sign-out.ts';
import { decideAddStaff, decideSetUp, hashMembers, signIn } from './staff/staff.ts';
import { decideAnswer, decideOverride, decideUndo } from './visit/steps.ts';
import { decideBegin, decideCall, decideNoShow } from './queue/waiting.ts';

export type HandlerParts = {
  readonly core: Core;
  readonly session: Session;
  readonly register: Register;
  readonly pins: Pins;
  readonly clock: Clock;
  readonly exported: Exports;
  readonly keeping: RecordKeeping;
  readonly chooseFolder: () => Promise<string | null>;
  /** A visit checked in: its slip is to be made. */
  readonly checkedIn: (code: VisitCode, ahead: number) => void;
  /** Somebody signed in or out: the console shows something else. */
  readonly sessionChanged: () => void;
};

type StaffMessage = Exclude<ConsoleMessage, OpenMessage>;
type CommandMessage = Exclude<
  StaffMessage,
  | 'register.search'
  | 'register.export'
  | 'backup.choose-folder'
  | 'backup.arrange'
  | 'backup.make'
  | 'erasure.list'
  | 'erasure.read'
>;
type Decide<M extends Message> = (
  args: ArgsOf<M>,
  actor: Actor,
  state: State,
  now: Moment,
) => Result<Decided<null>>;

export function makeHandlers(parts: HandlerParts): Handlers {
  const { core, session, register, pins, exported, clock, keeping, checkedIn, sessionChanged } =
    parts;
  const { recorder, people } = core;

  /** Who is signed in, if that person may send this message. */
  const staffFor = (message: StaffMessage): Result<StaffId> => {
    const id = session.staff();
    const member = id === null ? undefined : recorder.state().staff[id];
    if (member === undefined) return refused('not-signed-in');
    session.touch(clock.now().mono);
    return maySend(member.role, message) ? accepted(member.id) : refused('not-your-role');
  };

  /** A command of somebody signed in, that answers nothing but that it is done. */
  const command =
    <M extends CommandMessage>(message: M, decide: Decide<M>) =>
    async (args: ArgsOf<M>): Promise<Result<null>> => {
      const id = staffFor(message);
      if (!id.ok) return id;
      const actor: Actor = { kind: 'staff', id: id.value };
      const { commandId } = args as { readonly commandId: string };
      return recorder.run({
        actor,
        command: commandId as CommandId,
        again: () => null,
        decide: (state, now) => decide(args, actor, state, now),
      });
    };

  return {
    'kiosk.check-in': async (args) => {
      const result = await recorder.run({
        actor: { kind: 'kiosk' },
        command: args.commandId as CommandId,
        decide: (state, now) => decideCheckIn(core, args, state, now),
        again: (visit) =>
          checkedInAgain(
            recorder.state(),
            visit,
            textIn(people.get, visit?.guestBook ?? null, 'company'),
          ),
      });
      if (result.ok) checkedIn(result.value.visit as VisitCode, result.value.ahead);
      return result;
    },
    'kiosk.report-out': (args) =>
      recorder.run({
        actor: { kind: 'kiosk' },
        command: args.commandId as CommandId,
        again: reportedOutAgain,
        decide: (state, now) => decideReportOut(core, args.key, state, now),
      }),

    'office.set-up': async (args) => {
      const members = await hashMembers(core, pins, args.staff);
      if (!members.ok) return members;
      return recorder.run({
        actor: { kind: 'system' },
        command: args.commandId as CommandId,
        again: () => null,
        decide: (state, { at }) => decideSetUp(core, args.settings, members.value, state, at),
      });
    },
    'office.settings': command('office.settings', ({ settings }, _, state, { at }) =>
      decideSettings(core, settings, state, at),
    ),
    'staff.add': async (args) => {
      const may = staffFor('staff.add');
      if (!may.ok) return may;
      const members = await hashMembers(core, pins, [args.member]);
      if (!members.ok) return members;
      const [member] = members.value;
      if (member === undefined) return refused('malformed');
      return command('staff.add', (_, __, state, { at }) =>
        decideAddStaff(core, member, state, at),
      )(args);
    },
    'session.sign-in': async ({ staff, pin, commandId }) => {
      const signedIn = await signIn(core, pins, staff as StaffId, pin, commandId as CommandId);
      if (!signedIn.ok) return signedIn;
      session.begin(signedIn.value, clock.now().mono);
      sessionChanged();
      return accepted(null);
    },
    'session.sign-out': () => signOut(recorder, session, 'asked', sessionChanged),
    'session.touch': async () => {
      session.touch(clock.now().mono);
      return accepted(null);
    },

    'visit.call': command('visit.call', ({ visit }, _, state, { at }) =>
      decideCall(core, visit, state, at),
    ),
    'visit.begin': command('visit.begin', ({ visit }, _, state, { at }) =>
      decideBegin(core, visit, state, at),
    ),
    'visit.no-show': command('visit.no-show', ({ visit }, _, state, { at }) =>
      decideNoShow(core, visit, state, at),
    ),
    'visit.answer': command('visit.answer', (args, actor, state, now) =>
      decideAnswer(core, actor, args, state, now),
    ),
    'visit.call-trainer': command('visit.call-trainer', (args, _, state, { at }) =>
      decideCallTrainer(core, args, state, at),
    ),
    'visit.tick-credentials': command('visit.tick-credentials', (args, _, state, { at }) =>
      decideTick(core, args, state, at),
    ),
    'visit.note': command('visit.note', (args, _, state, { at }) =>
      decideNote(core, args, state, at),
    ),
    'visit.undo': command('visit.undo', (args, _, state, now) =>
      decideUndo(core, args, state, now),
    ),
    'visit.override': command('visit.override', (args, _, state, now) =>
      decideOverride(core, args, state, now),
    ),
    'visit.close': command('visit.close', (args, _, state, now) =>
      decideClose(core, args, state, now),
    ),
    'visit.link': async (args) => {
      const to = parseVisitCode(args.to);
      if (to === null || !register.has(to)) return refused('link-unknown');
      return command('visit.link', ({ visit }, _, state, { at }) =>
        decideLink(core, visit, to, state, at),
      )(args);
    },

    'deviation.note': command('deviation.note', (args, _, state, now) =>
      decideDeviationNote(core, args, state, now),
    ),
    'deviation.accept': command('deviation.accept', (args, _, state, now) =>
      decideDeviationAccept(core, args, state, now),
    ),
    'deviation.return': command('deviation.return', (args, _, state, now) =>
      decideDeviationReturn(core, args, state, now),
    ),

    'escalation.send': command('escalation.send', (args, _, state, { at }) =>
      decideSend(core, args, state, at),
    ),
    'escalation.confirm': command('escalation.confirm', (args, _, state, { at }) =>
      decideConfirm(core, args, state, at),
    ),
    'escalation.answer': command('escalation.answer', (args, _, state, { at }) =>
      decideAnswered(core, args, state, at),
    ),
    'escalation.contact': command('escalation.contact', (args, _, state, { at }) =>
      decideContact(core, args, state, at),
    ),
    'escalation.close': command('escalation.close', (args, _, state, { at }) =>
      decideEscalationClose(core, args, state, at),
    ),

    'clock.answer': command('clock.answer', (args, _, state, { at }) =>
      decideClockAnswer(core, args, state, at),
    ),

    'register.search': async ({ month, text }) => {
      const may = staffFor('register.search');
      return may.ok
        ? accepted((await register.month(month)).filter((row) => rowMatches(row, text)))
        : may;
    },
    'register.export': async ({ month, language }) => {
      const may = staffFor('register.export');
      if (!may.ok) return may;
      const rows = await register.month(month);
      const written = await exported.write(
        registerText[language].fileName(month),
        Buffer.from(registerCsv(rows, language)),
      );
      return written.ok ? accepted({ file: written.value, rows: rows.length }) : written;
    },

    'backup.choose-folder': async () => {
      const may = staffFor('backup.choose-folder');
      return may.ok ? accepted({ folder: await parts.chooseFolder() }) : may;
    },
    'backup.arrange': async ({ folder, keepDays }) => {
      const may = staffFor('backup.arrange');
      return may.ok
        ? keeping.arrange(
            { kind: 'staff', id: may.value },
            folder === null || folder.trim() === '' ? null : folder.trim(),
            keepDays,
          )
        : may;
    },
    'backup.make': async () => {
      const may = staffFor('backup.make');
      if (!may.ok) return may;
      const made = await keeping.backUpNow();
      return made.ok ? accepted({ file: made.value.file }) : made;
    },

    'erasure.list': async ({ language }) => {
      const may = staffFor('erasure.list');
      return may.ok ? accepted(await keeping.destructionRecords.list(language)) : may;
    },
    'erasure.read': async ({ erasure }) => {
      const may = staffFor('erasure.read');
      return may.ok ? keeping.destructionRecords.read(erasure) : may;
    },
  };
}
