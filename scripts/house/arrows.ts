/** What the files of one room may import, and what to do where they may not. */
export type Room = {
  /** A folder, or a single file, from the root. */
  readonly room: string;
  /** What it is, in a few words: ARCHITECTURE.md shows it. */
  readonly is: string;
  /** Rooms of the product whose files it may import; its own need not be named. */
  readonly may: readonly string[];
  /** Packages it may import, by name; `node` stands for what comes with Node. Not given: any. */
  readonly packages?: readonly string[];
  /** Said to whoever imports anything else. */
  readonly instead: string;
};

const base = 'shared/base';
const text = 'shared/text';
const views = 'shared/views';
const contract = 'shared/contract';
const state = 'shared/state';
const facts = 'shared/facts';
const sop = 'shared/sop';
const settings = 'shared/settings';
const guestBook = 'shared/guest-book';
const ports = 'main/ports.ts';
const engine = 'main/engine';
const records = 'main/records';
const files = 'main/storage/files';
const journal = 'main/storage/journal';
const people = 'main/storage/people';
const store = 'main/storage/store';
const backup = 'main/storage/backup';
const lock = 'main/storage/lock';
const verify = 'main/storage/verify';
const ui = 'renderer/ui';
const bridge = 'renderer/pendamping.ts';
const kioskParts = 'renderer/kiosk/parts';
const consoleParts = 'renderer/console/parts';

const pure = ['zod', 'xstate'];
const domain = [base, guestBook, settings, contract, facts, sop, state, views];
const windowsMay = [base, guestBook, settings, contract, sop, text, views, ui, bridge];

const subject = (name: string, is: string): Room => ({
  room: `main/app/${name}`,
  is,
  may: [...domain, ports, engine],
  packages: [],
  instead:
    'Subjects meet in the state, in a fact or in engine/, not in each other. A decision is pure: what it needs of the world comes as an argument.',
});

const kioskRoom = (name: string, is: string): Room => ({
  room: `renderer/kiosk/${name}`,
  is,
  may: [...windowsMay, kioskParts],
  instead:
    "A screen of the kiosk uses kiosk/parts and ui; app.tsx alone knows all screens. Move what two screens share into kiosk/parts, and show main's work as a view.",
});

const consoleRoom = (name: string, is: string, ...others: readonly string[]): Room => ({
  room: `renderer/console/${name}`,
  is,
  may: [...windowsMay, consoleParts, ...others.map((other) => `renderer/console/${other}`)],
  instead:
    "A room of the console uses console/parts and ui; its shell alone knows all rooms. Move what two rooms share into console/parts, and show main's work as a view.",
});

/**
 * THE table of the house: which room may import which. Lint judges every import by it (zones.ts), and ARCHITECTURE.md shows
 * it. A file belongs to the room with the longest name that it lies in. There are no circles between rooms.
 */
