import type { ReactNode } from 'react';
import type { Refused } from '../../../shared/base/result.ts';
import { Button } from '../parts/button.tsx';
import layout from '../parts/layout.module.css';
import { RefusalLine } from '../parts/refusal-line.tsx';

type StageFrameProps = {
  readonly title: string;
  readonly lead?: string;
  readonly submit: string;
  readonly look?: 'primary' | 'outline';
  readonly busy: boolean;
  readonly refused: Refused | null;
  readonly shownAt?: readonly string[];
  readonly onSubmit: () => void;
  readonly children?: ReactNode;
};

/** A form of one stage: its fields, what was refused, and the button that records it. */
export function StageFrame({
  title,
  lead,
  submit,
  look = 'primary',
  busy,
  refused,
  shownAt = [],
  onSubmit,
  children,
}: StageFrameProps) {
  return (
    <form
      className={layout['tight']}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <h3 className={layout['heading']}>{title}</h3>
      {lead !== undefined && <p className={layout['note']}>{lead}</p>}
      {children !== undefined && <div className={layout['two']}>{children}</div>}
      <div className={layout['actions']}>
        <Button look={look} submits busy={busy}>
          {submit}
        </Button>
        <RefusalLine refused={refused} shownAt={shownAt} />
      </div>
    </form>
  );
}
