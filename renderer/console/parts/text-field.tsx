import { Textarea, TextInput } from '@mantine/core';
import styles from './field.module.css';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly kind?: 'text' | 'password' | 'time' | 'date' | 'datetime-local' | 'search';
  readonly digits?: boolean;
  readonly readOnly?: boolean;
};

const classNames = {
  root: styles['root'] ?? '',
  label: styles['label'] ?? '',
  input: styles['input'] ?? '',
  error: styles['error'] ?? '',
  description: styles['hint'] ?? '',
};

/** A field with its label, and under it a line that is kept free for what is wrong with it. */
export function TextField({
  label,
  value,
  onChange,
  error = null,
  hint,
  placeholder,
  rows = 1,
  kind = 'text',
  digits = false,
  readOnly = false,
}: TextFieldProps) {
  const shared = {
    label,
    value,
    classNames,
    readOnly,
    error,
    ...(hint === undefined || error !== null ? {} : { description: hint }),
    ...(placeholder === undefined ? {} : { placeholder }),
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as (
      'label' | 'input' | 'error' | 'description'
    )[],
    autoComplete: 'off',
    spellCheck: false,
  };
  if (rows > 1)
    return (
      <Textarea {...shared} rows={rows} onChange={(event) => onChange(event.currentTarget.value)} />
    );
  return (
    <TextInput
      {...shared}
      type={kind}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(digits ? { inputMode: 'numeric' as const } : {})}
    />
  );
}
