import { languages } from '../../../shared/base/closed-lists.ts';
import { useLanguage, useText } from './language.ts';
import styles from './language-switch.module.css';

/** Indonesian or English, for the one who reads now. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const text = useText();
  return (
    <div className={styles['switch']} role="group" aria-label={text.languageLabel}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          aria-label={text.languages[each]}
          className={styles['language']}
          onClick={() => choose(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
