import { IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { OfficeMark } from '../../ui/office-mark.tsx';
import { useLanguage, useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { RefusalLine } from '../parts/refusal-line.tsx';
import {
  emptyMember,
  memberProblems,
  refusedMember,
  type MemberDraft,
} from '../staff/member-draft.ts';
import { MemberFields } from '../staff/member-fields.tsx';
import { draftOf, problemsOf, settingsOf } from '../settings/settings-draft.ts';
import { SettingsFields } from '../settings/settings-fields.tsx';
import settings from '../parts/settings.module.css';
import { Banner } from '../parts/banner.tsx';
import { LanguageSwitch } from '../parts/language-switch.tsx';
import { useMessage } from '../parts/use-message.ts';
import styles from './set-up-page.module.css';

const mostMembers = 40;

/** First start: the office and its staff, in one calm column. Once only. */
export function SetUpPage({
  view: { settings: defaults, service, records },
}: {
  readonly view: ConsoleView;
}) {
  const { setUp: text, product } = useText();
  const { language } = useLanguage();
  const { send, busy, refused, forget } = useMessage('office.set-up');
  const [draft, setDraft] = useState(() => draftOf(defaults));
  const [members, setMembers] = useState<readonly MemberDraft[]>(() => [
    emptyMember(['coordinator']),
    emptyMember(['desk']),
    emptyMember(['trainer']),
  ]);
  const [isChecked, check] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problems = problemsOf(draft, language);
  const sentence = refused === null ? '' : refusalSentence(language, refused);
  const found = members.map((member, at) =>
    memberProblems(
      member,
      members.slice(0, at).map(({ name }) => name),
      text,
    ),
  );
  const coordinators = members.filter(({ functions }) => functions.includes('coordinator')).length;
  const hasCoordinator = coordinators > 0;
  const isWrong =
    Object.keys(problems).length > 0 ||
    found.some((each) => Object.keys(each).length > 0) ||
    !hasCoordinator;
  const isShown = members.some(
    (member) => Object.keys(refusedMember(member, refused, ' ')).length > 0,
  );
  const changeMember = (changed: MemberDraft): void => {
    setMembers((all) => all.map((member) => (member.key === changed.key ? changed : member)));
    forget();
  };
  /** To the first thing that is marked, once it is. */
  const toFirstMarked = (): void =>
    void requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  const start = (): void => {
    check(true);
    if (isWrong) toFirstMarked();
    else
      void send(
        {
          settings: settingsOf(draft),
          staff: members.map(({ name, functions, pin }) => ({ name: name.trim(), functions, pin })),
        },
        undefined,
        toFirstMarked,
      );
  };
  return (
    <main className={styles['page']}>
      <form
        ref={form}
        className={styles['column']}
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <header className={styles['head']}>
          <OfficeMark logo={null} size={44} />
          <span className={styles['product']}>{product}</span>
          <LanguageSwitch />
        </header>
        {service === 'out-of-service' && <Banner records={records} />}
        <div>
          <h1 className={styles['title']}>{text.title}</h1>
          <p className={styles['lead']}>{text.lead}</p>
        </div>
        <SettingsFields
          draft={draft}
          problems={isChecked ? problemsOf(draft, language, refused) : {}}
          change={(part) => {
            setDraft((all) => ({ ...all, ...part }));
            forget();
          }}
        />
        <section className={settings['part']} aria-label={text.staff}>
          <h2 className={settings['heading']}>{text.staff}</h2>
          <p
            className={isChecked && !hasCoordinator ? settings['problem'] : settings['hint']}
            role="status"
          >
            {isChecked && !hasCoordinator ? text.coordinatorNeeded : text.staffHint}
          </p>
          {coordinators === 1 && (
            <p className={settings['hint']} role="status">
              {text.secondCoordinator}
            </p>
          )}
          {members.map((member, at) => (
            <fieldset
              key={member.key}
              className={settings['member']}
              aria-label={text.member(at + 1)}
            >
              <div className={settings['memberHead']}>
                {text.member(at + 1)}
                {members.length > 1 && (
                  <button
                    type="button"
                    className={settings['remove']}
                    aria-label={text.removeMember(at + 1)}
                    onClick={() => setMembers((all) => all.filter(({ key }) => key !== member.key))}
                  >
                    <IconTrash size={19} stroke={1.8} aria-hidden="true" />
                  </button>
                )}
              </div>
              <MemberFields
                member={member}
                problems={{
                  ...(isChecked ? found[at] : {}),
                  ...refusedMember(member, refused, sentence),
                }}
                change={changeMember}
              />
            </fieldset>
          ))}
          {members.length < mostMembers && (
            <div>
              <Button onPress={() => setMembers((all) => [...all, emptyMember(['trainer'])])}>
                {text.addMember}
              </Button>
            </div>
          )}
        </section>
        <div className={styles['start']}>
          <Button look="primary" submits busy={busy}>
            {text.start}
          </Button>
          <RefusalLine
            refused={isShown ? null : refused}
            otherwise={(isChecked && isWrong) || isShown ? text.mend : ''}
          />
        </div>
      </form>
    </main>
  );
}
