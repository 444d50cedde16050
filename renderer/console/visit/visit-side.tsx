import type { Role } from '../../../shared/base/roles.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { DeviationItem } from '../ledger/deviation-item.tsx';
import { useText } from '../parts/language.ts';
import { DeadlineBox } from './deadline-box.tsx';
import { NotesBox } from './notes-box.tsx';
import { VisitorBox } from './visitor-box.tsx';
import styles from './visit-side.module.css';

/** Beside the step: the deadline, what is owed, who came, and what was noted. */
export function VisitSide({
  visit,
  functions,
}: {
  readonly visit: VisitView;
  readonly functions: readonly Role[];
}) {
  const text = useText().visit.ledger;
  return (
    <aside className={styles['side']}>
      <DeadlineBox visit={visit} />
      <section className={styles['group']} aria-label={text.title}>
        <h2 className={styles['title']}>{text.title}</h2>
        {visit.deviations.length === 0 && <p className={styles['none']}>{text.none}</p>}
        {visit.deviations.map((deviation) => (
          <DeviationItem key={deviation.id} deviation={deviation} functions={functions} />
        ))}
      </section>
      <NotesBox visit={visit} functions={functions} />
      <VisitorBox visit={visit} />
    </aside>
  );
}
