import { IconCheck } from '@tabler/icons-react';
import styles from './radio-card.module.css';

type RadioCardProps = {
  readonly group: string;
  readonly title: string;
  readonly says: string;
  readonly tone?: 'near' | 'quiet';
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
};

/** One of several people or places, as a card. */
export function RadioCard({
  group,
  title,
  says,
  tone = 'quiet',
  checked,
  disabled = false,
  onChoose,
}: RadioCardProps) {
  return (
    <label className={`${styles['card']} ${styles[tone]}`}>
      <input
        type="radio"
        name={group}
        className={styles['radio']}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
      />
      <span className={styles['words']}>
        <span className={styles['title']}>{title}</span>
        <span className={`${styles['says']} num`}>{says}</span>
      </span>
      {checked && <IconCheck size={20} stroke={2.4} aria-hidden="true" />}
    </label>
  );
}
