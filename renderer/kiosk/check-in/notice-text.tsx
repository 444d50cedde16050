import { IconCalendarTime, IconNotebook, IconScale, IconUserCheck } from '@tabler/icons-react';
import { useText } from '../parts/language.ts';
import styles from '../parts/panels.module.css';

const icons = [IconNotebook, IconCalendarTime, IconUserCheck, IconScale] as const;

/** The privacy notice itself (UU PDP 27/2022, articles 21 and 20 (2) e). */
export function NoticeText({
  years,
  version,
}: {
  readonly years: number;
  readonly version: number;
}) {
  const text = useText();
  return (
    <div className={styles['noticeText']}>
      {text.notice(years).map(({ title, lead }, index) => {
        const Icon = icons[index] ?? IconNotebook;
        return (
          <section key={title}>
            <span className={styles['noticeIcon']}>
              <Icon aria-hidden size="2.5rem" stroke={1.9} />
            </span>
            <div>
              <h3>{title}</h3>
              <p>{lead}</p>
            </div>
          </section>
        );
      })}
      <p className={styles['version']}>{text.noticeVersion(version)}</p>
    </div>
  );
}
