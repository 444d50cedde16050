import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { activeService } from '../../../shared/state/state.ts';
import { slipFile } from '../../storage/files/slip-file.ts';
import type { VisitCode } from '../../../shared/base/ids.ts';
import { officeMonth } from '../../../shared/base/office-time.ts';
import type { Fact } from '../../../shared/facts/facts.ts';
import { headText } from '../../../shared/base/head-text.ts';
import { textIn } from '../../../shared/views/person.ts';
import type { SlipView } from '../../../shared/views/slip-view.ts';
import type { Files, Printer } from '../../ports.ts';
import { makeFolderDurably, replaceDurably } from '../../storage/files/durable-write.ts';
import { decided, note, type Core } from '../../engine/decision.ts';
import { settingsOf, zoneOf } from '../../../shared/state/office.ts';

/**
 * Makes the slip of a visit and keeps it with the visit. Nobody waits for it: the number is valid before, and a slip that
 * failed is a fact too.
 */
export async function saveSlip(
  core: Core,
  files: Files,
  printer: Printer,
  dataFolder: string,
  code: VisitCode,
  ahead: number,
): Promise<void> {
  const { recorder, people } = core;
  const state = recorder.state();
  const visit = state.visits[code];
  if (visit === undefined || visit.erased) return;
  const { office } = settingsOf(state);
  const zone = zoneOf(state);
  const view: SlipView = {
    window: 'slip',
    office,
    number: visit.number,
    code,
    at: visit.checkedInAt.at,
    zone,
    ahead,
    language: visit.language,
    name: textIn(people.get, visit.guestBook, 'guest-book', 'name'),
    company: textIn(people.get, visit.guestBook, 'guest-book', 'company'),
    document: activeService(visit).document,
    revision: activeService(visit).revision,
    head: headText(core.head()),
  };
  const month = officeMonth(visit.checkedInAt.at, zone);
  let fact: Fact;
  try {
    const pdf = await printer.slipToPdf(view);
    await makeFolderDurably(files, join(dataFolder, 'slips'));
    await makeFolderDurably(files, join(dataFolder, 'slips', month));
    await replaceDurably(files, join(dataFolder, slipFile(month, code)), pdf);
    // Erased while it was being printed: an erasure decided later finds the file and takes it away itself.
    if (recorder.state().visits[code]?.erased === true) {
      await files.remove(join(dataFolder, slipFile(month, code)));
      return await files.syncFolder(join(dataFolder, 'slips', month));
    }
    fact = {
      type: 'slip.saved',
      visit: code,
      data: { file: slipFile(month, code), sha256: createHash('sha256').update(pdf).digest('hex') },
    };
  } catch {
    fact = { type: 'slip.failed', visit: code, data: {} };
  }
  await note(core, () => decided([fact]));
}
