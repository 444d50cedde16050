import { useText } from './language.ts';
import styles from './kiosk.module.css';

/** The privacy notice itself (UU PDP 27/2022, articles 21 and 20 (2) e). */
export const NoticeText = ({ years, version }: { readonly years: number; readonly version: number }) => {
  const text = useText();
  return (
    <div className={styles['noticeText']}>
      {text.notice(years).map((sentence) => <p key={sentence}>{sentence}</p>)}
      <p className={styles['small']}>{text.noticeVersion(version)}</p>
    </div>
  );
};
