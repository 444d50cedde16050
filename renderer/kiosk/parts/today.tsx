import { formatDate, formatTime } from '../../../shared/text/format.ts';
import type { ViewClock } from '../../../shared/views/kiosk-view.ts';
import { useNow } from '../../ui/use-now.ts';
import { useLanguage } from './language.ts';
import styles from './header.module.css';

/** Time and date of the office. */
export function Today({ zone }: { readonly zone: ViewClock['zone'] }) {
  const now = useNow();
  const { language } = useLanguage();
  return (
    <div className={styles['today']}>
      <p className={`num ${styles['time']}`}>{formatTime(now, zone)}</p>
      <p className={styles['date']}>{formatDate(now, zone, language)}</p>
    </div>
  );
}
