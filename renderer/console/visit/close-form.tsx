import { useState } from 'react';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../language.ts';
import { Button } from '../parts/button.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import layout from '../parts/layout.module.css';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useMessage } from '../use-message.ts';
import { CauseChoice } from './cause-choice.tsx';
import type { CauseChosen } from './use-cause.ts';

type CloseFormProps = {
  readonly visit: VisitView;
  readonly outcome: 'left-early' | 'left-unreported';
  readonly cause: CauseChosen;
  readonly onDone: () => void;
};

/** An end outside the SOP's arrows, by a named member of staff, with its reason. */
export const CloseForm = ({ visit, outcome, cause, onDone }: CloseFormProps) => {
  const { visit: { actions: text } } = useText();
  const { language } = useLanguage();
  const { send, busy, refused, forget } = useMessage('visit.close');
  const [reason, setReason] = useState('');
  return (
    <form
      className={layout['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ visit: visit.code, outcome, reason, cause: cause.cause }, onDone, cause.wasRefused);
      }}
    >
      <p className={layout['lead']}>{outcome === 'left-early' ? text.leftEarlyLead : text.leftUnreportedLead}</p>
      <TextField
        rows={3}
        label={text.reason}
        value={reason}
        error={fieldRefusal(language, refused, 'reason')}
        onChange={(value) => {
          setReason(value);
          forget();
        }}
      />
      <CauseChoice cause={cause} />
      <RefusalLine refused={refused?.code === 'cause-owed' ? null : refused} shownAt={['reason']} />
      <div className={layout['actions']}><Button look="primary" submits busy={busy}>{text.confirmClose}</Button></div>
    </form>
  );
};
