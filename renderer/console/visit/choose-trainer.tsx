import { useId, useState } from 'react';
import type { ConsoleView, VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { Tick } from '../parts/tick.tsx';
import { useMessage } from '../parts/use-message.ts';
import { RadioCard } from './radio-card.tsx';
import styles from './choose-trainer.module.css';
import panel from './step-panel.module.css';

type ChooseTrainerProps = {
  readonly visit: VisitView;
  readonly view: ConsoleView;
  /** When a trainer has been called already: how to leave it at that. */
  readonly onKeep?: () => void;
  readonly keepWords?: string;
  readonly onCalled?: () => void;
};

/** Step 5: who accompanies, at which computer. A computer that another company used is given only when it is cleared. */
export function ChooseTrainer({ visit, view, onKeep, keepWords, onCalled }: ChooseTrainerProps) {
  const {
    visit: { trainer: text },
  } = useText();
  const { send, busy, refused, forget } = useMessage('visit.call-trainer');
  const group = useId();
  const [trainer, setTrainer] = useState<string | null>(visit.trainer?.id ?? null);
  const [workstation, setWorkstation] = useState<string | null>(visit.workstation?.id ?? null);
  const [cleared, setCleared] = useState(false);
  const place = view.workstations.find(({ id }) => id === workstation);
  const asksClearing = place !== undefined && !place.cleared && place.visit !== visit.code;
  const missing = trainer === null ? text.trainer : workstation === null ? text.workstation : null;
  const call = (): void => {
    if (trainer !== null && workstation !== null)
      void send(
        { visit: visit.code, trainer, workstation, cleared: asksClearing && cleared },
        onCalled,
      );
  };
  return (
    <div className={panel['ask']}>
      <div>
        <p className={panel['statement']}>{text.choose}</p>
        <p className={panel['lead']}>{text.lead}</p>
      </div>
      <fieldset className={styles['group']}>
        <legend>{text.trainer}</legend>
        {view.trainers.length === 0 && <p className={panel['lead']}>{text.none}</p>}
        <div className={styles['cards']}>
          {view.trainers.map(({ id, name, numbers }) => (
            <RadioCard
              key={id}
              group={`${group}-trainer`}
              title={name}
              says={numbers.length === 0 ? text.free : text.with(numbers.join(', '))}
              checked={trainer === id}
              onChoose={() => {
                setTrainer(id);
                forget();
              }}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{text.workstation}</legend>
        <div className={styles['cards']}>
          {view.workstations.map(({ id, name, visit: user, number, cleared: isClean }) => {
            const isTaken = user !== null && user !== visit.code;
            return (
              <RadioCard
                key={id}
                group={`${group}-workstation`}
                title={name}
                says={
                  isTaken
                    ? text.usedBy(number ?? '')
                    : isClean || user === visit.code
                      ? text.clean
                      : text.toClear
                }
                tone={isTaken || isClean || user === visit.code ? 'quiet' : 'near'}
                checked={workstation === id}
                disabled={isTaken}
                onChoose={() => {
                  setWorkstation(id);
                  setCleared(false);
                  forget();
                }}
              />
            );
          })}
        </div>
      </fieldset>
      <div className={styles['clearing']}>
        {asksClearing && (
          <Tick checked={cleared} label={text.cleared(place.name)} onChange={setCleared} />
        )}
      </div>
      <div className={panel['actions']}>
        <Button look="primary" busy={busy} blocked={missing} onPress={call}>
          {text.call}
        </Button>
        {onKeep !== undefined && (
          <Button look="quiet" onPress={onKeep}>
            {keepWords}
          </Button>
        )}
      </div>
      <RefusalLine refused={refused} />
    </div>
  );
}
