import { useState } from 'react';
import { maySend } from '../../../shared/contract/permissions.ts';
import type { Role } from '../../../shared/base/roles.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { fieldRefusal } from '../parts/field-refusal.ts';
import { TextField } from '../parts/text-field.tsx';
import { AnswerKeys } from './answer-keys.tsx';
import { Asked } from './asked.tsx';
import { CauseChoice } from './cause-choice.tsx';
import { CredentialsBox } from './credentials-box.tsx';
import styles from './step-panel.module.css';
import { useAnswer } from './use-answer.ts';
import type { CauseChosen } from './use-cause.ts';

type QuestionStepProps = {
  readonly visit: VisitView;
  readonly functions: readonly Role[];
  readonly cause: CauseChosen;
};

/** A step that asks one thing, or that is done when it is done. */
export function QuestionStep({ visit, functions, cause }: QuestionStepProps) {
  const text = useText().visit;
  const { language } = useLanguage();
  const answering = useAnswer(visit, cause);
  const [receipt, setReceipt] = useState('');
  // Whether the box was there when the step came up: it stays until the step is left, ticked or not.
  const [hasCredentials] = useState(
    visit.demands.includes('credentials') && maySend(functions, 'visit.tick-credentials'),
  );
  return (
    <>
      <div className={styles['ask']}>
        {visit.kind === 'report-out' ? (
          <div>
            {visit.expectedOutcome !== null && (
              <p className={styles['statement']}>
                {text.reportOut.outcome(visit.expectedOutcome.words[language])}
              </p>
            )}
            <p className={styles['lead']}>{text.reportOut.lead}</p>
          </div>
        ) : (
          <Asked visit={visit} />
        )}
        {hasCredentials && <CredentialsBox visit={visit} />}
        {visit.wantsReceipt && (
          <TextField
            rows={1}
            label={text.receipt.label}
            placeholder={text.receipt.hint}
            value={receipt}
            onChange={setReceipt}
            error={fieldRefusal(language, answering.refused, 'receipt')}
          />
        )}
      </div>
      <div className={styles['answer']}>
        <CauseChoice cause={cause} />
        <AnswerKeys
          visit={visit}
          busy={answering.busy}
          blocked={() => (visit.mayAnswer ? null : text.notYours)}
          onAnswer={(answer) => answering.answer(answer, { receipt })}
          refused={answering.refused}
          shownAt={['receipt']}
        />
      </div>
    </>
  );
}
