import { useState } from 'react';
import { isTrainerOnly } from '../../../shared/base/roles.ts';
import type { ConsoleView, VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { AnswerKeys } from './answer-keys.tsx';
import { CauseChoice } from './cause-choice.tsx';
import { ChooseTrainer } from './choose-trainer.tsx';
import styles from './step-panel.module.css';
import { useAnswer } from './use-answer.ts';
import type { CauseChosen } from './use-cause.ts';
import type { Session } from './visit-page.tsx';

type TrainerCalledProps = {
  readonly visit: VisitView;
  readonly view: ConsoleView;
  readonly session: Session;
  readonly cause: CauseChosen;
};

/** Step 5, once a trainer is called: the trainer accepts, or another one is called. */
export function TrainerCalled({ visit, view, session, cause }: TrainerCalledProps) {
  const { visit: text } = useText();
  const [isChanging, change] = useState(false);
  const answering = useAnswer(visit, cause);
  const called = visit.trainer?.name ?? '';
  if (isChanging) {
    return (
      <ChooseTrainer
        visit={visit}
        view={view}
        onKeep={() => change(false)}
        keepWords={text.trainer.keep}
        onCalled={() => change(false)}
      />
    );
  }
  const isOther = isTrainerOnly(session.staff.functions) && session.staff.id !== visit.trainer?.id;
  const why = !visit.mayAnswer ? text.notYours : isOther ? text.notCalled(called) : null;
  return (
    <>
      <div className={styles['ask']}>
        <div>
          <p className={styles['statement']}>
            {text.trainer.called(called, visit.workstation?.name ?? '')}
          </p>
          <p className={styles['lead']}>{text.trainer.calledLead}</p>
        </div>
        <div className={styles['actions']}>
          <Button onPress={() => change(true)}>{text.trainer.change}</Button>
        </div>
      </div>
      <div className={styles['answer']}>
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
