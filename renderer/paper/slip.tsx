import { formatDate, formatTime } from '../../shared/text/format.ts';
import { slipText } from '../../shared/text/slip.ts';
import type { SlipView } from '../../shared/views/slip-view.ts';
import { QrCode } from '../ui/qr-code.tsx';
import { TicketNumber } from '../ui/ticket-number.tsx';
import styles from './slip.module.css';

/** The slip of a visit on 80 mm paper: black on white, nothing smaller than a thermal head prints well. */
export function Slip({ slip }: { readonly slip: SlipView }) {
  const text = slipText[slip.language];
  return (
    <article className={styles['slip']}>
      <header>
        {slip.office.logo !== null && <img src={slip.office.logo} alt="" />}
        <h1>{slip.office.name}</h1>
        <p>{`${slip.office.room} · ${text.service}`}</p>
      </header>
      <h2>{text.yourNumber}</h2>
      <TicketNumber number={slip.number} size="27mm" />
      <p className={styles['company']}>{slip.company}</p>
      <p className={styles['name']}>{slip.name}</p>
      <p
        className={`num ${styles['when']}`}
      >{`${formatDate(slip.at, slip.zone, slip.language)} · ${formatTime(slip.at, slip.zone)}`}</p>
      <p className={styles['before']}>
        {text.before} <strong className="num">{text.beforeCount(slip.ahead)}</strong>
      </p>
      <ol>
        {text.steps.map((step, index) => (
          <li key={step}>
            <strong className="num">{index + 1}</strong>
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <div className={styles['code']}>
        <QrCode text={slip.code} label={slip.code} square="1.75mm" />
        <p className="num">{`${slip.number} · ${slip.code}`}</p>
      </div>
      <footer>
        <p>{text.privacy}</p>
        <p className={styles['document']}>
          <span>{text.document(slip.document, slip.revision)}</span>
          <strong>{text.original}</strong>
        </p>
        {slip.head !== null && <p className="num">{text.head(slip.head)}</p>}
      </footer>
    </article>
  );
}
