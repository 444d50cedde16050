import { memo } from 'react';
import type { RegisterRow } from '../../../shared/contract/reports.ts';
import { fieldsShown } from '../../../shared/guest-book/guest-book.ts';
import { guestBookLabel } from '../../../shared/text/guest-book.ts';
import { dotted, formatShortDate } from '../../../shared/text/format.ts';
import { useLanguage, useText, useWords } from '../parts/language.ts';
import styles from './register-panel.module.css';

/** The guest book's columns, first the one by which a row is found. */
const told = [...fieldsShown('register')].sort(
  (one, other) => Number(other.leads ?? false) - Number(one.leads ?? false),
);
const noon = 'T05:00:00Z';

type RegisterTableProps = {
  readonly rows: readonly RegisterRow[];
  readonly caption: string;
  readonly empty: string;
};

/** The month's visits, latest first; the head stays in sight. */
export const RegisterTable = memo(({ rows, caption, empty }: RegisterTableProps) => {
  const text = useText().register;
  const words = useWords();
  const others: Readonly<Record<string, string>> = words.outcomes;
  const { language } = useLanguage();
  const { columns } = text;
  return (
    // A table that scrolls must be reachable without a mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['scroll']} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles['table']}>
        <caption className="aloud">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.arrived}</th>
            <th scope="col">{columns.left}</th>
            {told.map((field) => (
              <th key={field.key} scope="col">
                {guestBookLabel('column', field, language)}
              </th>
            ))}
            <th scope="col">{columns.path}</th>
            <th scope="col">{columns.outcome}</th>
            <th scope="col" className={styles['figure']}>
              {columns.deviations}
            </th>
            <th scope="col" className={styles['figure']}>
              {columns.minutes}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row" className={`${styles['number']} num`}>
                {row.number}
                <span className={styles['code']}>{row.code}</span>
              </th>
              <td className="num">
                {formatShortDate(Date.parse(row.date + noon), 'WIB', language)}
                {row.dayDoubtful && <span className={styles['code']}>{text.dayDoubtful}</span>}
              </td>
              <td className="num">{dotted(row.arrived)}</td>
              <td className="num">{row.left === null ? '' : dotted(row.left)}</td>
              {told.map((field) => (
                <td key={field.key} className={field.leads ? styles['company'] : undefined}>
                  {row.erased && field.leads ? (
                    <span className={styles['openVisit']}>{text.erased}</span>
                  ) : field.kind === 'purpose' ? (
                    row.purpose && words.purposes[row.purpose]
                  ) : (
                    row[field.key]
                  )}
                </td>
              ))}
              <td className="num">{row.path}</td>
              <td>
                {row.outcome === null ? (
                  <span className={styles['openVisit']}>{text.open}</span>
                ) : (
                  (row.outcomeWords?.[language] ?? others[row.outcome] ?? row.outcome)
                )}
              </td>
              <td className={`${styles['figure']} num`}>{row.deviations}</td>
              <td className={`${styles['figure']} num`}>{row.minutesInRoom ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className={styles['empty']}>{empty}</p>}
    </div>
  );
});
