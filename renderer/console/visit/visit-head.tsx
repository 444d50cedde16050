import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowLeft,
  IconDeviceDesktop,
  IconUser,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ConsoleView, VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { StatePill } from '../../ui/state-pill.tsx';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useKey } from '../parts/use-key.ts';
import { useMessage } from '../parts/use-message.ts';
import { OtherActions } from './other-actions.tsx';
import type { CauseChosen } from './use-cause.ts';
import styles from './visit-head.module.css';

type VisitHeadProps = {
  readonly visit: VisitView;
  readonly view: ConsoleView;
  readonly cause: CauseChosen;
  readonly onBack: () => void;
};

/** Whose visit this is, who accompanies it where, and what lies beside the everyday way. */
export function VisitHead({ visit, view, cause, onBack }: VisitHeadProps) {
  const text = useText().visit;
  const { back, records } = useText();
  const { send, busy, refused } = useMessage('visit.undo');
  const undo = (): void => {
    if (visit.mayUndo)
      void send({ visit: visit.code, cause: cause.cause }, undefined, cause.wasRefused);
  };
  useKey(text.keyUndo, undo);
  // The card that opened it is gone: the focus goes to where the visit begins.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const tender = [visit.tenderCode === '' ? '' : text.package(visit.tenderCode), visit.tenderName]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <div className={styles['head']}>
      <button
        type="button"
        className={styles['back']}
        aria-label={back}
        title={back}
        onClick={onBack}
      >
        <IconArrowLeft size={22} stroke={2} aria-hidden="true" />
      </button>
      <h1 ref={heading} tabIndex={-1} className={`${styles['number']} num`}>
        {visit.number}
      </h1>
      <div className={styles['who']}>
        <p className={styles['company']}>{visit.company}</p>
        <p className={styles['tender']}>{tender === '' ? visit.name : tender}</p>
      </div>
      {visit.isDamaged && (
        <StatePill
          tone="over"
          icon={<IconAlertTriangle size={16} stroke={2.2} aria-hidden="true" />}
        >
          {records.visitDamaged}
        </StatePill>
      )}
      <div className={styles['right']}>
        {refused !== null && refused.code !== 'cause-owed' && <RefusalLine refused={refused} />}
        {visit.trainer !== null && (
          <span className={styles['where']}>
            <IconUser size={19} stroke={1.9} aria-hidden="true" />
            {visit.trainer.name}
          </span>
        )}
        {visit.workstation !== null && (
          <span className={styles['where']}>
            <IconDeviceDesktop size={19} stroke={1.9} aria-hidden="true" />
            {visit.workstation.name}
          </span>
        )}
        <Button
          onPress={undo}
          busy={busy}
          blocked={visit.mayUndo ? null : text.noUndo}
          shortcut={text.keyUndo}
          icon={<IconArrowBackUp size={19} stroke={2} aria-hidden="true" />}
        >
          {text.undo}
        </Button>
        <OtherActions visit={visit} view={view} cause={cause} />
      </div>
    </div>
  );
}
