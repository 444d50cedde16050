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
  /** Within its step only sending and the telephone confirmation are recorded. */
  readonly isInStep?: boolean;
};

/** The forms for what may come next in an escalation's life, as its procedure says. */
export function StageForm({ escalation, settings, isInStep = false }: StageFormProps) {
  const may = (act: EscalationView['acts'][number]): boolean => escalation.acts.includes(act);
  return (
    <>
      {may('send') && <SendForm escalation={escalation} settings={settings} />}
      {may('confirm') && <ConfirmForm escalation={escalation} settings={settings} />}
      {may('answer') && !isInStep && (
        <AnsweredForm escalation={escalation} isWithoutCall={may('confirm')} />
      )}
      {may('contact') && <ContactForm escalation={escalation} />}
      {may('close') && <ClosingForm escalation={escalation} />}
    </>
  );
}
