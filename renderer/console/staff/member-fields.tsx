import { useText } from '../parts/language.ts';
import { TextField } from '../parts/text-field.tsx';
import { FunctionsField } from './functions-field.tsx';
import type { MemberDraft, MemberProblems } from './member-draft.ts';
import styles from '../parts/settings.module.css';

type MemberFieldsProps = {
  readonly member: MemberDraft;
  readonly problems: MemberProblems;
  readonly change: (member: MemberDraft) => void;
};

/** Name, functions, and a PIN typed twice. */
export function MemberFields({ member, problems, change }: MemberFieldsProps) {
  const text = useText().setUp;
  return (
    <div className={styles['two']}>
      <TextField
        label={text.name}
        value={member.name}
        onChange={(name) => change({ ...member, name })}
        error={problems.name ?? null}
      />
      <FunctionsField
        functions={member.functions}
        onChange={(functions) => change({ ...member, functions })}
        error={problems.functions ?? null}
      />
      <TextField
        kind="password"
        digits
        label={text.pin}
        value={member.pin}
        onChange={(pin) => change({ ...member, pin })}
        error={problems.pin ?? null}
      />
      <TextField
        kind="password"
        digits
        label={text.pinAgain}
        value={member.again}
        onChange={(again) => change({ ...member, again })}
        error={problems.again ?? null}
      />
    </div>
  );
}
