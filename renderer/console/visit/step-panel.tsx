import type { ConsoleView, VisitView } from '../../../shared/views/console-view.ts';
import { EscalateStep } from './escalate-step.tsx';
import { ProblemStep } from './problem-step.tsx';
import { QuestionStep } from './question-step.tsx';
import { StepHead } from './step-head.tsx';
import styles from './step-panel.module.css';
import { ChooseTrainer } from './choose-trainer.tsx';
import { TrainerCalled } from './trainer-called.tsx';
import { UploadBidStep } from './upload-bid-step.tsx';
import type { CauseChosen } from './use-cause.ts';
import type { Session } from './visit-page.tsx';
import { WaitingStep } from './waiting-step.tsx';

type StepPanelProps = {
  readonly visit: VisitView;
  readonly view: ConsoleView;
  readonly session: Session;
  readonly cause: CauseChosen;
};

/** The present step: the SOP's words, its one ring, and what it asks now. */
export function StepPanel({ visit, view, session, cause }: StepPanelProps) {
  const body = () => {
    switch (visit.phase) {
      case 'waiting':
      case 'called':
        return <WaitingStep visit={visit} />;
      case 'trainer-owed':
        return <ChooseTrainer visit={visit} view={view} />;
      case 'trainer-called':
        return <TrainerCalled visit={visit} view={view} session={session} cause={cause} />;
      case 'running':
        return running();
    }
  };
  const running = () => {
    switch (visit.kind) {
      case 'problem':
        return <ProblemStep visit={visit} cause={cause} />;
      case 'hand-over-outside':
        return <EscalateStep visit={visit} view={view} cause={cause} />;
      default:
        if (visit.demands.includes('company-and-package'))
          return <UploadBidStep visit={visit} cause={cause} />;
        return <QuestionStep visit={visit} functions={session.staff.functions} cause={cause} />;
    }
  };
  return (
    <section className={styles['panel']} aria-labelledby="step-title">
      <StepHead visit={visit} />
      <div className={styles['body']}>{body()}</div>
    </section>
  );
}
