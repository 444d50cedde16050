import { useState } from 'react';
import { nextButtonId } from '../parts/action-bar.tsx';
import { useText } from '../parts/language.ts';
import { TextField } from '../parts/text-field.tsx';
import styles from './check-in-screen.module.css';

type AccountFieldProps = {
  readonly value: string | null;
  readonly problem: string | null;
  readonly change: (value: string | null) => void;
  readonly left: () => void;
};

/** The SPSE User ID, or that the visitor does not remember it. What was typed comes back when that is taken back. */
export function AccountField({ value, problem, change, left }: AccountFieldProps) {
  const text = useText();
  const [typed, setTyped] = useState(value ?? '');
  const forgot = value === null;
  const toggle = (): void => {
    change(forgot ? typed : null);
    // With nothing left to type, Enter is to go on and not to take the answer back.
    if (!forgot) document.getElementById(nextButtonId)?.focus();
  };
  return (
    <>
      <TextField
        field="userId"
        problem={problem}
        left={left}
        disabled={forgot}
        value={value ?? ''}
        change={(userId) => {
          setTyped(userId);
          change(userId);
        }}
      />
      <button type="button" className={styles['toggle']} aria-pressed={forgot} onClick={toggle}>
        <strong>{text.dontRemember}</strong> <span>{text.dontRememberLead}</span>
      </button>
    </>
  );
}
