import { useState, type FormEvent } from 'react';
import type { AnswerOf } from '../../../shared/contract/contract.ts';
import {
  emptyGuestBook,
  type GuestBookField,
  type GuestBookForm,
} from '../../../shared/guest-book/guest-book.ts';
import type { Refused } from '../../../shared/base/result.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import type { KioskView } from '../../../shared/views/kiosk-view.ts';
import { useCommand } from '../../ui/use-command.ts';
import { useNow } from '../../ui/use-now.ts';
import { ActionBar } from '../parts/action-bar.tsx';
import { bridge } from '../parts/bridge.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { NoticeText } from './notice-text.tsx';
import {
  checkInStepsFor,
  incompleteness,
  problemsIn,
  refusedStep,
  type CheckInStepId,
} from './check-in-steps.ts';
import { GuestBookFields } from './guest-book-fields.tsx';
import { MatterChoice } from './matter-choice.tsx';
import { PartKeys, partHeadingId } from './part-keys.tsx';
import { Progress } from './progress.tsx';
import { Review } from './review.tsx';
import styles from './check-in-screen.module.css';

type CheckInScreenProps = {
  readonly view: KioskView;
  readonly cancel: () => void;
  readonly issued: (answer: AnswerOf<'visit.check-in'>) => void;
};

const sinceMs = (begun: number): number => Math.round(performance.now() - begun);

/** Checking in: the notice, the guest book part by part, the review, the number. Nothing typed is lost on the way. */
export function CheckInScreen({ view, cancel, issued }: CheckInScreenProps) {
  const text = useText();
  const { language } = useLanguage();
  const now = useNow();
  const [at, setAt] = useState(0);
  const [form, setForm] = useState<GuestBookForm>(emptyGuestBook);
  const [complained, complain] = useState<ReadonlySet<GuestBookField>>(new Set());
  const [fromReview, setFromReview] = useState(false);
  const [begun] = useState(() => performance.now());
  const command = useCommand();
  const { refused } = command;

  const [matter, setMatter] = useState<string | null>(null);
  const chosen = view.matters.find(({ document }) => document === matter) ?? view.matters[0];
  const choosesMatter = view.matters.length > 1;
  const steps = checkInStepsFor(chosen?.asks ?? [], choosesMatter);

  const step = steps[at] ?? steps[0];
  const isReview = step.id === 'review';
  const problems = problemsIn(step, form, now, view.clock.zone);
  const shown = new Map([...problems].filter(([field]) => complained.has(field)));
  const [missing] = problems;

  const goTo = (id: CheckInStepId): void => {
    setFromReview(true);
    setAt(
      Math.max(
        0,
        steps.findIndex((one) => one.id === id),
      ),
    );
  };

  /** What the main process refuses is shown where it can be mended. */
  const whenRefused = (refusal: Refused): void => {
    const where = refusedStep(refusal);
    if (where === null) return;
    const { field, step: part } = where;
    if (field !== null) complain((before) => new Set(before).add(field));
    goTo(part);
  };

  const onward = (event: FormEvent): void => {
    event.preventDefault();
    if (isReview) {
      const fillingMs = sinceMs(begun);
      void command.send(
        (commandId) =>
          bridge.call('visit.check-in', {
            commandId,
            matter: choosesMatter ? matter : null,
            guestBook: form,
            language,
            notice: view.notice,
            fillingMs,
          }),
        issued,
        whenRefused,
      );
    } else if (step.id === 'matter' && matter === null) {
      document.getElementById('field-matter')?.focus();
    } else if (missing === undefined) {
      setAt(fromReview ? steps.length - 1 : at + 1);
      setFromReview(false);
    } else {
      complain((before) => new Set([...before, ...problems.keys()]));
      document.getElementById(`field-${missing[0]}`)?.focus();
    }
  };

  const change = (part: Partial<GuestBookForm>): void => {
    command.forget();
    setForm((before) => ({ ...before, ...part }));
  };
  const left = (field: GuestBookField): void => {
    const value = form[field];
    if (typeof value === 'string' && value.trim() !== '')
      complain((before) => new Set(before).add(field));
  };
  const words = step.id === 'privacy' ? text.understood : isReview ? text.takeNumber : text.next;

  return (
    <form className={styles['screen']} onSubmit={onward} noValidate>
      <PartKeys key={step.id} enterGoesOn={!isReview} />
      <Progress at={at} steps={steps} />
      <div key={step.id} className={styles['part']}>
        <div className={styles['question']}>
          <h1 id={partHeadingId} tabIndex={-1}>
            {step.id === 'privacy' ? text.noticeTitle : text.questions[step.id]}
          </h1>
          {step.id !== 'privacy' && <p>{text.hints[step.id]}</p>}
        </div>
        <div className={styles['content']}>
          {step.id === 'privacy' && (
            <NoticeText years={view.office.retentionYears} version={view.notice} />
          )}
          {step.id === 'matter' && (
            <MatterChoice
              matters={view.matters}
              chosen={matter}
              choose={(document) => {
                command.forget();
                setMatter(document);
              }}
            />
          )}
          {isReview ? (
            <Review form={form} steps={steps} change={goTo} />
          ) : (
            <GuestBookFields step={step} form={form} problems={shown} change={change} left={left} />
          )}
        </div>
      </div>
      <ActionBar
        cancel={cancel}
        back={() => (at === 0 ? cancel() : setAt(at - 1))}
        refusal={
          refused === null || (refused.code === 'field-invalid' && missing !== undefined)
            ? ''
            : refusalSentence(language, refused)
        }
        next={{
          words,
          missing:
            step.id === 'matter' && matter === null
              ? text.matterMissing
              : missing === undefined
                ? null
                : incompleteness(text, ...missing),
          busy: command.busy,
        }}
      />
    </form>
  );
}
