import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { KioskView } from '../../shared/views/kiosk-view.ts';
import { Header, type NoticePanelState } from './parts/header.tsx';
import { IdlePanel } from './parts/idle-panel.tsx';
import { useText } from './parts/language.ts';
import { NoticePanel } from './check-in/notice-panel.tsx';
import type { Idle } from './parts/use-idle.ts';
import styles from './frame.module.css';
import panels from './parts/panels.module.css';

type FrameProps = {
  readonly view: KioskView;
  /** The board takes the right of the screen over its whole height. */
  readonly besideBoard: boolean;
  readonly idle: Idle;
  readonly notice: NoticePanelState & { readonly close: () => void };
  readonly children: ReactNode;
};

/** What stands around every screen: the header, and what the office has to say. */
export function Frame({ view, besideBoard, idle, notice, children }: FrameProps) {
  const text = useText();
  const isOut = view.service === 'out-of-service';
  const looks = ['frame', ...(besideBoard ? ['besideBoard'] : []), ...(isOut ? ['out'] : [])];
  return (
    <div className={looks.map((look) => styles[look]).join(' ')}>
      <div className={styles['top']}>
        <Header view={view} withTime={!besideBoard} notice={notice} />
        {isOut && (
          <p className={panels['outOfService']} role="alert">
            <IconAlertTriangle aria-hidden size="2.5rem" />
            {text.outOfService}
          </p>
        )}
      </div>
      {children}
      {notice.isOpen && (
        <NoticePanel
          years={view.office.retentionYears}
          version={view.notice}
          close={notice.close}
        />
      )}
      <IdlePanel idle={idle} />
    </div>
  );
}
