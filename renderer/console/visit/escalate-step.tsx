import type { ConsoleView, VisitView } from '../../../shared/views/console-view.ts';
import { StageForm } from '../escalations/stage-form.tsx';
import { StageHistory } from '../escalations/stage-history.tsx';
import { useText } from '../parts/language.ts';
import { AnswerKeys } from './answer-keys.tsx';
import { CauseChoice } from './cause-choice.tsx';
import styles from './step-panel.module.css';
import { useAnswer } from './use-answer.ts';
import type { CauseChosen } from './use-cause.ts';

type EscalateStepProps = {
  readonly visit: VisitView;
  readonly view: ConsoleView;
  readonly cause: CauseChosen;
};

/** Step 10: the escalation is recorded as it was sent, and as it was confirmed by telephone. */
export function EscalateStep({ visit, view, cause }: EscalateStepProps) {
  const { visit: text } = useText();
  const answering = useAnswer(visit, cause);
  const { escalation } = visit;
  const isSent = escalation !== null && escalation.stage !== 'drafted';
  const why = !visit.mayAnswer ? text.notYours : isSent ? null : text.escalate.sendFirst;
  return (
    <>
      <div className={styles['ask']}>
        {escalation !== null && (
          <div
            className={styles['box']}
            role="group"
            aria-label={text.escalate.title(escalation.id)}
          >
            <StageHistory escalation={escalation} isInStep />
            {(escalation.stage === 'drafted' || escalation.stage === 'sent') && (
              <StageForm
                key={escalation.stage}
                escalation={escalation}
                settings={view.settings}
                isInStep
              />
            )}
          </div>
        )}
      </div>
      <div className={styles['answer']}>
        {isSent && (
          <p className={styles['lead']} role="status">
            {escalation.stage === 'sent' ? text.escalate.confirmLater : text.escalate.confirmed}
          </p>
        )}
        <CauseChoice cause={cause} />
        <AnswerKeys
          visit={visit}
          busy={answering.busy}
          blocked={() => why}
          onAnswer={(answer) => answering.answer(answer)}
          refused={answering.refused}
        />
      </div>
    </>
  );
}
