import type { StepId } from '../../../shared/sop/definition.ts';
import { useWords } from '../parts/language.ts';
import styles from './step-panel.module.css';

/** The step's question, in large letters; nothing for a step that asks none. */
export function Asked({ step }: { readonly step: StepId }) {
  const { question } = useWords().steps[step];
  return question === null ? null : <p className={styles['question']}>{question}</p>;
}
