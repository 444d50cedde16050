import { NativeSelect } from '@mantine/core';
import styles from './field.module.css';

type ChoiceFieldProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly error?: string | null;
  readonly readOnly?: boolean;
};

const classNames = {
  root: styles['root'] ?? '',
  label: styles['label'] ?? '',
  input: styles['input'] ?? '',
  error: styles['error'] ?? '',
};

/** One of a list, with its label. */
export function ChoiceField<Value extends string>({
  label,
  value,
  choices,
  onChange,
  error = null,
  readOnly = false,
}: ChoiceFieldProps<Value>) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={choices.map((choice) => ({ ...choice }))}
      onChange={(event) => onChange(event.currentTarget.value as Value)}
      error={error}
      disabled={readOnly}
      classNames={classNames}
    />
  );
}
