import { IconUserCheck, IconVolume } from '@tabler/icons-react';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useMessage } from '../parts/use-message.ts';
import styles from './step-panel.module.css';

/** Before the step begins: the visitor is called, comes, or does not. */
export function WaitingStep({ visit }: { readonly visit: VisitView }) {
  const {
    visit: { waiting: text, notYours },
  } = useText();
  const call = useMessage('queue.call');
  const begin = useMessage('queue.begin');
  const noShow = useMessage('queue.no-show');
  const args = { visit: visit.code };
  const blocked = visit.mayAnswer ? null : notYours;
  const isCalled = visit.calls > 0;
  return (
    <div className={styles['ask']}>
      <div>
        <p className={styles['statement']}>{isCalled ? text.called(visit.calls) : text.title}</p>
        <p className={styles['lead']}>{text.lead(visit.no)}</p>
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
        {isCalled && visit.column === 'waiting' && (
          <Button
            look="quiet"
            busy={noShow.busy}
            blocked={blocked ?? (visit.offers.noShow ? null : text.noShowLater)}
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
