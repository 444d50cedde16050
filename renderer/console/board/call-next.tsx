import { IconVolume } from '@tabler/icons-react';
import { maySend } from '../../../shared/contract/permissions.ts';
import type { Role } from '../../../shared/base/roles.ts';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useKey } from '../parts/use-key.ts';
import { useMessage } from '../parts/use-message.ts';

/** Calls the first who waits, in the fair order. */
export function CallNext({
  next,
  functions,
}: {
  readonly next: VisitView | undefined;
  readonly functions: readonly Role[];
}) {
  const { board: text, visit } = useText();
  const { send, busy, refused } = useMessage('visit.call');
  const blocked =
    next === undefined
      ? text.nobodyWaits
      : maySend(functions, 'visit.call')
        ? null
        : visit.notYours;
  const call = (): void => {
    if (blocked === null && next !== undefined) void send({ visit: next.code });
  };
  useKey(text.keyCall, call);
  return (
    <>
      {refused !== null && <RefusalLine refused={refused} />}
      <Button
        look="primary"
        shortcut={text.keyCall}
        busy={busy}
        blocked={blocked}
        onPress={call}
        icon={<IconVolume size={20} stroke={2} aria-hidden="true" />}
      >
        {next === undefined ? text.callNobody : text.callNext(next.number)}
      </Button>
    </>
  );
}
