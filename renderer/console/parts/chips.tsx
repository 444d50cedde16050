import { IconCheck } from '@tabler/icons-react';
import { useId, type Ref } from 'react';
import styles from './chips.module.css';

type ChipsProps<Value extends string> = {
  readonly legend: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
  readonly error?: string | null;
  readonly hint?: string;
  /** The first chip, to bring the focus to. */
  readonly ref?: Ref<HTMLInputElement>;
};

/** One of a few, all in sight: radio buttons that look like chips. */
export function Chips<Value extends string>({
  legend,
  choices,
  chosen,
  onChoose,
  error = null,
  hint,
  ref,
}: ChipsProps<Value>) {
  const group = useId();
  const [first] = choices;
  return (
    <fieldset className={styles['chips']} aria-describedby={`${group}-error`}>
      <legend className={styles['legend']}>{legend}</legend>
      <div className={styles['row']}>
        {choices.map(({ value, label }) => (
          <label key={value} className={styles['chip']}>
            <input
              type="radio"
              name={group}
              className={styles['radio']}
              checked={chosen === value}
              onChange={() => onChoose(value)}
              ref={(chosen === null ? value === first?.value : value === chosen) ? ref : undefined}
            />
            {chosen === value && <IconCheck size={16} stroke={2.4} aria-hidden="true" />}
            <span>{label}</span>
          </label>
        ))}
      </div>
      <p
        id={`${group}-error`}
        className={error === null ? styles['hint'] : styles['error']}
        role={error === null ? undefined : 'alert'}
      >
        {error ?? hint ?? ''}
      </p>
    </fieldset>
  );
}
