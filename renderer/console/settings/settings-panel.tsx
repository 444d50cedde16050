import { useState } from 'react';
import { maySend } from '../../../shared/contract/permissions.ts';
import type { Role } from '../../../shared/base/roles.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { sayFunctions } from '../../../shared/text/functions.ts';
import { useLanguage, useText, useWords } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import layout from '../parts/layout.module.css';
import { RefusalLine } from '../parts/refusal-line.tsx';
import { useMessage } from '../parts/use-message.ts';
import { AddStaffForm } from '../staff/add-staff-form.tsx';
import { BackupForm } from './backup-form.tsx';
import { ErasuresList } from '../privacy/erasures-list.tsx';
import { draftOf, problemsOf, settingsOf } from './settings-draft.ts';
import { SettingsFields } from './settings-fields.tsx';
import panel from './settings-panel.module.css';
import styles from '../parts/settings.module.css';

/** What the office sets for itself, and who works there. */
export function SettingsPanel({
  view,
  functions,
}: {
  readonly view: ConsoleView;
  readonly functions: readonly Role[];
}) {
  const { settings: text, setUp, saved } = useText();
  const words = useWords();
  const { language } = useLanguage();
  const { send, busy, refused, forget } = useMessage('office.change-settings');
  const [draft, setDraft] = useState(() => draftOf(view.settings));
  const [isChecked, check] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const mayChange = maySend(functions, 'office.change-settings');
  const isWrong = Object.keys(problemsOf(draft, language)).length > 0;
  const problems = problemsOf(draft, language, refused);
  const submit = (): void => {
    check(true);
    if (!isWrong) void send({ settings: settingsOf(draft) }, () => setSaved(true));
  };
  return (
    <div className={layout['panel']}>
      <div className={layout['head']}>
        <h1 className={layout['title']}>{text.title}</h1>
        <p className={layout['lead']}>{mayChange ? text.lead : text.readOnly}</p>
      </div>
      <div className={panel['columns']}>
        <form
          className={panel['form']}
          aria-label={text.title}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <SettingsFields
            draft={draft}
            problems={isChecked ? problems : {}}
            readOnly={!mayChange}
            change={(part) => {
              setDraft((all) => ({ ...all, ...part }));
              setSaved(false);
              forget();
            }}
          />
          {mayChange && (
            <div className={panel['save']}>
              <Button look="primary" submits busy={busy}>
                {text.saveOffice}
              </Button>
              <RefusalLine
                refused={refused}
                shownAt={Object.keys(problems)}
                otherwise={isChecked && isWrong ? setUp.mend : isSaved ? saved : ''}
              />
            </div>
          )}
        </form>
        <div className={panel['aside']}>
          {view.backup !== null && <BackupForm backup={view.backup} zone={view.clock.zone} />}
          {view.erasures !== null && (
            <ErasuresList
              seen={`${view.erasures.done} ${view.erasures.underWay}`}
              zone={view.clock.zone}
            />
          )}
          <section className={styles['part']} aria-label={text.staff}>
            <h2 className={styles['heading']}>{text.staff}</h2>
            <ul className={styles['staff']} aria-label={text.staffList}>
              {view.staff.map(({ id, name, functions: theirs }) => (
                <li key={id}>
                  <span>{name}</span>
                  <span>{sayFunctions(words, theirs)}</span>
                </li>
              ))}
            </ul>
            {mayChange && <AddStaffForm staff={view.staff} />}
          </section>
        </div>
      </div>
    </div>
  );
}
