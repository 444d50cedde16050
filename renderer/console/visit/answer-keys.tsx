import { IconCircleCheck, IconCircleX, IconDoorExit, IconArrowRight } from '@tabler/icons-react';
import type { Answer } from '../../../shared/sop/definition.ts';
import type { Refused } from '../../../shared/base/result.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { useProcedureWords } from '../parts/procedures.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { AnswerKey } from './answer-key.tsx';
import styles from './answer-keys.module.css';

const icons = {
  yes: IconCircleCheck,
  no: IconCircleX,
  done: IconCircleCheck,
  leaves: IconDoorExit,
  continues: IconArrowRight,
};

type AnswerKeysProps = {
  readonly visit: VisitView;
  readonly busy: boolean;
  /** Why an answer cannot be given now; null when it can. */
  readonly blocked: (answer: Answer) => string | null;
  readonly onAnswer: (answer: Answer) => void;
  readonly refused: Refused | null;
  /** Fields of the step that say themselves what was refused about them. */
  readonly shownAt?: readonly string[];
};

/** The answers of a step, of equal size, each naming where it leads. */
export function AnswerKeys({
  visit,
  busy,
  blocked,
  onAnswer,
  refused,
  shownAt = [],
}: AnswerKeysProps) {
  const text = useText().visit;
  const procedure = useProcedureWords(visit);
  const { language } = useLanguage();
  const leadsTo = (nextNo: number | null): string => {
    const next = visit.path.find(({ no }) => no === nextNo);
    if (next === undefined) return text.endsVisit;
    const short = procedure.short(next.id);
    const named = short.charAt(0).toLocaleLowerCase(language) + short.slice(1);
    if (next.no < visit.no)
      return visit.returnsTo === next.id
        ? text.returnsTo(next.no, named)
        : text.goesTo(next.no, named);
    return next.no === visit.no + 1 ? text.leadsTo(next.no, named) : text.goesTo(next.no, named);
  };
  // The sentence why, for everybody, where all answers have the same.
  const [first] = visit.answers;
  const why = first === undefined ? null : blocked(first.answer);
  const isSame = visit.answers.every(({ answer }) => blocked(answer) === why);
  return (
    <>
      <div
        className={`${styles['keys']} ${visit.answers.length === 1 ? styles['single'] : ''}`}
        role="group"
        aria-label={text.answersLabel}
      >
        {visit.answers.map(({ answer, nextNo }) => (
          <AnswerKey
            key={answer}
            icon={icons[answer]}
            words={procedure.answer(visit.step, answer)}
            leadsTo={leadsTo(nextNo)}
            shortcut={text.keys[answer]}
            isPrimary={answer === 'yes' || answer === 'done'}
            busy={busy}
            blocked={blocked(answer)}
            onPress={() => onAnswer(answer)}
          />
        ))}
      </div>
      <RefusalLine
        refused={refused}
        shownAt={shownAt}
        otherwise={isSame && why !== null ? why : ''}
      />
    </>
  );
}
