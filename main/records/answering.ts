import { z } from 'zod';
import { erasureReasons } from '../../shared/base/closed-lists.ts';
import type { VisitCode } from '../../shared/base/ids.ts';
import { refused, type Result } from '../../shared/base/result.ts';
import { comeToFront, type Answering } from '../storage/lock/folder-lock.ts';
import type { BackedUp } from './backup.ts';
import type { RecordKeeping } from './record-keeping.ts';

/** What the command line asks of the program that has the data folder. */
export const keepingQuestionSchema = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('backup'), file: z.string() }),
  z.strictObject({
    ask: z.literal('erase'),
    visits: z.array(z.string().transform((code) => code as VisitCode)),
    samePerson: z.boolean(),
    because: z.enum(erasureReasons),
  }),
]);
export type KeepingQuestion = z.infer<typeof keepingQuestionSchema>;
export type KeepingAnswer = Result<BackedUp> | Awaited<ReturnType<RecordKeeping['erase']>>;
/** One line of an answer: that the program will remove the backup by itself, how far it is, or the result. */
export type KeepingReply =
  | { readonly keptDays: number }
  | { readonly done: number; readonly total: number }
  | { readonly result: KeepingAnswer };

/** Does what is asked. @param kept told before the work begins when the program will remove the backup after so many days */
export function keepRecords(
  keeping: RecordKeeping,
  question: KeepingQuestion,
  progress: (done: number, total: number) => void,
  kept: (days: number) => void,
): Promise<KeepingAnswer> {
  if (question.ask === 'backup') {
    const days = keeping.keptDaysOf(question.file);
    if (days !== null) kept(days);
    return keeping.backUp(question.file, progress);
  }
  const { ask: _, ...request } = question;
  return keeping.erase(request);
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Answers what other programs ask over the lock of the data folder. */
export function makeAnswering(
  keeping: () => RecordKeeping | null,
  bringToFront: () => void,
): Answering {
  return async (question, reply) => {
    if (question === comeToFront) return bringToFront();
    const say = (line: KeepingReply): void => reply(JSON.stringify(line));
    const asked = keepingQuestionSchema.safeParse(parse(question));
    const keeper = keeping();
    if (!asked.success) return say({ result: refused('malformed') });
    if (keeper === null) return say({ result: refused('out-of-service') });
    say({
      result: await keepRecords(
        keeper,
        asked.data,
        (done, total) => say({ done, total }),
        (keptDays) => say({ keptDays }),
      ),
    });
  };
}
