import { useState } from 'react';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { Tick } from '../parts/tick.tsx';
import { AnswerKeys } from './answer-keys.tsx';
import { Asked } from './asked.tsx';
import { CauseChoice } from './cause-choice.tsx';
import styles from './step-panel.module.css';
import { useAnswer } from './use-answer.ts';
import type { CauseChosen } from './use-cause.ts';

/** Step 12: a bid encrypted under another identity counts as that company's, so company and package are confirmed first. */
export function UploadBidStep({
  visit,
  cause,
}: {
  readonly visit: VisitView;
  readonly cause: CauseChosen;
}) {
  const { visit: text } = useText();
  const answering = useAnswer(visit, cause);
  const [confirmed, confirm] = useState(false);
  const tender = [visit.tenderCode, visit.tenderName].filter((part) => part !== '').join(' · ');
  return (
    <>
      <div className={styles['ask']}>
        <Asked visit={visit} />
        <div className={styles['box']} role="group" aria-label={text.company.title}>
          <dl className={styles['facts']}>
            <dt>{text.company.company}</dt>
            <dd>{visit.company}</dd>
            <dt>{text.company.package}</dt>
            <dd>{tender === '' ? text.company.noPackage : tender}</dd>
          </dl>
          <Tick
            checked={confirmed}
            label={text.company.check}
            hint={text.company.why}
            onChange={confirm}
          />
        </div>
      </div>
      <div className={styles['answer']}>
        <CauseChoice cause={cause} />
        <AnswerKeys
          visit={visit}
          busy={answering.busy}
          blocked={() => (visit.mayAnswer ? null : text.notYours)}
          onAnswer={(answer) => answering.answer(answer, { companyConfirmed: confirmed })}
          refused={answering.refused}
        />
      </div>
    </>
  );
}
