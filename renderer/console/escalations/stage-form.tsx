import type { Settings } from '../../../shared/settings/settings.ts';
import type { EscalationView } from '../../../shared/views/console-view.ts';
import { AnsweredForm } from './answered-form.tsx';
import { ClosingForm } from './closing-form.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { ContactForm } from './contact-form.tsx';
import { SendForm } from './send-form.tsx';

type StageFormProps = {
  readonly escalation: EscalationView;
  readonly settings: Settings;
  /** Within step 10 only sending and the telephone confirmation are recorded. */
  readonly isInStep?: boolean;
};

/** The form for what comes next in an escalation's life. */
export function StageForm({ escalation, settings, isInStep = false }: StageFormProps) {
  switch (escalation.stage) {
    case 'drafted':
      return <SendForm escalation={escalation} settings={settings} />;
    case 'sent':
      return (
        <>
          <ConfirmForm escalation={escalation} settings={settings} />
          {!isInStep && <AnsweredForm escalation={escalation} isWithoutCall />}
        </>
      );
    case 'confirmed':
      return <AnsweredForm escalation={escalation} />;
    case 'answered':
      return <ContactForm escalation={escalation} />;
    case 'contacted':
      return <ClosingForm escalation={escalation} />;
    case 'closed':
    case 'closed-unresolved':
      return null;
  }
}
