import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { AnswerOf } from '../../../shared/contract.ts';
import { emptyGuestBook, type GuestBookField, type GuestBookForm } from '../../../shared/guest-book.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import type { KioskView } from '../../../shared/views/kiosk-view.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCommand } from '../../ui/use-command.ts';
import { bridge } from '../bridge.ts';
import { useLanguage, useText } from '../language.ts';
import { NoticeText } from '../notice-text.tsx';
import { checkInSteps, problemsIn, stepOf, type CheckInStepId } from './check-in-steps.ts';
import { GuestBookFields } from './guest-book-fields.tsx';
import { Progress } from './progress.tsx';
import { Review } from './review.tsx';
import styles from './check-in-screen.module.css';

type CheckInScreenProps = {
  readonly view: KioskView;
  readonly cancel: () => void;
  readonly issued: (answer: AnswerOf<'kiosk.check-in'>) => void;
};

/** Checking in: the notice, the guest book part by part, the review, the number. Nothing typed is lost on the way. */
export const CheckInScreen = ({ view, cancel, issued }: CheckInScreenProps) => {
  const text = useText();
  const { language } = useLanguage();
  const now = useNow();
  const [at, setAt] = useState(0);
  const [form, setForm] = useState<GuestBookForm>(emptyGuestBook);
  const [complained, complain] = useState<ReadonlySet<GuestBookField>>(new Set());
  const [fromReview, setFromReview] = useState(false);
  const begun = useRef(performance.now());
  const heading = useRef<HTMLHeadingElement>(null);
  const command = useCommand();

  const step = checkInSteps[at] ?? checkInSteps[0];
  const problems = problemsIn(step, form, now, view.clock.zone);
  const shown = new Map([...problems].filter(([field]) => complained.has(field)));
  const isReview = step.id === 'review';

  // Each part begins where typing begins; a part without a field begins at its heading.
  useEffect(() => {
    const first = document.querySelector<HTMLElement>('form input:not([type=radio])');
    (first ?? heading.current)?.focus();
  }, [at]);

  const goTo = (id: CheckInStepId): void => {
    setFromReview(true);
    setAt(checkInSteps.findIndex((each) => each.id === id));
  };

  const send = (): void => {
    void command.send(
      (commandId) => bridge.call('kiosk.check-in', { commandId, guestBook: form, language, notice: view.notice, fillingMs: Math.round(performance.now() - begun.current) }),
      issued,
    );
  };

  const { refused } = command;
  useEffect(() => {
    const field = refused?.code === 'field-invalid' ? (refused.details?.['field'] as GuestBookField | undefined) : undefined;
    if (field === undefined) return;
    complain((before) => new Set([...before, field]));
    setFromReview(true);
    setAt(checkInSteps.findIndex(({ id }) => id === stepOf(field)));
  }, [refused]);

  const onward = (event: FormEvent): void => {
    event.preventDefault();
    if (isReview) return send();
    const [wrong] = problems.keys();
    if (wrong === undefined) {
      setAt(fromReview ? checkInSteps.length - 1 : at + 1);
      setFromReview(false);
      return;
    }
    complain(new Set([...complained, ...problems.keys()]));
    document.getElementById(`field-${wrong}`)?.focus();
  };

  const change = (part: Partial<GuestBookForm>): void => {
    command.forget();
    setForm({ ...form, ...part });
  };
  const left = (field: GuestBookField): void => {
    const value = form[field];
    if (typeof value === 'string' && value.trim() !== '') complain(new Set([...complained, field]));
  };
  const nextWord = step.id === 'privacy' ? text.understood : isReview ? text.takeNumber : text.next;
  const [missing] = problems.keys();

  return (
    <form className={styles['screen']} onSubmit={onward} noValidate>
      <Progress at={at} />
      <div className={styles['question']}>
        <h1 ref={heading} tabIndex={-1}>{step.id === 'privacy' ? text.noticeTitle : text.questions[step.id]}</h1>
        {step.id !== 'privacy' && <p>{text.hints[step.id]}</p>}
      </div>
      <div className={styles['content']}>
        {step.id === 'privacy' && <NoticeText years={view.office.retentionYears} version={view.notice} />}
        {isReview ? <Review form={form} change={goTo} /> : <GuestBookFields step={step.id} form={form} problems={shown} change={change} left={left} />}
      </div>
      <p className={styles['refusal']} role="alert">{refused !== null && refused.code !== 'field-invalid' ? refusalSentence(language, refused) : ''}</p>
      <div className={styles['actions']}>
        <button type="button" className={styles['cancel']} onClick={cancel}>
          <IconX aria-hidden size="2rem" />
          {text.cancel}
        </button>
        <button type="button" className={styles['back']} onClick={() => (at === 0 ? cancel() : setAt(at - 1))}>
          <IconArrowLeft aria-hidden size="2rem" />
          {text.back}
        </button>
        <button type="submit" className={missing === undefined ? styles['next'] : styles['notYet']} aria-disabled={missing !== undefined || command.busy} aria-busy={command.busy}>
          <span>
            {command.busy ? text.sending : nextWord}
            {missing !== undefined && <small>{`${text.fields[missing]}: ${text.incomplete}`}</small>}
          </span>
          <IconArrowRight aria-hidden size="2.5rem" />
        </button>
      </div>
    </form>
  );
};
