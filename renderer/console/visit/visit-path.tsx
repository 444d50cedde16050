import type { VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { PathRow } from './path-row.tsx';
import styles from './visit-path.module.css';

/** The visit's way through the 13 steps; from step 5 on it runs on two tracks, the visitor's and the companion's. */
export function VisitPath({ visit }: { readonly visit: VisitView }) {
  const text = useText().visit;
  return (
    <section className={styles['path']} aria-label={text.path}>
      <div className={styles['head']}>
        <h2>{text.path}</h2>
        <span>{text.pathUnits}</span>
      </div>
      <ol className={styles['rows']}>
        {visit.path.map((step) => (
          <PathRow key={step.id} step={step} visit={visit} />
        ))}
      </ol>
    </section>
  );
}
