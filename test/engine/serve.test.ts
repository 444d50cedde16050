import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract, type Message, type StaffMessage } from '../../shared/contract/contract.ts';
import { maySend, messagesOf } from '../../shared/contract/permissions.ts';
import { senders } from '../../shared/contract/senders.ts';
import { roles } from '../../shared/base/roles.ts';
import type { WindowRole } from '../../shared/contract/windows.ts';
import { makeServe } from '../../main/engine/serve.ts';
import type { Handlers } from '../../main/engine/handlers.ts';
import { checkIn, guestBookA, openOffice, openReadyOffice, signIn } from '../office.ts';

/** Each property runs this often: the issue's own figure. */
const cases = 10_000;

test('windows, preloads and roles are told what the contract says, and none of its parsers', () => {
  const messages = Object.keys(contract) as Message[];
  expect([...messagesOf('kiosk'), ...messagesOf('console')].sort()).toEqual([...messages].sort());
  expect(messagesOf('kiosk')).toEqual(['visit.check-in', 'visit.report-out']);
  expect(JSON.parse(JSON.stringify(senders))).toEqual(senders);
  for (const role of roles)
    for (const message of messages)
      expect(maySend([role], message as StaffMessage)).toBe(
        contract[message].may === 'anybody' ||
          (contract[message].may as readonly string[]).includes(role),
      );
});

describe('a call that is not right changes nothing and throws nothing', () => {
  test('from the wrong window', async () => {
    const office = await openReadyOffice();
    await signIn(office, 'Meja layanan 1');
    const before = office.state();
    for (const window of ['kiosk', 'console', null] as const) {
      for (const message of Object.keys(contract) as Message[]) {
        if (window !== null && messagesOf(window).includes(message)) continue;
        expect(
          await office.serve(window, message, { commandId: 'command-x1', key: 'A001' }),
        ).toEqual({ ok: false, code: 'wrong-window' });
      }
    }
    expect(office.state()).toBe(before);
  });

  test('an unknown message', async () => {
    const office = await openReadyOffice();
    const before = office.state();
    const anything = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'constructor',
        '__proto__',
        'toString',
        'visit',
        'visit.Answer',
        'visit.check-in ',
      ),
      fc.anything(),
    );
    await fc.assert(
      fc.asyncProperty(anything, fc.anything(), async (message, args) => {
        fc.pre(typeof message !== 'string' || !Object.hasOwn(contract, message));
        expect(await office.serve('console', message, args)).toEqual({
          ok: false,
          code: 'unknown-message',
        });
      }),
      { numRuns: cases },
    );
    expect(office.state()).toBe(before);
    expect(office.reported).toEqual([]);
  });

  test('malformed arguments to every message', async () => {
    const office = await openReadyOffice();
    await signIn(office, 'Koordinator');
    const before = office.state();
    const sendings: readonly (readonly [WindowRole, Message])[] = [
      ...messagesOf('kiosk').map((message) => ['kiosk', message] as const),
      ...messagesOf('console').map((message) => ['console', message] as const),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sendings),
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        async ([window, message], args) => {
          fc.pre(!contract[message].args.safeParse(args).success);
          expect(await office.serve(window, message, args)).toEqual({
            ok: false,
            code: 'malformed',
          });
        },
      ),
      { numRuns: cases },
    );
    expect(office.state()).toBe(before);
    expect(office.reported).toEqual([]);
  });

  test('well-formed arguments with nonsense in them are refused with a code, or do what they say', async () => {
    const office = await openReadyOffice();
    const visit = await checkIn(office);
    await signIn(office, 'Koordinator');
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(visit, 'E-0001', 'ws-1', 'A001'),
    );
    const commandId = fc.uuid();
    await fc.assert(
      fc.asyncProperty(commandId, word, word, word, async (id, a, b, c) => {
        const results = await Promise.all([
          office.serve('console', 'visit.note', {
            commandId: `${id}-1`,
            visit: a.slice(0, 20),
            text: b,
          }),
          office.serve('console', 'visit.link', { commandId: `${id}-2`, visit, to: c }),
          office.serve('console', 'escalation.send', {
            commandId: `${id}-3`,
            escalation: a || 'x',
            channel: b,
            at: c.slice(0, 16),
            ticket: b,
          }),
          office.serve('console', 'visit.call-trainer', {
            commandId: `${id}-4`,
            visit,
            trainer: a || 'x',
            workstation: b || 'x',
            cleared: true,
          }),
          office.serve('kiosk', 'visit.report-out', { commandId: `${id}-5`, key: a }),
          office.serve('kiosk', 'visit.check-in', {
            commandId: `${id}-6`,
            guestBook: { ...guestBookA, name: a, company: b },
            language: 'id',
            notice: 1,
            fillingMs: 1,
          }),
        ]);
        for (const result of results) expect(result).toHaveProperty('ok');
      }),
      { numRuns: 500 },
    );
    expect(office.reported).toEqual([]);
  });
});

test('a handler that throws, or answers what the contract does not know, is reported and refused', async () => {
  const reported: unknown[] = [];
  const broken = {
    'staff.touch': async () => {
      throw new Error('a bug');
    },
    'staff.sign-out': async () => ({ ok: true, value: { not: 'in the contract' } }),
  } as unknown as Handlers;
  const { core, session, clock } = await openOffice();
  const serve = makeServe({
    handlers: broken,
    core,
    session,
    clock,
    report: (error) => void reported.push(error),
  });
  expect(await serve('console', 'staff.touch', {})).toEqual({ ok: false, code: 'out-of-service' });
  expect(await serve('console', 'staff.sign-out', {})).toEqual({
    ok: false,
    code: 'out-of-service',
  });
  expect(reported).toHaveLength(2);
});

test('nobody signed in: no command of the staff is taken, and no visitor is shown', async () => {
  const office = await openReadyOffice();
  const visit = await checkIn(office);
  const before = office.state();
  const well: Partial<Record<Message, object>> = {
    'queue.call': { commandId: 'command-1', visit },
    'queue.begin': { commandId: 'command-2', visit },
    'visit.note': { commandId: 'command-3', visit, text: 'a' },
    'reports.search-register': { month: '2026-11', text: '' },
    'reports.export-register': { month: '2026-11', language: 'id' },
  };
  for (const [message, args] of Object.entries(well))
    expect(await office.serve('console', message, args)).toEqual({
      ok: false,
      code: 'not-signed-in',
    });
  expect(office.state()).toBe(before);
  expect(JSON.stringify(office.view())).not.toContain('Sumber Makmur');
  expect(JSON.stringify(office.kioskView())).not.toContain('Sumber Makmur');
});
