import { IconVolume } from '@tabler/icons-react';
import type { VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useKey } from '../parts/use-key.ts';
import { useMessage } from '../parts/use-message.ts';

/** Calls the first who waits, in the fair order. */
export function CallNext({ next }: { readonly next: VisitView | undefined }) {
  const { board: text, visit } = useText();
  const { send, busy, refused } = useMessage('queue.call');
  const blocked = next === undefined ? text.nobodyWaits : next.mayAnswer ? null : visit.notYours;
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
