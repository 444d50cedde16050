import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { formatMoment } from '../../../shared/text/format.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import styles from './erasures-list.module.css';
import type { ListedErasures } from './use-erasures.ts';

type ErasureItemProps = {
  readonly erasure: ListedErasures['erasures'][number];
  readonly zone: ConsoleView['clock']['zone'];
  readonly onRead: () => void;
};

/** One erasure: when, why, how much, and what it did not reach. */
export function ErasureItem({
  erasure: { erasure, told, done, hasText, notReached },
  zone,
  onRead,
}: ErasureItemProps) {
  const text = useText().erasures;
  const { language } = useLanguage();
  const when = told === null ? erasure : formatMoment(told.at, zone, language);
  return (
    <li className={styles['erasure']}>
      <p className={styles['when']}>{when}</p>
      <p className={styles['what']}>
        {told === null
          ? text.notKnown
          : `${text.because[told.because]} · ${text.amounts(told.visits, told.records)}`}
      </p>
      {!done && <p className={styles['what']}>{text.notDone}</p>}
      {notReached !== null && (
        <details className={styles['what']}>
          <summary>{text.notReached(notReached.length)}</summary>
          <ul>
            {notReached.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {hasText && notReached === null && <p className={styles['what']}>{text.notSaid}</p>}
      {hasText ? (
        <div>
          <Button name={text.readOf(when)} onPress={onRead}>
            {text.read}
          </Button>
        </div>
      ) : (
        done && <p className={styles['what']}>{text.noText}</p>
      )}
    </li>
  );
}
