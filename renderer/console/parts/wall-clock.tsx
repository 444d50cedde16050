import { useContext } from 'react';
import { formatDate, formatTimeWithSeconds } from '../../../shared/text/format.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useTicking } from '../../ui/use-ticking.ts';
import { useLanguage } from './language.ts';
import styles from './top-bar.module.css';

/** The office's time with seconds, and its date. */
export function WallClock() {
  const { at, zone } = useContext(ClockContext);
  const { language } = useLanguage();
  const time = useTicking((since) => formatTimeWithSeconds(at + since, zone));
  const date = useTicking((since) => formatDate(at + since, zone, language));
  return (
    <div className={styles['clock']}>
      <span className={`${styles['time']} num`}>{time}</span>
      <span className={styles['date']}>{date}</span>
    </div>
  );
}
