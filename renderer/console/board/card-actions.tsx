import type { Refused } from '../../../shared/base/result.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useTicking } from '../../ui/use-ticking.ts';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useMessage } from '../parts/use-message.ts';
import { asksCause } from '../parts/visit-time.ts';
import styles from '../parts/visit-card.module.css';

type CardActionsProps = { readonly visit: VisitView; readonly open: () => void };

/** What a card offers at once: the next thing to do about it, where one tap is enough. */
export function CardActions({ visit, open }: CardActionsProps) {
  if (visit.phase === 'called' && visit.offers.begin && visit.mayAnswer)
    return <CalledActions visit={visit} />;
  if (visit.kind === 'report-out' && visit.mayAnswer) return <ReportOutAction visit={visit} />;
  return <OpenAction visit={visit} open={open} />;
}

const said = (...all: readonly (Refused | null)[]): Refused | null =>
  all.find((one) => one !== null) ?? null;

const CalledActions = ({ visit }: { readonly visit: VisitView }) => {
  const text = useText().board;
  const begin = useMessage('queue.begin');
  const call = useMessage('queue.call');
  const noShow = useMessage('queue.no-show');
  const args = { visit: visit.code };
  const refused = said(begin.refused, call.refused, noShow.refused);
  return (
    <>
      {visit.offers.noShow ? (
        <Button
          look="quiet"
          name={text.forNumber(text.noShow, visit.number)}
          busy={noShow.busy}
          onPress={() => void noShow.send(args)}
        >
          {text.noShow}
        </Button>
      ) : (
        <Button
          look="quiet"
          name={text.forNumber(text.callAgain, visit.number)}
          busy={call.busy}
          onPress={() => void call.send(args)}
        >
          {text.callAgain}
        </Button>
      )}
      <Button
        name={text.forNumber(text.atDesk, visit.number)}
        busy={begin.busy}
        onPress={() => void begin.send(args)}
      >
        {text.atDesk}
      </Button>
      {refused !== null && (
        <div className={styles['refused']}>
          <RefusalLine refused={refused} />
        </div>
      )}
    </>
  );
};

const ReportOutAction = ({ visit }: { readonly visit: VisitView }) => {
  const text = useText().board;
  const { send, busy, refused } = useMessage('visit.answer');
  const report = (): void =>
    void send({
      visit: visit.code,
      step: visit.step,
      attempt: visit.attempt,
      answer: 'done',
      cause: null,
      problem: null,
      companyConfirmed: false,
    });
  return (
    <>
      <Button name={text.forNumber(text.reportAtDesk, visit.number)} busy={busy} onPress={report}>
        {text.reportAtDesk}
      </Button>
      {refused !== null && (
        <div className={styles['refused']}>
          <RefusalLine refused={refused} />
        </div>
      )}
    </>
  );
};

const OpenAction = ({ visit, open }: { readonly visit: VisitView; readonly open: () => void }) => {
  const text = useText().board;
  const isCauseOwed = useTicking((since) => asksCause(visit, since));
  if (isCauseOwed && visit.mayAnswer)
    return (
      <Button look="over" name={text.forNumber(text.record, visit.number)} onPress={open}>
        {text.record}
      </Button>
    );
  if (visit.phase === 'trainer-owed')
    return (
      <Button name={text.forNumber(text.chooseTrainer, visit.number)} onPress={open}>
        {text.chooseTrainer}
      </Button>
    );
  if (visit.phase === 'trainer-called')
    return (
      <Button name={text.forNumber(text.changeTrainer, visit.number)} onPress={open}>
        {text.changeTrainer}
      </Button>
    );
  return null;
};
