import { IconClockQuestion } from '@tabler/icons-react';
import { useContext, useState } from 'react';
import { formatMoment, formatShortDate } from '../../../shared/text/format.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useLanguage, useText } from './language.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ClockForm } from './clock-form.tsx';
import styles from './records-notice.module.css';

type ClockNoticeProps = { readonly doubt: ConsoleView['clockDoubt']; readonly mayAnswer: boolean };

const noon = 'T05:00:00Z';

/** The machine's clock is not believed: why, what goes on meanwhile, and the question, asked once. */
export function ClockNotice({ doubt, mayAnswer }: ClockNoticeProps) {
  const text = useText().officeClock;
  const { language } = useLanguage();
  const { at, zone } = useContext(ClockContext);
  const [isOpen, open] = useState(false);
  if (doubt === null) return null;
  const says = (): string => {
    if (!doubt.isAsked)
      return text.answered(formatShortDate(Date.parse(doubt.today + noon), 'WIB', language));
    if (doubt.why === null) return text.visitsOnly(doubt.numbers.join(', '));
    return `${text.asked[doubt.why]} ${text.showsNow(formatMoment(at, zone, language))} ${text.meanwhile}`;
  };
  return (
    <div className={styles['notice']} role="status">
      <IconClockQuestion size={20} stroke={1.8} aria-hidden="true" />
      <span>{says()}</span>
      {doubt.isAsked && mayAnswer && (
        <Button look="primary" onPress={() => open(true)}>
          {text.ask}
        </Button>
      )}
      {doubt.isAsked && isOpen && (
        <Dialog
          title={doubt.why === null ? text.titleVisits : text.title}
          onClose={() => open(false)}
        >
          <ClockForm doubt={doubt} onDone={() => open(false)} />
        </Dialog>
      )}
    </div>
  );
}
