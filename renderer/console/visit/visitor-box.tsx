import { useContext } from 'react';
import { fieldsShown, type GuestBookEntry } from '../../../shared/guest-book/guest-book.ts';
import { formatShortDate, formatTime } from '../../../shared/text/format.ts';
import { guestBookLabel } from '../../../shared/text/guest-book.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useLanguage, useText, useWords } from '../parts/language.ts';
import styles from './visit-side.module.css';

/** Who came, as the guest book has it. */
export function VisitorBox({ visit }: { readonly visit: VisitView }) {
  const {
    visit: { visitor: text },
    languages,
  } = useText();
  const { language } = useLanguage();
  const words = useWords();
  const { zone } = useContext(ClockContext);
  const told = (field: GuestBookEntry): string => {
    switch (field.kind) {
      case 'text':
        return visit[field.key];
      case 'user-id':
        return visit[field.key] ?? text.unknown;
      case 'purpose': {
        const purpose = words.purposes[visit.purpose];
        return visit.purposeNote === '' ? purpose : `${purpose}: ${visit.purposeNote}`;
      }
      case 'deadline': {
        const at = visit.deadlineAt;
        return at === null
          ? ''
          : `${formatShortDate(at, zone, language)} · ${formatTime(at, zone)}`;
      }
    }
  };
  const facts: readonly (readonly [string, string])[] = [
    ...fieldsShown('visitor').map(
      (field) => [guestBookLabel('visitor', field, language), told(field)] as const,
    ),
    [text.arrived, formatTime(visit.checkedInAt, zone)],
    [text.code, visit.code],
    [text.linked, visit.linkedTo ?? ''],
    [text.language, languages[visit.language]],
    [text.slip, visit.slip === 'failed' ? text.slipFailed : ''],
  ];
  return (
    <section className={styles['box']} aria-label={text.title}>
      <h2 className={styles['title']}>{text.title}</h2>
      <dl className={styles['facts']}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
