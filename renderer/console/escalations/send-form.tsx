import { useState } from 'react';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { EscalationView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { fieldRefusal } from '../parts/field-refusal.ts';
import { TextField } from '../parts/text-field.tsx';
import { useMessage } from '../parts/use-message.ts';
import { StageFrame } from './stage-frame.tsx';
import { useOfficeNow } from './use-office-now.ts';

/** Sent by hand: through what, when, under which ticket number. */
export function SendForm({
  escalation,
  settings,
}: {
  readonly escalation: EscalationView;
  readonly settings: Settings;
}) {
  const text = useText().escalation.send;
  const { language } = useLanguage();
  const { send, busy, refused } = useMessage('escalation.send');
  const [channel, setChannel] = useState(settings.escalationChannels[0] ?? '');
  const [at, setAt] = useOfficeNow();
  const [ticket, setTicket] = useState('');
  return (
    <StageFrame
      title={text.title}
      submit={text.submit}
      busy={busy}
      refused={refused}
      shownAt={['at', 'ticket']}
      onSubmit={() => void send({ escalation: escalation.id, channel, at, ticket })}
    >
      <ChoiceField
        label={text.channel}
        value={channel}
        onChange={setChannel}
        choices={settings.escalationChannels.map((each) => ({ value: each, label: each }))}
      />
      <TextField
        kind="datetime-local"
        label={text.at}
        value={at}
        onChange={setAt}
        error={fieldRefusal(language, refused, 'at')}
      />
      <TextField
        label={text.ticket}
        hint={text.ticketHint}
        value={ticket}
        onChange={setTicket}
        error={fieldRefusal(language, refused, 'ticket')}
      />
    </StageFrame>
  );
}
