import { useState } from 'react';
import { maySend } from '../../../shared/contract/permissions.ts';
import type { Role } from '../../../shared/base/roles.ts';
import { formatClock } from '../../../shared/text/format.ts';
import type { DeviationView } from '../../../shared/views/console-view.ts';
import { StatePill, type Tone } from '../../ui/state-pill.tsx';
import { useTicking } from '../../ui/use-ticking.ts';
import { useText, useWords } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { AcceptForm } from './accept-form.tsx';
import styles from './deviation-item.module.css';
import { NoteForm } from './note-form.tsx';

const tones: Record<DeviationView['status'], Tone> = {
  owed: 'over',
  returned: 'over',
  noted: 'quiet',
  accepted: 'done',
};

type DeviationItemProps = {
  readonly deviation: DeviationView;
  readonly functions: readonly Role[];
  readonly heading?: string;
};

/** One norm not met: by how much, who owes the note, what was written, and what comes next. */
export function DeviationItem({ deviation, functions, heading }: DeviationItemProps) {
  const text = useText().deviation;
  const words = useWords();
  const { status, kind, no, attempt } = deviation;
  const [isWriting, write] = useState(false);
  const isOwed = status === 'owed' || status === 'returned';
  const kindWords = words.deviationKinds[kind];
  return (
    <article
      className={styles['item']}
      aria-label={attempt > 1 ? text.headAttempt(no, attempt, kindWords) : text.head(no, kindWords)}
    >
      {heading !== undefined && <p className={styles['visit']}>{heading}</p>}
      <div className={`${styles['what']} ${isOwed ? styles['owed'] : ''}`}>
        <div className={styles['top']}>
          <h3 className={styles['head']}>
            {attempt > 1 ? text.headAttempt(no, attempt, kindWords) : text.head(no, kindWords)}
          </h3>
          <StatePill tone={tones[status]}>{text.status[status]}</StatePill>
        </div>
        <Measure deviation={deviation} />
        <p className={styles['by']}>
          {text.owedBy(deviation.owedBy === '' ? text.desk : deviation.owedBy)}
          {deviation.mended && ` · ${text.mended}`}
          {deviation.cause !== null && ` · ${words.causes[deviation.cause]}`}
        </p>
      </div>
      {status === 'returned' && (
        <p className={styles['returned']}>{text.returned(deviation.returnedBecause)}</p>
      )}
      {status !== 'owed' && !isWriting && (
        <dl className={styles['note']}>
          <dt>{text.inWords}</dt>
          <dd>{deviation.why}</dd>
          <dt>{text.remedy}</dt>
          <dd>{deviation.remedy}</dd>
        </dl>
      )}
      {isOwed &&
        maySend(functions, 'deviation.note') &&
        (isWriting ? (
          <NoteForm deviation={deviation} onDone={() => write(false)} />
        ) : (
          <div>
            <Button onPress={() => write(true)}>
              {status === 'owed' ? text.write : text.rewrite}
            </Button>
          </div>
        ))}
      {status === 'noted' && maySend(functions, 'deviation.accept') && (
        <AcceptForm deviation={deviation} />
      )}
    </article>
  );
}

/** By how much; grows while the step still runs. */
const Measure = ({
  deviation: { kind, actualMs, normMs, running },
}: {
  readonly deviation: DeviationView;
}) => {
  const text = useText().deviation;
  const actual =
    useTicking((since) => Math.floor(((actualMs ?? 0) + (running ? since : 0)) / 1_000)) * 1_000;
  if (kind !== 'time' || actualMs === null || normMs === null)
    return <p className={styles['measure']}>{text.kinds[kind]}</p>;
  return (
    <p className={`${styles['measure']} num`}>
      {text.time(formatClock(actual), formatClock(normMs), formatClock(actual - normMs))}
      {running && ` · ${text.running}`}
    </p>
  );
};
