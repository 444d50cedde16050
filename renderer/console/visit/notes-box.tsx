import { useContext, useState } from 'react';
import { maySend } from '../../../shared/contract/permissions.ts';
import type { Role } from '../../../shared/base/roles.ts';
import { formatTime } from '../../../shared/text/format.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useMessage } from '../parts/use-message.ts';
import styles from './visit-side.module.css';

/** Notes on the visit in the staff's own words, and a place to write one. */
export function NotesBox({
  visit,
  functions,
}: {
  readonly visit: VisitView;
  readonly functions: readonly Role[];
}) {
  const text = useText().visit.notes;
  const { language } = useLanguage();
  const { zone } = useContext(ClockContext);
  const { send, busy, refused, forget } = useMessage('visit.note');
  const [typed, setTyped] = useState('');
  return (
    <section className={styles['box']} aria-label={text.title}>
      <h2 className={styles['title']}>{text.title}</h2>
      {visit.notes.length > 0 && (
        <ul className={styles['notes']}>
          {visit.notes.map(({ at, by, text: note }) => (
            <li key={`${at} ${note}`} className={styles['note']}>
              {note}
              <span className={styles['by']}>{`${by} · ${formatTime(at, zone)}`}</span>
            </li>
          ))}
        </ul>
      )}
      {maySend(functions, 'visit.note') && (
        <form
          className={styles['writing']}
          onSubmit={(event) => {
            event.preventDefault();
            void send({ visit: visit.code, text: typed }, () => setTyped(''));
          }}
        >
          <TextField
            rows={2}
            label={text.add}
            value={typed}
            error={fieldRefusal(language, refused, 'text')}
            onChange={(value) => {
              setTyped(value);
              forget();
            }}
          />
          {refused !== null && <RefusalLine refused={refused} shownAt={['text']} />}
          <div>
            <Button submits busy={busy}>
              {text.save}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
