import { IconArrowLeft, IconBackspace } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type MouseEvent } from 'react';
import { sayFunctions } from '../../../shared/text/functions.ts';
import type { StaffView } from '../../../shared/views/console-view.ts';
import { useText, useWords } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useMessage } from '../parts/use-message.ts';
import styles from './pin-form.module.css';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const longest = 24;

/** The focus stays in the field, so that Enter signs in after the last digit tapped. */
const stay = (event: MouseEvent): void => event.preventDefault();

/** The PIN of one member of staff, by keyboard or by touch; never shown. */
export function PinForm({
  member,
  onOthers,
}: {
  readonly member: StaffView;
  readonly onOthers: () => void;
}) {
  const text = useText().signIn;
  const words = useWords();
  const { send, busy, refused, forget } = useMessage('staff.sign-in');
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const label = useId();
  useEffect(() => field.current?.focus(), []);
  const enter = (): void => {
    if (pin === '') return;
    // Each try is a command of its own, also with the same PIN: the id of one that was spent serves no more.
    forget();
    void send({ staff: member.id, pin }, undefined, () => {
      setPin('');
      field.current?.focus();
    });
  };
  const add = (digit: string): void => setPin((typed) => (typed + digit).slice(0, longest));
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <Button
        look="quiet"
        onPress={onOthers}
        icon={<IconArrowLeft size={19} stroke={2} aria-hidden="true" />}
      >
        {text.others}
      </Button>
      <h1 className={styles['name']}>{member.name}</h1>
      <p className={styles['role']}>{sayFunctions(words, member.functions)}</p>
      <label className={styles['label']} htmlFor={label}>
        {text.pinFor(member.name)}
      </label>
      <input
        ref={field}
        id={label}
        className={styles['pin']}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, '').slice(0, longest))}
      />
      <div className={styles['said']}>
        <RefusalLine refused={refused} otherwise={text.pinHint} />
      </div>
      <div className={styles['pad']} role="group" aria-label={text.pad}>
        {digits.map((digit) => (
          <button
            key={digit}
            type="button"
            className={styles['digit']}
            onMouseDown={stay}
            onClick={() => add(digit)}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          className={styles['digit']}
          aria-label={text.erase}
          onMouseDown={stay}
          onClick={() => setPin((typed) => typed.slice(0, -1))}
        >
          <IconBackspace size={26} stroke={1.8} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles['digit']}
          onMouseDown={stay}
          onClick={() => add('0')}
        >
          0
        </button>
        <button
          type="submit"
          className={`${styles['digit']} ${styles['enter']}`}
          aria-busy={busy}
          aria-disabled={busy}
        >
          {text.enter}
        </button>
      </div>
    </form>
  );
}
