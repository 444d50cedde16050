import { IconCheck } from '@tabler/icons-react';
import { purposes, type Purpose } from '../../../shared/guest-book.ts';
import { words } from '../../../shared/text/words.ts';
import { useLanguage, useText } from '../language.ts';
import styles from './check-in-screen.module.css';

/** What brings the visitor: one of four. */
export const PurposeChoice = ({ purpose, choose }: { readonly purpose: Purpose; readonly choose: (purpose: Purpose) => void }) => {
  const text = useText();
  const { language } = useLanguage();
  return (
    <div className={styles['purposes']} role="radiogroup" aria-label={text.fields.purpose}>
      {purposes.map((each) => (
        <label key={each} className={purpose === each ? styles['chosen'] : undefined}>
          <input type="radio" name="purpose" id={purpose === each ? 'field-purpose' : undefined} checked={purpose === each} onChange={() => choose(each)} />
          <span className={styles['mark']}>{purpose === each && <IconCheck aria-hidden size="1.75rem" stroke={3} />}</span>
          {words[language].purposes[each]}
        </label>
      ))}
    </div>
  );
};
