import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
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
import { FocusFirst } from './focus-first.tsx';
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
  const [begun] = useState(() => performance.now());
  const command = useCommand();

  const step = checkInSteps[at] ?? checkInSteps[0];
  const problems = problemsIn(step, form, now, view.clock.zone);
  const shown = new Map([...problems].filter(([field]) => complained.has(field)));
  const isReview = step.id === 'review';

  const goTo = (id: CheckInStepId): void => {
    setFromReview(true);
    setAt(checkInSteps.findIndex((each) => each.id === id));
  };

  const send = (): void => {
    void command.send(
      (commandId) => bridge.call('kiosk.check-in', { commandId, guestBook: form, language, notice: view.notice, fillingMs: Math.round(performance.now() - begun) }),
      issued,
      ({ code, details }) => {
        if (code !== 'field-invalid') return;
        const field = details?.['field'] as GuestBookField;
        complain((before) => new Set([...before, field]));
        goTo(stepOf(field));
      },
    );
  };
  const { refused } = command;

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
      <FocusFirst key={step.id} />
      <Progress at={at} />
      <div className={styles['question']}>
        <h1 id="part-heading" tabIndex={-1}>{step.id === 'privacy' ? text.noticeTitle : text.questions[step.id]}</h1>
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
