import { useState } from 'react';
import type { StepId } from '../../../shared/procedure/definition.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText, useWords } from '../language.ts';
import { Button } from '../parts/button.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import layout from '../parts/layout.module.css';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useMessage } from '../use-message.ts';
import { CauseChoice } from './cause-choice.tsx';
import type { CauseChosen } from './use-cause.ts';

type JumpFormProps = { readonly visit: VisitView; readonly cause: CauseChosen; readonly onDone: () => void };

/** A jump outside the SOP's arrows, with its reason. */
export const JumpForm = ({ visit, cause, onDone }: JumpFormProps) => {
  const { visit: { actions: text } } = useText();
  const words = useWords();
  const { language } = useLanguage();
  const { send, busy, refused, forget } = useMessage('visit.override');
  // Arriving and the guest book are the visitor's own; reporting out is reached by ending the visit.
  const steps = visit.path.filter(({ no, id }) => no >= 3 && no < visit.path.length && id !== visit.step);
  const [to, setTo] = useState<StepId>(steps[0]?.id ?? 'ask-training');
  const [reason, setReason] = useState('');
  return (
    <form
      className={layout['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ visit: visit.code, to, reason, cause: cause.cause }, onDone, cause.wasRefused);
      }}
    >
      <p className={layout['lead']}>{text.jumpLead}</p>
      <ChoiceField label={text.to} value={to} onChange={setTo} choices={steps.map(({ id, no }) => ({ value: id, label: `${no} · ${words.steps[id].short}` }))} />
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
      <div className={layout['actions']}><Button look="primary" submits busy={busy}>{text.confirmJump}</Button></div>
    </form>
  );
};
