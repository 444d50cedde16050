import { useState } from 'react';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useAsk } from '../parts/use-ask.ts';
import { ErasureItem } from './erasure-item.tsx';
import styles from './erasures-list.module.css';
import settings from '../parts/settings.module.css';
import { useErasures } from './use-erasures.ts';

type ErasuresListProps = {
  /** Changes when there is another, or one is done. */
  readonly seen: string;
  readonly zone: ConsoleView['clock']['zone'];
};

/** Whose data were erased is told nowhere: when, why, how much, and what was not reached. */
export function ErasuresList({ seen, zone }: ErasuresListProps) {
  const text = useText().erasures;
  const { language } = useLanguage();
  const { found, refused } = useErasures(seen, language);
  const reading = useAsk('records.read-erasure');
  const [record, open] = useState<string | null>(null);
  return (
    <section className={settings['part']} aria-label={text.title}>
      <h2 className={settings['heading']}>{text.title}</h2>
      {found === null || found.erasures.length === 0 ? (
        <p className={settings['hint']}>{found === null ? text.reading : text.none}</p>
      ) : (
        <ul className={styles['list']} aria-label={text.list}>
          {found.erasures.map((erasure) => (
            <ErasureItem
              key={erasure.erasure}
              erasure={erasure}
              zone={zone}
              onRead={() =>
                reading.ask({ erasure: erasure.erasure }, (answer) => open(answer.text))
              }
            />
          ))}
        </ul>
      )}
      {found !== null && found.more > 0 && (
        <p className={settings['hint']}>{text.more(found.more)}</p>
      )}
      <RefusalLine refused={refused ?? reading.refused} />
      {record !== null && (
        <Dialog title={text.record} onClose={() => open(null)} size={760}>
          {/* A text that scrolls must be reachable without a mouse. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre className={styles['record']} tabIndex={0} role="document" aria-label={text.record}>
            {record}
          </pre>
        </Dialog>
      )}
    </section>
  );
}
