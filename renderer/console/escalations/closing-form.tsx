import type { EscalationView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { useMessage } from '../parts/use-message.ts';
import { StageFrame } from './stage-frame.tsx';

/** Closed as solved, once the provider was contacted. */
export function ClosingForm({ escalation }: { readonly escalation: EscalationView }) {
  const text = useText().escalation.closing;
  const { send, busy, refused } = useMessage('escalation.close');
  return (
    <StageFrame
      title={text.title}
      lead={text.lead}
      submit={text.submit}
      busy={busy}
      refused={refused}
      onSubmit={() => void send({ escalation: escalation.id, resolved: true, reason: '' })}
    />
  );
}
