import { causes } from '../../../shared/base/closed-lists.ts';
import { useText, useWords } from '../parts/language.ts';
import { Chips } from '../parts/chips.tsx';
import type { CauseChosen } from './use-cause.ts';

/** Why the norm was passed: one choice. There only when it is asked for. */
export function CauseChoice({
  cause: { cause, choose, isAsked, isOwed, field },
}: {
  readonly cause: CauseChosen;
}) {
  const text = useText().visit;
  const words = useWords();
  if (!isAsked) return null;
  return (
    <Chips
      legend={text.cause}
      choices={causes.map((value) => ({ value, label: words.causes[value] }))}
      chosen={cause}
      onChoose={choose}
      error={isOwed ? text.causeHint : null}
      hint={cause === null ? text.causeHint : ''}
      ref={field}
    />
  );
}
