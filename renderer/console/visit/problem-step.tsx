import { useEffect, useRef, useState } from 'react';
import { problemCategories, type ProblemCategory } from '../../../shared/base/closed-lists.ts';
import { refused as refusedWith } from '../../../shared/base/result.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText, useWords } from '../parts/language.ts';
import { Chips } from '../parts/chips.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import { TextField } from '../parts/text-field.tsx';
import { AnswerKeys } from './answer-keys.tsx';
import { Asked } from './asked.tsx';
import { CauseChoice } from './cause-choice.tsx';
import styles from './step-panel.module.css';
import { useAnswer } from './use-answer.ts';
import type { CauseChosen } from './use-cause.ts';

const fields = ['description', 'unitAsked', 'remedy'] as const;

/** Step 9: what the problem is, who was asked, what was done. Owed by both answers. */
export function ProblemStep({
  visit,
  cause,
}: {
  readonly visit: VisitView;
  readonly cause: CauseChosen;
}) {
  const {
    visit: { problem: text, notYours },
  } = useText();
  const words = useWords();
  const { language } = useLanguage();
  const answering = useAnswer(visit, cause);
  const [category, setCategory] = useState<ProblemCategory | null>(null);
  const [typed, setTyped] = useState({ description: '', unitAsked: '', remedy: '' });
  const [wantsCategory, want] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  // What was refused may lie under the keys: its field is brought to sight.
  useEffect(() => {
    if (answering.refused !== null || wantsCategory)
      box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [answering.refused, wantsCategory]);
  const type =
    (field: (typeof fields)[number]) =>
    (value: string): void =>
      setTyped((all) => ({ ...all, [field]: value }));
  const returnsTo = visit.path.find(({ id }) => id === visit.returnsTo);
  const sentence =
    wantsCategory && category === null
      ? refusalSentence(language, refusedWith('problem-owed'))
      : null;
  return (
    <>
      <div className={styles['ask']}>
        <div>
          <Asked visit={visit} />
          {returnsTo !== undefined && (
            <p className={styles['lead']}>
              {text.returns(returnsTo.no, returnsTo.short[language])}
            </p>
          )}
        </div>
        <div ref={box} className={styles['box']} role="group" aria-label={text.title}>
          <Chips
            legend={text.category}
            choices={problemCategories.map((value) => ({
              value,
              label: words.problemCategories[value],
            }))}
            chosen={category}
            onChoose={setCategory}
            error={sentence}
          />
          <div className={styles['fields']}>
            <TextField
              rows={2}
              label={text.description}
              placeholder={text.descriptionHint}
              value={typed.description}
              onChange={type('description')}
              error={fieldRefusal(language, answering.refused, 'description')}
            />
            <TextField
              rows={2}
              label={text.remedy}
              placeholder={text.remedyHint}
              value={typed.remedy}
              onChange={type('remedy')}
              error={fieldRefusal(language, answering.refused, 'remedy')}
            />
            <TextField
              rows={2}
              label={text.unit}
              placeholder={text.unitHint}
              value={typed.unitAsked}
              onChange={type('unitAsked')}
              error={fieldRefusal(language, answering.refused, 'unitAsked')}
            />
          </div>
        </div>
        <CauseChoice cause={cause} />
      </div>
      <div className={styles['answer']}>
        <AnswerKeys
          visit={visit}
          busy={answering.busy}
          blocked={() => (visit.mayAnswer ? null : notYours)}
          onAnswer={(answer) => {
            if (category === null) want(true);
            else answering.answer(answer, { problem: { category, ...typed } });
          }}
          refused={answering.refused}
          shownAt={fields}
        />
      </div>
    </>
  );
}
