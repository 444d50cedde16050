import type { Answer } from '../../../shared/sop/definition.ts';
import type { Refused } from '../../../shared/base/result.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useMessage, type ArgsWithoutId } from '../parts/use-message.ts';
import type { CauseChosen } from './use-cause.ts';

type Extra = Partial<
  Pick<ArgsWithoutId<'visit.answer'>, 'problem' | 'companyConfirmed' | 'receipt'>
>;

export type Answering = {
  readonly busy: boolean;
  readonly refused: Refused | null;
  readonly answer: (answer: Answer, extra?: Extra) => void;
};

/** Closes the present step with an answer, and with the cause where one was chosen. */
export function useAnswer(visit: VisitView, { cause, wasRefused }: CauseChosen): Answering {
  const { send, busy, refused } = useMessage('visit.answer');
  const answer: Answering['answer'] = (given, extra = {}) =>
    void send(
      {
        visit: visit.code,
        step: visit.step,
        attempt: visit.attempt,
        answer: given,
        cause,
        problem: null,
        companyConfirmed: false,
        ...extra,
      },
      undefined,
      wasRefused,
    );
  // The choice of causes itself says that one is owed.
  return { busy, refused: refused?.code === 'cause-owed' ? null : refused, answer };
}
