import { useContext, useEffect, useRef } from 'react';
import type { AnswerOf } from '../../../shared/contract/contract.ts';
import { formatShortDate, formatTime } from '../../../shared/text/format.ts';
import type { KioskView } from '../../../shared/views/kiosk-view.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { TicketNumber } from '../../ui/ticket-number.tsx';
import { ClockContext } from '../../ui/use-now.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { useCountdown } from '../parts/use-countdown.ts';
import { SlipState } from './slip-state.tsx';
import styles from './number-screen.module.css';

type Issued = AnswerOf<'visit.check-in'>;
type NumberScreenProps = {
  readonly view: KioskView;
  readonly issued: Issued;
  readonly done: () => void;
};

/** So long the number stays when nobody touches the screen. */
const staysS = 30;

const Ticket = ({ view, issued }: { readonly view: KioskView; readonly issued: Issued }) => {
  const text = useText();
  const { language } = useLanguage();
  const { zone } = useContext(ClockContext);
  return (
    <section className={styles['ticket']} aria-label={text.yourNumber}>
      <div className={styles['head']}>
        <h2>{text.yourNumber}</h2>
        <p className="num">{`${formatShortDate(issued.at, zone, language)} · ${formatTime(issued.at, zone)}`}</p>
      </div>
      <div className={styles['number']}>
        <TicketNumber number={issued.number} size="18.6rem" />
      </div>
      <p className={styles['company']}>{issued.company}</p>
      <div className={styles['stub']}>
        <QrCode text={issued.visit} label={text.qrLabel(issued.visit)} square="0.5625rem" />
        <div>
          <SlipState state={view.slip?.visit === issued.visit ? view.slip.state : 'saving'} />
          <p className={styles['code']}>
            {text.visitCode} <strong className="num">{issued.visit}</strong>
          </p>
        </div>
      </div>
    </section>
  );
};

/** The number, at once, whatever the printer does. */
export function NumberScreen({ view, issued, done }: NumberScreenProps) {
  const text = useText();
  const left = useCountdown(staysS, done);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className={styles['screen']}>
      <Ticket view={view} issued={issued} />
      <section className={styles['next']}>
        <h1 ref={heading} tabIndex={-1}>
          {text.complete}
        </h1>
        <p className={styles['before']}>
          {text.before} <strong className="num">{text.beforeCount(issued.ahead)}</strong>
        </p>
        <ol>
          {text.nextSteps.map(({ title, lead }, index) => (
            <li key={title}>
              <span className="num">{index + 1}</span>
              <div>
                <strong>{title}</strong>
                <p>{lead}</p>
              </div>
            </li>
          ))}
        </ol>
        <button type="button" className={styles['done']} onClick={done}>
          {text.done}
        </button>
        <p className={styles['closes']}>{text.closesIn(left)}</p>
      </section>
    </main>
  );
}
