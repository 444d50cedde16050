import { IconUser } from '@tabler/icons-react';
import type { ConsoleView, StaffView } from '../../../shared/views/console-view.ts';
import { OfficeMark } from '../../ui/office-mark.tsx';
import { useText } from './language.ts';
import { Button } from './button.tsx';
import { useKey } from './use-key.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { RoomPill } from './room-pill.tsx';
import styles from './top-bar.module.css';
import { WallClock } from './wall-clock.tsx';

type TopBarProps = {
  readonly office: ConsoleView['office'];
  readonly staff: StaffView | null;
  readonly onSwitch: () => void;
};

/** Whose office this is, what time it is there, and who is on duty. */
export function TopBar({ office, staff, onSwitch }: TopBarProps) {
  const text = useText();
  useKey(staff === null ? null : 'F2', onSwitch);
  return (
    <header className={styles['bar']}>
      <OfficeMark logo={office.logo} size={40} />
      <span className={styles['product']}>{text.product}</span>
      <span className={styles['office']}>{office.name}</span>
      <div className={styles['right']}>
        <RoomPill office={office} />
        <LanguageSwitch />
        <span className={styles['rule']} />
        <WallClock />
        {staff !== null && (
          <Button
            onPress={onSwitch}
            shortcut="F2"
            name={text.switchStaff(staff.name)}
            icon={<IconUser size={19} stroke={2} aria-hidden="true" />}
          >
            {staff.name}
          </Button>
        )}
      </div>
    </header>
  );
}
