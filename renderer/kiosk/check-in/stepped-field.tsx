import { IconMinus, IconPlus } from '@tabler/icons-react';
import styles from './deadline-field.module.css';

type SteppedFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly example: string;
  readonly value: string;
  readonly invalid: boolean;
  readonly narrow?: boolean;
  readonly less: { readonly label: string; readonly act: () => void };
  readonly more: { readonly label: string; readonly act: () => void };
  readonly change: (typed: string) => void;
  readonly left: () => void;
};

/** A short text that can be typed, or stepped up and down by touch. */
export function SteppedField({
  id,
  label,
  example,
  value,
  invalid,
  narrow = false,
  less,
  more,
  change,
  left,
}: SteppedFieldProps) {
  return (
    <div className={styles['stepped']}>
      <button type="button" aria-label={less.label} onClick={less.act}>
        <IconMinus aria-hidden size="2rem" />
      </button>
      <input
        id={id}
        className={`num ${narrow ? styles['narrow'] : ''}`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        aria-label={label}
        aria-invalid={invalid}
        aria-describedby="deadline-problem"
        placeholder={example}
        value={value}
        onChange={(event) => change(event.target.value)}
        onBlur={left}
      />
      <button type="button" aria-label={more.label} onClick={more.act}>
        <IconPlus aria-hidden size="2rem" />
      </button>
    </div>
  );
}
