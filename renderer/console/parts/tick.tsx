import { Checkbox } from '@mantine/core';
import styles from './tick.module.css';

type TickProps = {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly busy?: boolean;
  /** Ticked for good: it stays readable and does nothing more. */
  readonly isFixed?: boolean;
  readonly readOnly?: boolean;
  readonly onChange: (checked: boolean) => void;
};

const classNames = {
  input: styles['input'] ?? '',
  label: styles['label'] ?? '',
  description: styles['hint'] ?? '',
  body: styles['body'] ?? '',
  labelWrapper: styles['words'] ?? '',
};

/** A box to tick, with its sentence. */
export function Tick({
  label,
  hint,
  checked,
  busy = false,
  isFixed = false,
  readOnly = false,
  onChange,
}: TickProps) {
  return (
    <Checkbox
      size="md"
      checked={checked}
      label={label}
      {...(hint === undefined ? {} : { description: hint })}
      aria-busy={busy}
      aria-disabled={isFixed || busy}
      disabled={readOnly}
      classNames={classNames}
      onChange={(event) => {
        if (!isFixed && !busy) onChange(event.currentTarget.checked);
      }}
    />
  );
}
