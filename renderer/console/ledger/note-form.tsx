import { useState } from 'react';
import { causes, type Cause } from '../../../shared/base/closed-lists.ts';
import type { DeviationView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText, useWords } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { Chips } from '../parts/chips.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useMessage } from '../parts/use-message.ts';
import styles from './deviation-item.module.css';

/** The accountability note: cause, cause in words, remedy. */
export function NoteForm({
  deviation,
  onDone,
}: {
  readonly deviation: DeviationView;
  readonly onDone: () => void;
}) {
  const { deviation: text, cancel } = useText();
  const words = useWords();
  const { language } = useLanguage();
  const { send, busy, refused, forget } = useMessage('deviation.note');
  const [cause, setCause] = useState<Cause | null>(deviation.cause);
  const [why, setWhy] = useState(deviation.why);
  const [remedy, setRemedy] = useState(deviation.remedy);
  const [wantsCause, wantCause] = useState(false);
  const submit = (): void => {
    if (cause === null) wantCause(true);
    else void send({ visit: deviation.visit, deviation: deviation.id, cause, why, remedy }, onDone);
  };
  return (
    <form
      className={styles['form']}
      aria-label={text.write}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Chips
        legend={text.cause}
        choices={causes.map((value) => ({ value, label: words.causes[value] }))}
        chosen={cause}
        onChoose={setCause}
        error={wantsCause && cause === null ? text.causeOwed : null}
      />
      <TextField
        rows={3}
        label={text.why}
        placeholder={text.whyHint}
        value={why}
        error={fieldRefusal(language, refused, 'why')}
        onChange={(value) => {
          setWhy(value);
          forget();
        }}
      />
      <TextField
        rows={3}
        label={text.remedy}
        placeholder={text.remedyHint}
        value={remedy}
        error={fieldRefusal(language, refused, 'remedy')}
        onChange={(value) => {
          setRemedy(value);
          forget();
        }}
      />
      <RefusalLine refused={refused} shownAt={['why', 'remedy']} />
      <div className={styles['actions']}>
        <Button look="primary" submits busy={busy}>
          {text.send}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
