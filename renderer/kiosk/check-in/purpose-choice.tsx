import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { purposes, type Purpose } from '../../../shared/guest-book/purposes.ts';
import { words } from '../../../shared/text/words.ts';
import { useLanguage, useText } from '../parts/language.ts';
import styles from './check-in-screen.module.css';

type PurposeChoiceProps = {
  readonly purpose: Purpose | null;
  readonly problem: string | null;
  readonly choose: (purpose: Purpose) => void;
};

/** What brings the visitor: one of four, none of them chosen beforehand. */
export function PurposeChoice({ purpose, problem, choose }: PurposeChoiceProps) {
  const text = useText();
  const { language } = useLanguage();
  return (
    <>
      <div
        className={styles['purposes']}
        role="radiogroup"
        aria-label={text.fields.purpose}
        aria-describedby="purpose-problem"
      >
        {purposes.map((each) => (
          <label key={each} className={purpose === each ? styles['chosen'] : undefined}>
            <input
              type="radio"
              name="purpose"
              id={each === (purpose ?? purposes[0]) ? 'field-purpose' : undefined}
              checked={purpose === each}
              onChange={() => choose(each)}
            />
            <span className={styles['mark']}>
              {purpose === each && <IconCheck aria-hidden size="1.75rem" stroke={3} />}
            </span>
            {words[language].purposes[each]}
          </label>
        ))}
      </div>
      {problem !== null && (
        <p id="purpose-problem" className={styles['problem']} role="alert">
          <IconAlertCircle aria-hidden size="2rem" />
          {problem}
        </p>
      )}
    </>
  );
}
