import { useState } from 'react';
import { sayFunctions } from '../../../shared/text/functions.ts';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { useText, useWords } from '../parts/language.ts';
import { Banner } from '../parts/banner.tsx';
import { ClockNotice } from '../parts/clock-notice.tsx';
import { RecordsNotice } from '../parts/records-notice.tsx';
import { TopBar } from '../parts/top-bar.tsx';
import { PinForm } from './pin-form.tsx';
import styles from './sign-in-page.module.css';

/** Nobody is on duty: who is it? Names of staff only, nothing about any visitor. */
export function SignInPage({ view }: { readonly view: ConsoleView }) {
  const text = useText().signIn;
  const words = useWords();
  const [chosen, choose] = useState<string | null>(null);
  const member = view.staff.find(({ id }) => id === chosen);
  return (
    <div className={styles['page']}>
      <TopBar office={view.office} staff={null} onSwitch={() => undefined} />
      <div>
        {view.service === 'out-of-service' && <Banner records={view.records} />}
        <ClockNotice doubt={view.clockDoubt} mayAnswer={false} />
        <RecordsNotice records={view.records} reader={null} zone={view.clock.zone} />
      </div>
      <main className={styles['main']}>
        {member === undefined ? (
          <div className={styles['who']}>
            <h1 className={styles['title']}>{text.title}</h1>
            <p className={styles['lead']}>{view.staff.length === 0 ? text.nobody : text.lead}</p>
            <ul className={styles['list']}>
              {view.staff.map(({ id, name, functions }) => (
                <li key={id}>
                  <button type="button" className={styles['member']} onClick={() => choose(id)}>
                    <span className={styles['name']}>{name}</span>
                    <span className={styles['role']}>{sayFunctions(words, functions)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <PinForm member={member} onOthers={() => choose(null)} />
        )}
      </main>
    </div>
  );
}
