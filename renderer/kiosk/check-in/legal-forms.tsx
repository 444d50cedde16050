import { legalForms } from '../../../shared/guest-book/rules.ts';
import { useText } from '../parts/language.ts';
import styles from './check-in-screen.module.css';

/** A person's own business has its form behind the name, a company before it. */
const withForm = (form: (typeof legalForms)[number], company: string): string =>
  form === 'Perorangan' ? `${company.trim()} (${form})` : `${form} ${company.trim()}`;

/** Chips that mend a company's name without its kind, by one tap. */
export function LegalForms({
  company,
  change,
}: {
  readonly company: string;
  readonly change: (company: string) => void;
}) {
  const text = useText();
  return (
    <div className={styles['chips']}>
      {legalForms.map((form) => (
        <button
          key={form}
          type="button"
          aria-label={text.addForm(form)}
          onClick={() => {
            change(withForm(form, company));
            document.getElementById('field-company')?.focus();
          }}
        >
          {form}
        </button>
      ))}
    </div>
  );
}
