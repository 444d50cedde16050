import { useId, useState } from 'react';
import { OfficeMark } from '../../ui/office-mark.tsx';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import styles from '../parts/settings.module.css';

/** As data URL it stays under the 400,000 characters that settings take. */
const mostBytes = 290_000;
const kinds = ['image/png', 'image/svg+xml'];

type LogoFieldProps = {
  readonly logo: string | null;
  readonly onChange: (logo: string | null) => void;
  readonly readOnly: boolean;
};

const readAsDataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result : ''),
    );
    reader.addEventListener('error', () =>
      reject(reader.error ?? new Error('The logo could not be read')),
    );
    reader.readAsDataURL(file);
  });

/** The office's logo: a file read into the settings themselves, or the product's own mark. */
export function LogoField({ logo, onChange, readOnly }: LogoFieldProps) {
  const text = useText().setUp;
  const field = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (!kinds.includes(file.type)) return setProblem(text.logoWrong);
    if (file.size > mostBytes) return setProblem(text.logoLarge);
    setProblem(null);
    try {
      onChange(await readAsDataUrl(file));
    } catch {
      setProblem(text.logoWrong);
    }
  };
  return (
    <div>
      <span className={styles['label']}>{text.logo}</span>
      <div className={styles['logo']}>
        <OfficeMark logo={logo} size={56} />
        {!readOnly && (
          <label className={styles['file']}>
            {text.logoChoose}
            <input
              type="file"
              accept={kinds.join()}
              className="aloud"
              aria-describedby={`${field}-says`}
              onChange={(event) => void choose(event.currentTarget.files?.[0])}
            />
          </label>
        )}
        {logo !== null && !readOnly && (
          <Button look="quiet" onPress={() => onChange(null)}>
            {text.logoRemove}
          </Button>
        )}
      </div>
      <p
        id={`${field}-says`}
        role="status"
        className={problem === null ? styles['hint'] : styles['problem']}
      >
        {problem ?? text.logoHint}
      </p>
    </div>
  );
}
