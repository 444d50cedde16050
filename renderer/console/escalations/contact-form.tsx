import { useState } from 'react';
import { contactWays, type ContactWay } from '../../../shared/base/closed-lists.ts';
import type { EscalationView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText, useWords } from '../parts/language.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import { TextField } from '../parts/text-field.tsx';
import { useMessage } from '../parts/use-message.ts';
import { StageFrame } from './stage-frame.tsx';
import { useOfficeNow } from './use-office-now.ts';

/** The provider was contacted: when, how, and what was said. */
export function ContactForm({ escalation }: { readonly escalation: EscalationView }) {
  const { escalation: all } = useText();
  const text = all.contact;
  const words = useWords();
  const { language } = useLanguage();
  const { send, busy, refused } = useMessage('escalation.contact');
  const [at, setAt] = useOfficeNow();
  const [way, setWay] = useState<ContactWay>('telephone');
  const [note, setNote] = useState('');
  return (
    <StageFrame
      title={text.title}
      lead={`${all.phone}: ${escalation.phone}`}
      submit={text.submit}
      busy={busy}
      refused={refused}
      shownAt={['at', 'note']}
      onSubmit={() => void send({ escalation: escalation.id, at, way, note })}
    >
      <TextField
        kind="datetime-local"
        label={text.at}
        value={at}
        onChange={setAt}
        error={fieldRefusal(language, refused, 'at')}
      />
      <ChoiceField
        label={text.way}
        value={way}
        onChange={setWay}
        choices={contactWays.map((value) => ({ value, label: words.contactWays[value] }))}
      />
      <TextField
        rows={3}
        label={text.note}
        value={note}
        onChange={setNote}
        error={fieldRefusal(language, refused, 'note')}
      />
    </StageFrame>
  );
}
