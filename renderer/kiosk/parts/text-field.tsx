import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { GuestBookField } from '../../../shared/guest-book/guest-book.ts';
import { useText } from './language.ts';
import styles from './text-field.module.css';

type TextFieldProps = {
  readonly field: GuestBookField;
  readonly value: string;
  readonly problem: string | null;
  readonly change: (value: string) => void;
  readonly left: () => void;
  readonly kind?: 'text' | 'tel' | 'email' | 'numeric';
  readonly optional?: boolean;
  readonly disabled?: boolean;
  /** Stands beside the sentence about what is wrong: chips that mend it. */
  readonly children?: ReactNode;
};

/** One large field with its label, its sentence, and room kept for that sentence so that nothing jumps. */
export function TextField({
  field,
  value,
  problem,
  change,
  left,
  kind = 'text',
  optional = false,
  disabled = false,
  children,
}: TextFieldProps) {
  const text = useText();
  const id = `field-${field}`;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>
        {text.fields[field]}
        {optional && <span>{text.optional}</span>}
      </label>
      <input
        id={id}
        type={kind === 'numeric' ? 'text' : kind}
        inputMode={kind}
        autoComplete="off"
        spellCheck={false}
        value={value}
        disabled={disabled}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        onChange={(event) => change(event.target.value)}
        onBlur={left}
      />
      <div className={styles['below']}>
        <p id={`${id}-problem`} role="alert">
          {problem !== null && (
            <>
              <IconAlertCircle aria-hidden size="2rem" />
              {problem}
            </>
          )}
        </p>
        {children}
      </div>
    </div>
  );
}
