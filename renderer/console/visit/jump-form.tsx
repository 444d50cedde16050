import { useState } from 'react';
import type { StepId } from '../../../shared/sop/definition.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { useMessage } from '../parts/use-message.ts';
import { ReasonForm } from './reason-form.tsx';
import type { CauseChosen } from './use-cause.ts';

type JumpFormProps = {
  readonly visit: VisitView;
  readonly cause: CauseChosen;
  readonly onDone: () => void;
};

/** A jump outside the SOP's arrows, with its reason. */
export function JumpForm({ visit, cause, onDone }: JumpFormProps) {
  const {
    visit: { actions: text },
  } = useText();
  const { language } = useLanguage();
  const command = useMessage('visit.override');
  const steps = visit.path.filter(({ id }) => visit.offers.jumps.includes(id));
  const [to, setTo] = useState<StepId>(steps[0]?.id ?? '');
  return (
    <ReasonForm
      lead={text.jumpLead}
      confirm={text.confirmJump}
      command={command}
      cause={cause}
      onSend={(reason) =>
        void command.send(
          { visit: visit.code, to, reason, cause: cause.cause },
          onDone,
          cause.wasRefused,
        )
      }
    >
      <ChoiceField
        label={text.to}
        value={to}
        onChange={setTo}
        choices={steps.map(({ id, no, short }) => ({
          value: id,
          label: `${no} · ${short[language]}`,
        }))}
      />
    </ReasonForm>
  );
}
