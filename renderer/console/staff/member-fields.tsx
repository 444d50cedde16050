import { roles } from '../../../shared/base/roles.ts';
import { useText, useWords } from '../parts/language.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { TextField } from '../parts/text-field.tsx';
import type { MemberDraft, MemberProblems } from './member-draft.ts';
import styles from '../parts/settings.module.css';

type MemberFieldsProps = {
  readonly member: MemberDraft;
  readonly problems: MemberProblems;
  readonly change: (member: MemberDraft) => void;
};

/** Name, role, and a PIN typed twice. */
export function MemberFields({ member, problems, change }: MemberFieldsProps) {
  const text = useText().setUp;
  const words = useWords();
  return (
    <div className={styles['two']}>
      <TextField
        label={text.name}
        value={member.name}
        onChange={(name) => change({ ...member, name })}
        error={problems.name ?? null}
      />
      <ChoiceField
        label={text.role}
        value={member.role}
        choices={roles.map((value) => ({ value, label: words.roles[value] }))}
        onChange={(role) => change({ ...member, role })}
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
