import { refused, type Refused, type RefusalCode } from '../../shared/base/result.ts';
import type { Said } from '../../shared/sop/chart.ts';

const codes: Readonly<Record<Extract<Said, { kind: 'held' }>['by'], RefusalCode>> = {
  cause: 'cause-owed',
  problem: 'problem-owed',
  'clean-workstation': 'workstation-not-cleared',
  'company-and-package': 'company-unconfirmed',
  ticket: 'escalation-not-sent',
  credentials: 'not-an-answer-here',
  'second-call': 'visit-not-called-twice',
};

/** What a person is told where the chart does not let a visit go on. @param otherwise where it has no such arrow */
export function chartRefusal(said: Said, otherwise: RefusalCode = 'not-an-answer-here'): Refused {
  return refused(said.kind === 'held' ? codes[said.by] : otherwise);
}
