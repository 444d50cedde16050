import { useState, type ReactNode } from 'react';
import type { Command } from '../../ui/use-command.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import layout from '../parts/layout.module.css';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { CauseChoice } from './cause-choice.tsx';
import type { CauseChosen } from './use-cause.ts';

type ReasonFormProps = {
  readonly lead: string;
  /** What stands on the button that does it. */
  readonly confirm: string;
  readonly command: Pick<Command, 'busy' | 'refused' | 'forget'>;
  readonly cause: CauseChosen;
  readonly onSend: (reason: string) => void;
  /** What is asked besides the reason, before it. */
  readonly children?: ReactNode;
};

/** Asks the reason for leaving the SOP's arrows, and the cause where the present step is over its norm. */
export function ReasonForm({ lead, confirm, command, cause, onSend, children }: ReasonFormProps) {
  const {
    visit: { actions: text },
  } = useText();
  const { language } = useLanguage();
  const { busy, refused, forget } = command;
  const [reason, setReason] = useState('');
  return (
    <form
      className={layout['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason);
      }}
    >
      <p className={layout['lead']}>{lead}</p>
      {children}
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
      <div className={layout['actions']}>
        <Button look="primary" submits busy={busy}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
