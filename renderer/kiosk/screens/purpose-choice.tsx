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
        <button key={each} type="button" role="radio" aria-checked={purpose === each} onClick={() => choose(each)}>
          {words[language].purposes[each]}
        </button>
      ))}
    </div>
  );
};
