import styles from './ticket-number.module.css';

/**
 * A day number where it is issued or called: on one line, figures of one width.
 * @param size as a CSS length, by where it stands
 */
export function TicketNumber({ number, size }: { readonly number: string; readonly size: string }) {
  return (
    <p className={`num ${styles['number']}`} style={{ fontSize: size }}>
      {number}
    </p>
  );
}
