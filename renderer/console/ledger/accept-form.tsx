import { useState } from 'react';
import type { DeviationView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useMessage } from '../parts/use-message.ts';
import styles from './deviation-item.module.css';

/** The coordinator accepts a note, or returns it with a reason. */
export function AcceptForm({ deviation }: { readonly deviation: DeviationView }) {
  const { deviation: text, cancel } = useText();
  const { language } = useLanguage();
  const accept = useMessage('deviation.accept');
  const giveBack = useMessage('deviation.return');
  const [isReturning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const which = { visit: deviation.visit, deviation: deviation.id };
  if (!isReturning) {
    return (
      <>
        <div className={styles['actions']}>
          <Button look="primary" busy={accept.busy} onPress={() => void accept.send(which)}>
            {text.accept}
          </Button>
          <Button onPress={() => setReturning(true)}>{text.giveBack}</Button>
        </div>
        {accept.refused !== null && <RefusalLine refused={accept.refused} />}
      </>
    );
  }
  return (
    <form
      className={styles['form']}
      aria-label={text.giveBack}
      onSubmit={(event) => {
        event.preventDefault();
        void giveBack.send({ ...which, reason });
      }}
    >
      <TextField
        rows={2}
        label={text.giveBackReason}
        value={reason}
        error={fieldRefusal(language, giveBack.refused, 'reason')}
        onChange={(value) => {
          setReason(value);
          giveBack.forget();
        }}
      />
      <RefusalLine refused={giveBack.refused} shownAt={['reason']} />
      <div className={styles['actions']}>
        <Button look="primary" submits busy={giveBack.busy}>
          {text.confirmGiveBack}
        </Button>
        <Button look="quiet" onPress={() => setReturning(false)}>
          {cancel}
        </Button>
      </div>
    </form>
  );
}
