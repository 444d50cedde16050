import { isAskedOf } from '../../../shared/guest-book/guest-book.ts';
import type { CheckInStep } from './check-in-steps.ts';
import { GuestBookField, type FillingProps } from './guest-book-field.tsx';
import styles from './check-in-screen.module.css';

/** The fields of one part of the guest book. */
export function GuestBookFields({
  step,
  ...filling
}: FillingProps & { readonly step: CheckInStep }) {
  const asked = step.fields.filter((field) => isAskedOf(field, filling.form));
  const one = (field: (typeof asked)[number]) => (
    <GuestBookField key={field.key} field={field} {...filling} />
  );
  if (step.id !== 'tender') return <>{asked.map(one)}</>;
  // A package's short code and its long name stand side by side.
  return (
    <>
      <div className={styles['tender']}>{asked.filter(({ kind }) => kind === 'text').map(one)}</div>
      {asked.filter(({ kind }) => kind !== 'text').map(one)}
    </>
  );
}
