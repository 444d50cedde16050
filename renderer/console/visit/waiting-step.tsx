import { IconUserCheck, IconVolume } from '@tabler/icons-react';
import { maySend } from '../../../shared/contract/permissions.ts';
import type { Role } from '../../../shared/base/roles.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useMessage } from '../parts/use-message.ts';
import styles from './step-panel.module.css';

const callsBeforeNoShow = 2;

/** Before step 3 begins: the visitor is called, comes, or does not. */
export function WaitingStep({
  visit,
  functions,
}: {
  readonly visit: VisitView;
  readonly functions: readonly Role[];
}) {
  const {
    visit: { waiting: text, notYours },
  } = useText();
  const call = useMessage('visit.call');
  const begin = useMessage('visit.begin');
  const noShow = useMessage('visit.no-show');
  const args = { visit: visit.code };
  const blocked = maySend(functions, 'visit.call') ? null : notYours;
  const isCalled = visit.calls > 0;
  return (
    <div className={styles['ask']}>
      <div>
        <p className={styles['statement']}>{isCalled ? text.called(visit.calls) : text.title}</p>
        <p className={styles['lead']}>{text.lead}</p>
      </div>
      <div className={styles['actions']}>
        <Button
          look={isCalled ? 'outline' : 'primary'}
          busy={call.busy}
          blocked={blocked}
          onPress={() => void call.send(args)}
          icon={<IconVolume size={20} stroke={2} aria-hidden="true" />}
        >
          {isCalled ? text.callAgain : text.call}
        </Button>
        <Button
          look={isCalled ? 'primary' : 'outline'}
          busy={begin.busy}
          blocked={blocked}
          onPress={() => void begin.send(args)}
          icon={<IconUserCheck size={20} stroke={2} aria-hidden="true" />}
        >
          {text.atDesk}
        </Button>
        {isCalled && (
          <Button
            look="quiet"
            busy={noShow.busy}
            blocked={blocked ?? (visit.calls < callsBeforeNoShow ? text.noShowLater : null)}
            onPress={() => void noShow.send(args)}
          >
            {text.noShow}
          </Button>
        )}
      </div>
      <RefusalLine
        refused={call.refused ?? begin.refused ?? noShow.refused}
        otherwise={blocked ?? ''}
      />
    </div>
  );
}
