import { useState } from 'react';
import type { EscalationView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import { TextField } from '../parts/text-field.tsx';
import { useMessage } from '../parts/use-message.ts';
import { StageFrame } from './stage-frame.tsx';
import { useOfficeNow } from './use-office-now.ts';

type AnsweredFormProps = {
  readonly escalation: EscalationView;
  /** The answer came before anybody telephoned: shown only when asked for. */
  readonly isWithoutCall?: boolean;
};

/** Helpdesk LKPP answered: when, and what. */
export function AnsweredForm({ escalation, isWithoutCall = false }: AnsweredFormProps) {
  const text = useText().escalation.answer;
  const { language } = useLanguage();
  const { send, busy, refused } = useMessage('escalation.answer');
  const [isOpen, open] = useState(!isWithoutCall);
  const [at, setAt] = useOfficeNow();
  const [answer, setAnswer] = useState('');
  if (!isOpen)
    return (
      <div>
        <Button look="quiet" onPress={() => open(true)}>
          {text.without}
        </Button>
      </div>
    );
  return (
    <StageFrame
      title={text.title}
      submit={text.submit}
      busy={busy}
      refused={refused}
      shownAt={['at', 'text']}
      onSubmit={() => void send({ escalation: escalation.id, at, text: answer })}
    >
      <TextField
        kind="datetime-local"
        label={text.at}
        value={at}
        onChange={setAt}
        error={fieldRefusal(language, refused, 'at')}
      />
      <TextField
        rows={3}
        label={text.text}
        value={answer}
        onChange={setAnswer}
        error={fieldRefusal(language, refused, 'text')}
      />
    </StageFrame>
  );
}
