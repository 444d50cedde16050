import { refused, type Result } from '../../shared/base/result.ts';
import type { CommandId } from '../../shared/base/ids.ts';
import type { Sent } from './sent.ts';

/** So many answers are remembered for commands that are sent again while the program runs. */
const remembered = 500;

/** The answers of this run: a command that is sent again gets its first one, and another under its id is refused. */
export function makeAnswers() {
  const answers = new Map<
    CommandId,
    { readonly sent: Sent; readonly answer: Promise<Result<unknown>> }
  >();
  return {
    /** @param work does what was sent, if nothing was under its id */
    once: <Answer>(sent: Sent, work: () => Promise<Result<Answer>>): Promise<Result<Answer>> => {
      const first = answers.get(sent.id);
      if (first !== undefined)
        return first.sent.fingerprint === sent.fingerprint
          ? (first.answer as Promise<Result<Answer>>)
          : Promise.resolve(refused('command-reused'));
      const answer = work();
      answers.set(sent.id, { sent, answer });
      if (answers.size > remembered) answers.delete(answers.keys().next().value as CommandId);
      // A refusal is no answer to keep: the person mends what was wrong and sends the same command again.
      const forget = (): void => void answers.delete(sent.id);
      answer.then((result) => (result.ok ? undefined : forget()), forget);
      return answer;
    },
  };
}
