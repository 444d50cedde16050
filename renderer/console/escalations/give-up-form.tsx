import { useState } from 'react';
import type { EscalationView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import { TextField } from '../parts/text-field.tsx';
import { useMessage } from '../parts/use-message.ts';
import { StageFrame } from './stage-frame.tsx';

/** Closed without a solution, at any stage, with a reason. */
export function GiveUpForm({ escalation }: { readonly escalation: EscalationView }) {
  const text = useText().escalation.giveUp;
  const { language } = useLanguage();
  const { send, busy, refused } = useMessage('escalation.close');
  const [isOpen, open] = useState(false);
  const [reason, setReason] = useState('');
  if (!isOpen)
    return (
      <div>
        <Button look="quiet" onPress={() => open(true)}>
          {text.title}
        </Button>
      </div>
    );
  return (
    <StageFrame
      title={text.title}
      submit={text.submit}
      look="outline"
      busy={busy}
      refused={refused}
      shownAt={['reason']}
      onSubmit={() => void send({ escalation: escalation.id, resolved: false, reason })}
    >
      <TextField
        rows={3}
        label={text.reason}
        value={reason}
        onChange={setReason}
        error={fieldRefusal(language, refused, 'reason')}
      />
    </StageFrame>
  );
}
