import { IconDatabaseExclamation } from '@tabler/icons-react';
import { formatMoment } from '../../../shared/text/format.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import styles from '../parts/records-notice.module.css';

type BackupNoticeProps = {
  readonly backup: ConsoleView['backup'];
  readonly zone: ConsoleView['clock']['zone'];
  readonly toSettings: () => void;
};

/** The day's backup failed: said to those who answer for the records, until one is made. */
export function BackupNotice({ backup, zone, toSettings }: BackupNoticeProps) {
  const text = useText().backup;
  const { language } = useLanguage();
  if (backup === null || backup.folder === null || backup.lastFailed === null) return null;
  return (
    <div className={styles['notice']} role="status">
      <IconDatabaseExclamation size={20} stroke={1.8} aria-hidden="true" />
      <span>{text.failed(formatMoment(backup.lastFailed, zone, language))}</span>
      <Button onPress={toSettings}>{text.toSettings}</Button>
    </div>
  );
}
