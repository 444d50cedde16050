import type { VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { useMessage } from '../parts/use-message.ts';
import { ReasonForm } from './reason-form.tsx';
import type { CauseChosen } from './use-cause.ts';

type CloseFormProps = {
  readonly visit: VisitView;
  readonly outcome: 'left-early' | 'left-unreported';
  readonly cause: CauseChosen;
  readonly onDone: () => void;
};

/** An end outside the SOP's arrows, by a named member of staff, with its reason. */
export function CloseForm({ visit, outcome, cause, onDone }: CloseFormProps) {
  const {
    visit: { actions: text },
  } = useText();
  const command = useMessage('visit.close');
  return (
    <ReasonForm
      lead={outcome === 'left-early' ? text.leftEarlyLead : text.leftUnreportedLead}
      confirm={text.confirmClose}
      command={command}
      cause={cause}
      onSend={(reason) =>
        void command.send(
          { visit: visit.code, outcome, reason, cause: cause.cause },
          onDone,
          cause.wasRefused,
        )
      }
    />
  );
}
