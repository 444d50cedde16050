import { useState } from 'react';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import type { StaffView } from '../../../shared/views/console-view.ts';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useMessage } from '../parts/use-message.ts';
import { emptyMember, memberProblems, refusedMember } from './member-draft.ts';
import { MemberFields } from './member-fields.tsx';
import styles from '../parts/settings.module.css';

/** Adds one member of staff. */
export function AddStaffForm({ staff }: { readonly staff: readonly StaffView[] }) {
  const { setUp, settings: text } = useText();
  const { language } = useLanguage();
  const { send, busy, refused, forget } = useMessage('staff.add');
  const [member, setMember] = useState(() => emptyMember(['trainer']));
  const [isChecked, check] = useState(false);
  const [added, setAdded] = useState('');
  const found = memberProblems(
    member,
    staff.map(({ name }) => name),
    setUp,
  );
  const problems = {
    ...(isChecked ? found : {}),
    ...refusedMember(member, refused, refused === null ? '' : refusalSentence(language, refused)),
  };
  const isShown = Object.keys(refusedMember(member, refused, ' ')).length > 0;
  const submit = (): void => {
    check(true);
    if (Object.keys(found).length > 0) return;
    const { name, functions, pin } = member;
    void send({ member: { name: name.trim(), functions, pin } }, () => {
      setAdded(name.trim());
      setMember(emptyMember(['trainer']));
      check(false);
    });
  };
  return (
    <form
      aria-label={text.addStaff}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <fieldset className={styles['member']}>
        <legend className="aloud">{text.addStaff}</legend>
        <MemberFields
          member={member}
          problems={problems}
          change={(changed) => {
            setMember(changed);
            setAdded('');
            forget();
          }}
        />
        <div className={styles['row']}>
          <RefusalLine
            refused={isShown ? null : refused}
            otherwise={added === '' ? '' : text.added(added)}
          />
          <Button look="primary" submits busy={busy}>
            {text.add}
          </Button>
        </div>
      </fieldset>
    </form>
  );
}
