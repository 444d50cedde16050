import { IconShieldLock } from '@tabler/icons-react';
import type { KioskView } from '../../../shared/views/kiosk-view.ts';
import { OfficeMark } from '../../ui/office-mark.tsx';
import { useLanguage, useText } from './language.ts';
import { Today } from './today.tsx';
import styles from './header.module.css';

const LanguageSwitch = () => {
  const text = useText();
  const { language, choose } = useLanguage();
  return (
    <div className={styles['languages']} role="group" aria-label={text.languages}>
      <button type="button" aria-pressed={language === 'id'} onClick={() => choose('id')} lang="id">
        {text.indonesian}
      </button>
      <button type="button" aria-pressed={language === 'en'} onClick={() => choose('en')} lang="en">
        {text.english}
      </button>
    </div>
  );
};

export type NoticePanelState = {
  readonly isOpen: boolean;
  readonly open: (isOpen: boolean) => void;
};

type HeaderProps = {
  readonly view: KioskView;
  /** The attract screen shows the time on its board. */
  readonly withTime: boolean;
  readonly notice: NoticePanelState;
};

/** The office, the notice one tap away, the time, the language: on every screen. */
export function Header({ view, withTime, notice }: HeaderProps) {
  const text = useText();
  const { office, clock } = view;
  return (
    <header className={styles['header']}>
      <OfficeMark logo={office.logo} size={76} />
      <div className={styles['office']}>
        <p className={styles['name']}>{office.name}</p>
        <p className={styles['room']}>{office.room}</p>
      </div>
      <button
        type="button"
        className={styles['privacy']}
        aria-expanded={notice.isOpen}
        onClick={() => notice.open(!notice.isOpen)}
      >
        <IconShieldLock aria-hidden size="2rem" />
        {text.privacy}
      </button>
      {withTime && <Today zone={clock.zone} />}
      <LanguageSwitch />
    </header>
  );
}
