import { useId } from 'react';
import { roles, type Role } from '../../../shared/base/roles.ts';
import { useText, useWords } from '../parts/language.ts';
import { Tick } from '../parts/tick.tsx';
import styles from './functions-field.module.css';

type FunctionsFieldProps = {
  readonly functions: readonly Role[];
  readonly onChange: (functions: readonly Role[]) => void;
  readonly error: string | null;
};

/** The functions of one person, a box each: a person may hold several. */
export function FunctionsField({ functions, onChange, error }: FunctionsFieldProps) {
  const text = useText().setUp;
  const words = useWords();
  const said = useId();
  const change = (changed: Role, isHeld: boolean): void =>
    onChange(roles.filter((role) => (role === changed ? isHeld : functions.includes(role))));
  return (
    <fieldset className={styles['functions']} aria-describedby={said}>
      <legend className={styles['legend']}>{text.functions}</legend>
      <div className={styles['row']}>
        {roles.map((role) => (
          <Tick
            key={role}
            label={words.roles[role]}
            checked={functions.includes(role)}
            onChange={(isHeld) => change(role, isHeld)}
          />
        ))}
      </div>
      <p
        id={said}
        className={error === null ? styles['hint'] : styles['error']}
        role={error === null ? undefined : 'alert'}
      >
        {error ?? text.functionsHint}
      </p>
    </fieldset>
  );
}
