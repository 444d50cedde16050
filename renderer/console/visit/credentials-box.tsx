import { useState } from 'react';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { Tick } from '../parts/tick.tsx';
import { useMessage } from '../parts/use-message.ts';
import styles from './step-panel.module.css';

/** Pencatatan: user ID and password are on record in the LPSE's own system; a User ID not remembered is completed here. */
export function CredentialsBox({ visit }: { readonly visit: VisitView }) {
  const text = useText().visit.credentials;
  const { language } = useLanguage();
  const { send, busy, refused, forget } = useMessage('visit.tick-credentials');
  const [userId, setUserId] = useState('');
  const isUnknown = visit.userId === null;
  const tick = (): void =>
    void send({ visit: visit.code, userId: isUnknown && userId.trim() !== '' ? userId : null });
  return (
    <div className={styles['box']} role="group" aria-label={text.title}>
      <Tick
        checked={visit.credentialsTicked}
        busy={busy}
        isFixed={visit.credentialsTicked}
        label={text.tick}
        hint={text.lead}
        onChange={tick}
      />
      {isUnknown && (
        <div className={styles['fields']}>
          <TextField
            label={text.userId}
            hint={text.userIdHint}
            value={userId}
            error={fieldRefusal(language, refused, 'userId')}
            onChange={(value) => {
              setUserId(value);
              forget();
            }}
          />
          {visit.credentialsTicked && (
            <div style={{ paddingTop: 26 }}>
              <Button busy={busy} onPress={tick}>
                {text.complete}
              </Button>
            </div>
          )}
        </div>
      )}
      {refused !== null && <RefusalLine refused={refused} shownAt={['userId']} />}
    </div>
  );
}
