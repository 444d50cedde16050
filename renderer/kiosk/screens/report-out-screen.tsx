import { IconAlertCircle, IconArrowRight, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { AnswerOf } from '../../../shared/contract.ts';
import { thanksFor } from '../../../shared/text/kiosk.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import { useCommand } from '../../ui/use-command.ts';
import { bridge } from '../bridge.ts';
import { useLanguage, useText } from '../language.ts';
import { useCountdown } from '../use-countdown.ts';
import styles from './report-out-screen.module.css';

/** So long the thanks stay. */
const staysS = 15;

const Thanks = ({ reported, done }: { readonly reported: AnswerOf<'kiosk.report-out'>; readonly done: () => void }) => {
  const text = useText();
  const left = useCountdown(staysS, done);
  return (
    <main className={styles['thanks']} role="status">
      <h1 className="num">{text.thanks(reported.number)}</h1>
      <p>{thanksFor(text, reported.outcome)}</p>
      <button type="button" className={styles['primary']} onClick={done}>{text.done}</button>
      <p className={styles['closes']}>{text.closesIn(left)}</p>
    </main>
  );
};

/** Step 13 at the kiosk: by the number or the code, never from a list of names. */
export const ReportOutScreen = ({ done }: { readonly done: () => void }) => {
  const text = useText();
  const { language } = useLanguage();
  const [key, setKey] = useState('');
  const [reported, setReported] = useState<AnswerOf<'kiosk.report-out'> | null>(null);
  const command = useCommand();
  const { refused } = command;
  const input = useRef<HTMLInputElement>(null);
  // A scanner types into whatever has the focus.
  useEffect(() => input.current?.focus(), []);
  if (reported !== null) return <Thanks reported={reported} done={done} />;

  const isEmpty = key.trim() === '';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!isEmpty) void command.send((commandId) => bridge.call('kiosk.report-out', { commandId, key }), setReported);
  };
  const sentence = refused === null ? null : refused.code === 'number-unknown' ? text.numberUnknown(String(refused.details?.['number'] ?? key)) : refusalSentence(language, refused);
  return (
    <form className={styles['screen']} onSubmit={send}>
      <h1>{text.reportTitle}</h1>
      <p className={styles['hint']}>{text.reportHint}</p>
      <label htmlFor="report-key">{text.reportField}</label>
      <input
        ref={input} id="report-key" className="num" autoComplete="off" spellCheck={false} maxLength={64} value={key} aria-invalid={sentence !== null} aria-describedby="report-problem"
        onChange={(event) => {
          command.forget();
          setKey(event.target.value.toUpperCase());
        }}
      />
      <p id="report-problem" className={styles['problem']} role="alert">
        {sentence !== null && (
          <>
            <IconAlertCircle aria-hidden size="2rem" />
            {sentence}
          </>
        )}
      </p>
      <div className={styles['actions']}>
        <button type="button" className={styles['cancel']} onClick={done}>
          <IconX aria-hidden size="2rem" />
          {text.cancel}
        </button>
        <button type="submit" className={isEmpty ? styles['notYet'] : styles['primary']} aria-disabled={isEmpty || command.busy} aria-busy={command.busy}>
          {text.reportSend}
          <IconArrowRight aria-hidden size="2.5rem" />
        </button>
      </div>
    </form>
  );
};
