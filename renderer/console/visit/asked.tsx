import type { VisitView } from '../../../shared/views/console-view.ts';
import { useProcedureWords } from '../parts/procedures.ts';
import styles from './step-panel.module.css';

/** The step's question, in large letters; nothing for a step that asks none. */
export function Asked({ visit }: { readonly visit: VisitView }) {
  const question = useProcedureWords(visit).question(visit.step);
  return question === null ? null : <p className={styles['question']}>{question}</p>;
}
