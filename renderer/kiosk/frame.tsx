import { IconAlertTriangle, IconShieldLock, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { KioskView } from '../../shared/views/kiosk-view.ts';
import { formatDate, formatTime } from '../../shared/text/format.ts';
import { OfficeMark } from '../ui/office-mark.tsx';
import { useNow } from '../ui/use-now.ts';
import { NoticeText } from './notice-text.tsx';
import { useLanguage, useText } from './language.ts';
import styles from './kiosk.module.css';

type FrameProps = {
  readonly view: KioskView;
  /** The attract screen brings its own clock, on the board. */
  readonly bare: boolean;
  readonly idle: { readonly secondsLeft: number | null; readonly stay: () => void };
  readonly children: ReactNode;
};

/** Time and date of the office. */
export const Today = ({ zone }: { readonly zone: KioskView['clock']['zone'] }) => {
  const now = useNow();
  const { language } = useLanguage();
  return (
    <div className={styles['today']}>
      <p className={`num ${styles['time']}`}>{formatTime(now, zone)}</p>
      <p className={styles['date']}>{formatDate(now, zone, language)}</p>
    </div>
  );
};

const LanguageSwitch = () => {
  const text = useText();
  const { language, choose } = useLanguage();
  return (
    <div className={styles['languages']} role="group" aria-label={text.languages}>
      <button type="button" aria-pressed={language === 'id'} onClick={() => choose('id')}>{text.indonesian}</button>
      <button type="button" aria-pressed={language === 'en'} onClick={() => choose('en')} lang="en">{text.english}</button>
    </div>
  );
};

/** What stands around every screen: the office, the language, the notice one tap away, and what the office has to say. */
export const Frame = ({ view, bare, idle, children }: FrameProps) => {
  const text = useText();
  const [noticeIsOpen, openNotice] = useState(false);
  const { office, clock } = view;
  return (
    <div className={bare ? `${styles['frame']} ${styles['bare']}` : styles['frame']}>
      <header className={styles['header']}>
        <OfficeMark logo={office.logo} size={76} />
        <div className={styles['office']}>
          <p className={styles['officeName']}>{office.name}</p>
          <p className={styles['room']}>{office.room}</p>
        </div>
        <button type="button" className={styles['quiet']} aria-expanded={noticeIsOpen} onClick={() => openNotice(!noticeIsOpen)}>
          <IconShieldLock aria-hidden size="2rem" />
          {text.privacy}
        </button>
        {!bare && <Today zone={clock.zone} />}
        <LanguageSwitch />
      </header>
      {view.service === 'out-of-service' && (
        <p className={styles['banner']} role="alert">
          <IconAlertTriangle aria-hidden size="2.5rem" />
          {text.outOfService}
        </p>
      )}
      {idle.secondsLeft !== null && (
        <div className={styles['banner']} role="alert">
          <p>
            <strong>{text.stillThere}</strong> <span className="num">{text.erasedIn(idle.secondsLeft)}</span>
          </p>
          <button type="button" className={styles['primary']} onClick={idle.stay}>{text.stillHere}</button>
        </div>
      )}
      {noticeIsOpen && (
        <section className={styles['notice']} aria-label={text.privacy}>
          <NoticeText years={office.retentionYears} version={view.notice} />
          <button type="button" className={styles['secondary']} onClick={() => openNotice(false)}>
            <IconX aria-hidden size="2rem" />
            {text.close}
          </button>
        </section>
      )}
      {children}
    </div>
  );
};
