import { useState } from 'react';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { EscalationView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { fieldRefusal } from '../parts/field-refusal.ts';
import { TextField } from '../parts/text-field.tsx';
import { useMessage } from '../parts/use-message.ts';
import { StageFrame } from './stage-frame.tsx';
import { useOfficeNow } from './use-office-now.ts';

/** Confirmed by telephone to Helpdesk LKPP: when, and with whom. */
export function ConfirmForm({
  escalation,
  settings,
}: {
  readonly escalation: EscalationView;
  readonly settings: Settings;
}) {
  const { escalation: all } = useText();
  const text = all.confirm;
  const { language } = useLanguage();
  const { send, busy, refused } = useMessage('escalation.confirm');
  const [at, setAt] = useOfficeNow();
  const [spokeWith, setSpokeWith] = useState('');
  return (
    <StageFrame
      title={text.title}
      lead={all.helpdesk(settings.helpdeskPhone)}
      submit={text.submit}
      busy={busy}
      refused={refused}
      shownAt={['at', 'spokeWith']}
      onSubmit={() => void send({ escalation: escalation.id, at, spokeWith })}
    >
      <TextField
        kind="datetime-local"
        label={text.at}
        value={at}
        onChange={setAt}
        error={fieldRefusal(language, refused, 'at')}
      />
      <TextField
        label={text.whom}
        value={spokeWith}
        onChange={setSpokeWith}
        error={fieldRefusal(language, refused, 'spokeWith')}
      />
    </StageFrame>
  );
}
