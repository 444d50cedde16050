import { useState } from 'react';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import layout from '../parts/layout.module.css';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useMessage } from '../parts/use-message.ts';

/** A provider came back: this visit continues an earlier one. */
export function LinkForm({
  visit,
  onDone,
}: {
  readonly visit: VisitView;
  readonly onDone: () => void;
}) {
  const {
    visit: { actions: text },
  } = useText();
  const { send, busy, refused, forget } = useMessage('visit.link');
  const [to, setTo] = useState('');
  return (
    <form
      className={layout['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ visit: visit.code, to }, onDone);
      }}
    >
      <p className={layout['lead']}>{text.linkLead}</p>
      <TextField
        label={text.code}
        value={to}
        placeholder="7K3M-9QXA"
        onChange={(value) => {
          setTo(value);
          forget();
        }}
      />
      <RefusalLine refused={refused} />
      <div className={layout['actions']}>
        <Button look="primary" submits busy={busy}>
          {text.confirmLink}
        </Button>
      </div>
    </form>
  );
}
