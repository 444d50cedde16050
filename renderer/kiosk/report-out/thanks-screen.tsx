import { useEffect, useRef } from 'react';
import type { AnswerOf } from '../../../shared/contract/contract.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { ApartTracks } from '../parts/tracks.tsx';
import { useCountdown } from '../parts/use-countdown.ts';
import styles from './thanks-screen.module.css';

type ThanksScreenProps = {
  readonly reported: AnswerOf<'visit.report-out'>;
  readonly done: () => void;
};

/** So long the thanks stay. */
const staysS = 15;

/** After reporting out: thanks by number, and what becomes of the matter, with no promise. */
export function ThanksScreen({ reported, done }: ThanksScreenProps) {
  const text = useText();
  const { language } = useLanguage();
  const left = useCountdown(staysS, done);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className={styles['screen']}>
      <div className={styles['words']} role="status">
        <ApartTracks />
        <h1 ref={heading} tabIndex={-1} className="num">
          {text.thanks(reported.number)}
        </h1>
        <p>{reported.told[language]}</p>
      </div>
      <div className={styles['leave']}>
        <p>{text.closesIn(left)}</p>
        <button type="button" onClick={done}>
          {text.done}
        </button>
      </div>
    </main>
  );
}
