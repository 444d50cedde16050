import type { VisitCode } from '../../../shared/base/ids.ts';
import type { Result } from '../../../shared/base/result.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { signIn, visitOf, type TestOffice } from '../../office.ts';

/** Throws dice: a whole number from 0 to below `sides`. */
export type Dice = (sides: number) => number;

type Act = () => Promise<Result<unknown>>;

const stayed = (office: TestOffice, code: string): boolean =>
  office.state().visits[code as VisitCode]?.ended === null;

/** Who may close the step signs in: the desk and the trainer's own steps are theirs alone. */
const asWhoMay = async (office: TestOffice, code: string): Promise<void> => {
  for (const name of ['Meja layanan 1', 'Trainer 2', 'Koordinator']) {
    await signIn(office, name);
    if (visitOf(office, code).mayAnswer) return;
  }
};

const sendFirst = async (office: TestOffice, { escalation, demands }: VisitView): Promise<void> => {
  if (escalation === null || !demands.includes('ticket') || !escalation.acts.includes('send'))
    return;
  await office.console('escalation.send', {
    escalation: escalation.id,
    channel: 'TTS',
    at: new Date(office.clock.now().at + 7 * 3_600_000).toISOString().slice(0, 16),
    ticket: 'TTS-1',
  });
};

/** All that the console offers for a visit now, as its buttons would send it. */
const actsOf = (office: TestOffice, visit: VisitView): readonly Act[] => {
  const { code, step, attempt, offers } = visit;
  const given = { visit: code };
  const cause = 'network-slow' as const;
  const trainer = office.view().trainers.find(({ name }) => name === 'Trainer 2')?.id ?? '';
  const acts: Act[] = visit.answers.map(
    ({ answer }) =>
      () =>
        office.console('visit.answer', {
          ...given,
          step,
          attempt,
          answer,
          cause,
          problem: {
            category: 'upload',
            description: 'Tidak bisa diunggah',
            unitAsked: '',
            remedy: 'Dicoba lagi',
          },
          companyConfirmed: true,
        }),
  );
  if (offers.call) acts.push(() => office.console('queue.call', given));
  if (offers.begin)
    acts.push(
      () => office.console('queue.begin', given),
      () => office.console('queue.begin', given),
    );
  if (offers.noShow) acts.push(() => office.console('queue.no-show', given));
  if (offers.callTrainer)
    acts.push(() =>
      office.console('visit.call-trainer', {
        ...given,
        trainer,
        workstation: 'ws-1',
        cleared: true,
      }),
    );
  if (offers.undo) acts.push(() => office.console('visit.undo', { ...given, cause }));
  return acts;
};

const rareActsOf = (office: TestOffice, { code, offers }: VisitView): readonly Act[] => [
  ...offers.jumps.map(
    (to) => () =>
      office.console('visit.override', {
        visit: code,
        to,
        reason: 'Dicoba',
        cause: 'network-slow',
      }),
  ),
  ...offers.ends.map(
    (outcome) => () =>
      office.console('visit.close', {
        visit: code,
        outcome,
        reason: 'Dicoba',
        cause: 'network-slow',
      }),
  ),
];

/**
 * Walks a visit by what its windows offer until it is over, and by its end in any case.
 * @returns what was refused of what had been offered: nothing, if the windows tell the truth
 */
export async function walkVisit(
  office: TestOffice,
  code: string,
  dice: Dice,
): Promise<readonly string[]> {
  const refused: string[] = [];
  for (let turn = 0; stayed(office, code); turn += 1) {
    office.minutes(dice(12));
    await asWhoMay(office, code);
    await sendFirst(office, visitOf(office, code));
    const visit = visitOf(office, code);
    const usual = actsOf(office, visit);
    const rare = rareActsOf(office, visit);
    const isRare = usual.length === 0 || turn > 40 || dice(15) === 0;
    const acts = isRare && rare.length > 0 ? rare : usual;
    const act = turn > 60 ? rare[rare.length - 1] : acts[dice(acts.length)];
    if (act === undefined) return [...refused, `nothing is offered at ${visit.step}`];
    const result = await act();
    if (!result.ok) refused.push(`${result.code} at ${visit.step}, ${visit.phase}`);
    if (refused.length > 3) return refused;
  }
  return refused;
}
