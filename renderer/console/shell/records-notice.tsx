import { IconShieldExclamation } from '@tabler/icons-react';
import type { Role } from '../../../shared/roles.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { useText } from '../language.ts';
import styles from './records-notice.module.css';

type RecordsNoticeProps = { readonly records: ConsoleView['records']; readonly role: Role };

/** What start-up found in the records, and where they lie if that is no safe place, for those who answer for them. */
export const RecordsNotice = ({ records, role }: RecordsNoticeProps) => {
  const text = useText().records;
  if (role !== 'coordinator' && role !== 'administrator') return null;
  const says = () => {
    if (records.state === 'torn-tail-set-aside') return text.torn;
    if (records.state !== 'damaged') return null;
    const { damaged: { places, count }, visits } = records;
    const about = visits.count === 0 ? '' : ` ${text.damagedVisits(visits.codes.join(', '), visits.count - visits.codes.length)}`;
    return text.damaged(places.join(', '), count - places.length) + about;
  };
  const sentences = [says(), records.onNetwork ? text.onNetwork : null].filter((sentence) => sentence !== null);
  return sentences.map((sentence) => (
    <p className={styles['notice']} role="status" key={sentence}>
      <IconShieldExclamation size={20} stroke={1.8} aria-hidden="true" />
      {sentence}
    </p>
  ));
};