export const rooms: readonly Room[] = [
  {
    room: base,
    is: 'results, ids, text rules, time, codes: true everywhere',
    may: [],
    packages: pure,
    instead: 'shared/base knows nobody. Move what needs more into the room of its subject.',
  },
  {
    room: guestBook,
    is: 'the guest book: its fields and their rules',
    may: [base],
    packages: pure,
    instead: 'The guest book is rules on text: pass what it needs in as an argument.',
  },
  {
    room: settings,
    is: "an office's settings, by section, and the calendar",
    may: [base],
    packages: pure,
    instead: 'Settings are data with rules: pass what they need in as an argument.',
  },
  {
    room: sop,
    is: 'the engine of procedures: definition, check, chart, norms. Names no step',
    may: [base],
    packages: pure,
    instead:
      'The engine knows no procedure, no fact and no state: it takes a definition and places on its chart as arguments.',
  },
  {
    room: 'shared/sop/btg-006',
    is: 'SOP-LPSE.BTG-006: revision 00, its words',
    may: [base, sop],
    packages: pure,
    instead: 'A document is data: say it in the definition, and let the engine do it.',
  },
  {
    room: contract,
    is: 'every message of the windows, a file a subject',
    may: [base, guestBook, settings, sop],
    packages: pure,
    instead: 'The contract says shapes: views and facts are built elsewhere.',
  },
  {
    room: facts,
    is: 'all that the journal can hold',
    may: [base, guestBook, settings, sop],
    packages: pure,
    instead: 'Facts are shapes: what is made of them belongs in shared/state.',
  },
  {
    room: state,
    is: 'the state, folded from facts, and what follows from it: deviations, queue, calendar',
    may: [base, guestBook, settings, sop, 'shared/sop/btg-006', facts],
    packages: pure,
    instead:
      'The fold is pure: same facts, same state. What windows see of it belongs in shared/views.',
  },
  {
    room: views,
    is: 'what windows are shown, a file a section',
    may: [base, guestBook, settings, sop, contract, facts, state],
    packages: pure,
    instead:
      'A view is built from the state: put its sentence into shared/text, its decision into main.',
  },
  {
    room: text,
    is: 'every sentence, Indonesian and English',
    may: [base, guestBook, settings, sop, 'shared/sop/btg-006', contract, views],
    packages: [],
    instead: 'Text is words: hand it what it tells as an argument.',
  },

  {
    room: ports,
    is: 'what the program needs of the world',
    may: [base, contract, facts, views],
    packages: ['node'],
    instead: 'A port is a type. Its adapters lie in main/, and compose.ts joins them.',
  },
  {
    room: 'main/clocks.ts',
    is: 'the clock, and one in the hand of a test',
    may: [ports],
    packages: ['node'],
    instead: 'The clock is an adapter of main/ports.ts and knows nothing else.',
  },
  {
    room: files,
    is: 'files: durable writes, guards, the file system',
    may: [ports],
    packages: ['node'],
    instead: 'Files know bytes and names. What they mean belongs to the rooms above.',
  },
  {
    room: journal,
    is: 'the journal: its format, its writer, its judge',
    may: [base, facts, ports, files],
    packages: ['node', 'zod'],
    instead: 'The journal knows lines and facts as they lie on disk, not what they come to.',
  },
  {
    room: people,
    is: 'the people files',
    may: [base, facts, ports, files, journal],
    packages: ['node', 'zod'],
    instead: 'People files hold records by reference, not what refers to them.',
  },
  {
    room: store,
    is: 'what is derived and may be deleted: checkpoint, summaries, witness',
    may: [base, facts, state, ports, files, journal],
    packages: ['node', 'zod', 'lowdb'],
    instead: 'The store holds what can be made again from journal and people.',
  },
  {
    room: backup,
    is: 'backups: made, read, restored; what they leave behind',
    may: [base, facts, text, ports, files, journal, people],
    packages: ['node', 'zod', 'tar-stream'],
    instead:
      'A backup is files of the records, laid into one: who asks for it belongs in main/records.',
  },
  {
    room: lock,
    is: 'the lock on a data folder, and its socket',
    may: [ports, files],
    packages: ['node'],
    instead: 'The lock says whose a folder is: what is asked over it belongs in main/records.',
  },
  {
    room: verify,
    is: 'verification of all records',
    may: [base, facts, state, ports, files, journal, people, store],
    packages: ['node', 'zod'],
    instead: 'Verification reads: what is done about a finding belongs in main/records.',
  },
  {
    room: engine,
    is: 'one queue: decide, write, fold, publish; the contract served',
    may: [...domain, ports, journal, verify],
    packages: ['node'],
    instead:
      'The engine runs what subjects decide and knows none of them: hand it a table or an adapter in compose.ts.',
  },
  subject('visit', 'visits: check-in, steps, ends'),
  subject('queue', 'calling those who wait'),
  subject('staff', 'staff, PINs tried, sessions'),
  subject('office', 'set-up, settings, the clock answered'),
  subject('deviation', 'accountability'),
  subject('escalation', 'escalations to the helpdesk'),
  {
    room: 'main/app',
    is: 'the tables of all subjects, joined',
    may: [
      ...domain,
      ports,
      engine,
      records,
      'main/reports',
      ...['visit', 'queue', 'staff', 'office', 'deviation', 'escalation'].map(
        (name) => `main/app/${name}`,
      ),
    ],
    packages: [],
    instead: 'What a subject decides belongs in its own room below main/app.',
  },
  {
    room: 'main/devices/paper',
    is: 'slips',
    may: [...domain, ports, engine, files],
    packages: ['node'],
    instead: 'Paper takes views and files: the printer is a port.',
  },
  {
    room: records,
    is: 'the records in use: opened, backed up, erased, restored',
    may: [...domain, text, ports, engine, files, journal, people, store, backup, lock, verify],
    packages: ['node', 'zod'],
    instead: 'Records are kept here and decided elsewhere: meet in a fact or in engine/.',
  },
  {
    room: 'main/reports',
    is: 'files for people',
    may: [base, contract, text, views, ports, engine, files, 'main/reports/register'],
    packages: ['node'],
    instead: 'A report is rows written to a file: what is in it is gathered in its own room.',
  },
  {
    room: 'main/reports/register',
    is: 'the register, gathered from the records',
    may: [...domain, text, ports, engine, journal, people, store],
    packages: ['node'],
    instead: 'A report reads the records as they lie and folds them: it decides nothing.',
  },
  {
    room: 'main/secrets',
    is: 'PINs and the pepper',
    may: [ports, files],
    packages: ['node'],
    instead: 'Secrets hash and compare: who may try, and how often, is decided in main/app/staff.',
  },
  {
    room: 'main/workers',
    is: 'entries of worker threads, and the bridge to them',
    may: [records, files, journal, backup, verify, ports, 'main/reports/register', 'main/secrets'],
    packages: ['node'],
    instead: 'A worker does one piece of heavy work that another room has: put the work there.',
  },
  {
    room: 'main/command-line',
    is: '`records verify`, `backup`, `restore`, `erase`',
    may: [
      base,
      facts,
      text,
      ports,
      engine,
      records,
      files,
      journal,
      lock,
      backup,
      verify,
      'main/workers',
      'main/clocks.ts',
    ],
    packages: ['node'],
    instead: 'The command line asks main/records and says what came of it.',
  },
  {
    room: 'main/compose.ts',
    is: 'the composition root',
    may: [
      ...domain,
      text,
      ports,
      engine,
      records,
      files,
      journal,
      lock,
      backup,
      'main/app',
      'main/app/office',
      'main/app/staff',
      'main/app/visit',
      'main/devices/paper',
      'main/reports',
      'main/reports/register',
      'main/secrets',
      'main/workers',
    ],
    packages: ['node'],
    instead: 'compose.ts builds adapters and joins rooms: it has no rule of its own.',
  },
  {
    room: 'main/shell/windows',
    is: 'windows, app://, slip printing',
    may: [contract, views, ports, engine],
    packages: ['node', 'electron'],
    instead: 'A window shows what it is sent: hand it over in main/shell/desktop.ts.',
  },
  {
    room: 'main/shell/preload',
    is: "the bridge, a window's own list of messages",
    may: [contract],
    packages: ['electron'],
    instead: 'A preload carries names only, so that it stays one small file.',
  },
  {
    room: 'main/shell',
    is: 'the desktop: what of Electron is no window',
    may: [
      contract,
      text,
      ports,
      engine,
      files,
      'main/clocks.ts',
      'main/compose.ts',
      'main/command-line',
      'main/secrets',
      'main/shell/windows',
    ],
    packages: ['node', 'electron'],
    instead:
      'The shell takes Electron to the ports and the program to its windows: work belongs in main/.',
  },
  {
    room: 'main/main.ts',
    is: 'the entry',
    may: ['main/compose.ts', 'main/shell'],
    packages: [],
    instead: 'The entry only chooses between windows and command line.',
  },

  {
    room: bridge,
    is: 'the bridge as a window sees it',
    may: [contract, views],
    packages: [],
    instead: 'The bridge is a type.',
  },
  {
    room: ui,
    is: "both windows' widgets and tokens, without rules",
    may: [base, contract, text, views, bridge],
    instead: 'A widget is handed what it shows. What only one window needs belongs in its parts.',
  },
  {
    room: 'renderer/paper',
    is: 'pages that are printed',
    may: [...windowsMay],
    instead: 'Paper uses ui and its own view.',
  },
  {
    room: kioskParts,
    is: 'what screens of the kiosk share',
    may: [...windowsMay],
    instead: 'Parts know no screen: hand them what they show.',
  },
  kioskRoom('announcements', 'attract screen, board'),
  kioskRoom('check-in', 'guest book, number'),
  kioskRoom('report-out', 'reporting back'),
  {
    room: 'renderer/kiosk',
    is: "the kiosk's frame and its screens in turn",
    may: [
      ...windowsMay,
      ...['parts', 'announcements', 'check-in', 'report-out'].map(
        (name) => `renderer/kiosk/${name}`,
      ),
    ],
    instead: "The kiosk shows views: put what it needs of main's work into shared/views.",
  },
  {
    room: consoleParts,
    is: 'what rooms of the console share',
    may: [...windowsMay],
    instead: 'Parts know no room: hand them what they show.',
  },
  consoleRoom('board', 'all visits at a glance'),
  consoleRoom('ledger', 'deviations and their notes'),
  consoleRoom('escalations', 'what waits for the helpdesk'),
  consoleRoom('privacy', 'erasures'),
  consoleRoom('reports', 'the register'),
  consoleRoom('staff', 'who works here; signing in'),
  consoleRoom('settings', "the office's settings", 'privacy', 'staff'),
  consoleRoom('set-up', 'the first start', 'settings', 'staff'),
  consoleRoom('visit', "a visit's page", 'escalations', 'ledger'),
  {
    room: 'renderer/console/shell',
    is: 'rail, top bar, and the room that is open',
    may: [
      ...windowsMay,
      consoleParts,
      ...['board', 'ledger', 'escalations', 'privacy', 'reports', 'staff', 'settings', 'visit'].map(
        (name) => `renderer/console/${name}`,
      ),
    ],
    instead: 'The shell opens rooms: what one of them does belongs there.',
  },
  {
    room: 'renderer/console',
    is: 'the console: set-up, signing in, or the shell',
    may: [
      ...windowsMay,
      consoleParts,
      ...['shell', 'set-up', 'staff'].map((name) => `renderer/console/${name}`),
    ],
    instead: "The console shows views: put what it needs of main's work into shared/views.",
  },
];

/** The room that a file of the product lies in: the one with the longest name. Null: it lies in none. */
export function roomOf(file: string): Room | null {
  const within = rooms.filter(({ room }) => file === room || file.startsWith(`${room}/`));
  return within.sort((a, b) => b.room.length - a.room.length)[0] ?? null;
}
