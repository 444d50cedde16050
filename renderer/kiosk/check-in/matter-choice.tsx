import { IconCheck } from '@tabler/icons-react';
import type { KioskView } from '../../../shared/views/kiosk-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import styles from './check-in-screen.module.css';

type MatterChoiceProps = {
  readonly matters: KioskView['matters'];
  readonly chosen: string | null;
  readonly choose: (document: string) => void;
};

/** What the visitor came for, where the office has several procedures: one of them, none chosen beforehand. */
export function MatterChoice({ matters, chosen, choose }: MatterChoiceProps) {
  const text = useText();
  const { language } = useLanguage();
  const first = matters[0]?.document;
  return (
    <div className={styles['purposes']} role="radiogroup" aria-label={text.questions.matter}>
      {matters.map(({ document, title }) => (
        <label key={document} className={chosen === document ? styles['chosen'] : undefined}>
          <input
            type="radio"
            name="matter"
            id={document === (chosen ?? first) ? 'field-matter' : undefined}
            checked={chosen === document}
            onChange={() => choose(document)}
          />
          <span className={styles['mark']}>
            {chosen === document && <IconCheck aria-hidden size="1.75rem" stroke={3} />}
          </span>
          {title[language]}
        </label>
      ))}
    </div>
  );
}
