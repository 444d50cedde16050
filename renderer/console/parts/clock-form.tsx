import { useContext, useState } from 'react';
import { formatMoment } from '../../../shared/text/format.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { ClockContext } from '../../ui/use-now.ts';
import { useLanguage, useText } from './language.ts';
import { Button } from './button.tsx';
import { Chips } from './chips.tsx';
import layout from './layout.module.css';
import { RefusalLine } from './refusal-line.tsx';
import { TextField } from './text-field.tsx';
import { useMessage } from './use-message.ts';

type ClockFormProps = {
  readonly doubt: NonNullable<ConsoleView['clockDoubt']>;
  readonly onDone: () => void;
};

/** Is the computer's clock right? If not, which day is it. Visits recorded meanwhile get their day by the answer. */
export function ClockForm({ doubt, onDone }: ClockFormProps) {
  const text = useText().officeClock;
  const { language } = useLanguage();
  const { at, zone } = useContext(ClockContext);
  const { send, busy, refused, forget } = useMessage('office.answer-clock');
  // A clock that came back by itself was wrong before.
  const [answer, choose] = useState<'right' | 'wrong' | null>(doubt.why === null ? 'wrong' : null);
  const [day, setDay] = useState('');
  return (
    <form
      className={layout['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ isRight: answer === 'right', day: answer === 'right' ? '' : day }, onDone);
      }}
    >
      <p className={layout['lead']}>{text.lead}</p>
      {doubt.why !== null && (
        <Chips
          legend={text.choice}
          choices={[
            { value: 'right', label: text.isRight },
            { value: 'wrong', label: text.isWrong },
          ]}
          chosen={answer}
          onChoose={(chosen) => {
            choose(chosen);
            forget();
          }}
          hint={text.showsNow(formatMoment(at, zone, language))}
        />
      )}
      {answer === 'wrong' && (
        <TextField
          kind="date"
          label={text.day}
          value={day}
          onChange={(value) => {
            setDay(value);
            forget();
          }}
          {...(doubt.numbers.length === 0 ? {} : { hint: text.ofVisits(doubt.numbers.join(', ')) })}
        />
      )}
      <RefusalLine refused={refused} />
      <div className={layout['actions']}>
        {answer !== null && (
          <Button look="primary" submits busy={busy}>
            {text.save}
          </Button>
        )}
      </div>
    </form>
  );
}
