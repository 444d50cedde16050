import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { AnswerOf } from '../../../shared/contract/contract.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import { useCommand } from '../../ui/use-command.ts';
import { ActionBar } from '../parts/action-bar.tsx';
import { bridge } from '../parts/bridge.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { ThanksScreen } from './thanks-screen.tsx';
import styles from './report-out-screen.module.css';

type ReportOutScreenProps = {
  /** What a scanner typed before this screen was there; empty when it was opened by hand. */
  readonly scanned: string;
  readonly done: () => void;
};

/** Step 13 at the kiosk: by the number or the code, never from a list of names. */
export function ReportOutScreen({ scanned, done }: ReportOutScreenProps) {
  const text = useText();
  const { language } = useLanguage();
  const [key, setKey] = useState(scanned);
  const [isMissing, setMissing] = useState(false);
  const [reported, setReported] = useState<AnswerOf<'visit.report-out'> | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { send, refused, busy, forget } = useCommand();

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (scanned !== '')
      void send(
        (commandId) => bridge.call('visit.report-out', { commandId, key: scanned }),
        setReported,
      );
  }, [scanned, send]);
  if (reported !== null) return <ThanksScreen reported={reported} done={done} />;

  const isEmpty = key.trim() === '';
  const report = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(isEmpty);
    field.current?.focus();
    if (!isEmpty)
      void send((commandId) => bridge.call('visit.report-out', { commandId, key }), setReported);
  };
  const problem =
    isEmpty && isMissing
      ? text.reportMissing
      : refused === null
        ? null
        : refused.code === 'number-unknown'
          ? text.numberUnknown(String(refused.details?.['number'] ?? key))
          : refusalSentence(language, refused);
  return (
    <form className={styles['screen']} onSubmit={report}>
      <div className={styles['entry']}>
        <h1>{text.reportTitle}</h1>
        <p className={styles['hint']}>{text.reportHint}</p>
        <label htmlFor="report-key">{text.reportField}</label>
        <input
          id="report-key"
          ref={field}
          className="num"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          value={key}
          aria-invalid={problem !== null}
          aria-describedby="report-example report-problem"
          onChange={(event) => {
            forget();
            setKey(event.target.value.toUpperCase());
          }}
        />
        <p id="report-problem" className={styles['problem']} role="alert">
          {problem !== null && (
            <>
              <IconAlertCircle aria-hidden size="2.25rem" />
              {problem}
            </>
          )}
        </p>
        <p id="report-example" className={styles['example']}>
          {text.reportExample}
        </p>
      </div>
      <ActionBar
        cancel={done}
        refusal=""
        next={{ words: text.reportSend, missing: isEmpty ? text.reportMissing : null, busy }}
      />
    </form>
  );
}
