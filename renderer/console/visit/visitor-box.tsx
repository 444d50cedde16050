import { useContext } from 'react';
import { formatTime } from '../../../shared/text/format.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useText, useWords } from '../parts/language.ts';
import styles from './visit-side.module.css';

/** Who came, as the guest book has it. */
export function VisitorBox({ visit }: { readonly visit: VisitView }) {
  const {
    visit: { visitor: text },
    languages,
  } = useText();
  const words = useWords();
  const { zone } = useContext(ClockContext);
  const purpose = words.purposes[visit.purpose];
  const facts: readonly (readonly [string, string])[] = [
    [text.name, visit.name],
    [text.phone, visit.phone],
    [text.email, visit.email],
    [text.userId, visit.userId ?? text.unknown],
    [text.purpose, visit.purposeNote === '' ? purpose : `${purpose}: ${visit.purposeNote}`],
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
