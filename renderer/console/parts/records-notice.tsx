import { IconShieldExclamation } from '@tabler/icons-react';
import { holdsAny, type Role } from '../../../shared/base/roles.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { formatMoment } from '../../../shared/text/format.ts';
import { useLanguage, useText } from './language.ts';
import styles from './records-notice.module.css';

type RecordsNoticeProps = {
  readonly records: ConsoleView['records'];
  /** The functions of who is signed in; null: nobody is. */
  readonly reader: readonly Role[] | null;
  readonly zone: ConsoleView['clock']['zone'];
};

/** What was lost of the records, for everybody; what else start-up found in them, and where they lie if that is no safe place, for those who answer for them. */
export function RecordsNotice({ records, reader, zone }: RecordsNoticeProps) {
  const text = useText().records;
  const { language } = useLanguage();
  const says = () => {
    if (records.state === 'torn-tail-set-aside') return text.torn;
    if (records.state !== 'damaged') return null;
    const {
      damaged: { places, count },
      visits,
    } = records;
    const about =
      visits.count === 0
        ? ''
        : ` ${text.damagedVisits(visits.codes.join(', '), visits.count - visits.codes.length)}`;
    return text.damaged(places.join(', '), count - places.length) + about;
  };
  const { lost, exposed, onNetwork } = records;
  const ofKeepers = [
    says(),
    onNetwork ? text.onNetwork : null,
    exposed > 0 ? text.exposed(exposed) : null,
  ];
  const isKeeper = reader !== null && holdsAny(reader, ['coordinator', 'administrator']);
  const sentences = [
    lost === null ? null : text.lost(lost.count, formatMoment(lost.at, zone, language)),
    ...(isKeeper ? ofKeepers : []),
  ].filter((sentence) => sentence !== null);
  return sentences.map((sentence) => (
    <p className={styles['notice']} role="status" key={sentence}>
      <IconShieldExclamation size={20} stroke={1.8} aria-hidden="true" />
      {sentence}
    </p>
  ));
}
