import { useEffect, useMemo, useState } from 'react';
import type { Language } from '../../shared/base/closed-lists.ts';
import { consoleText } from '../../shared/text/console.ts';
import { ClockContext } from '../ui/use-now.ts';
import { useView } from '../ui/use-view.ts';
import { bridge } from './parts/bridge.ts';
import { LanguageContext } from './parts/language.ts';
import { Shell } from './shell/shell.tsx';
import { SetUpPage } from './set-up/set-up-page.tsx';
import { SignInPage } from './staff/sign-in-page.tsx';
import { useTouch } from './shell/use-touch.ts';

/** The staff's window: set-up once, then who is on duty, then the work. */
export function App() {
  const received = useView(bridge.onView);
  const staff = received?.view.session?.staff.id ?? '';
  // Each member of staff reads in a language of their own; nobody signed in is a reader too.
  const [languages, setLanguages] = useState<Readonly<Record<string, Language>>>({});
  const language = languages[staff] ?? 'id';
  const choice = useMemo(
    () => ({
      language,
      choose: (chosen: Language) => setLanguages((all) => ({ ...all, [staff]: chosen })),
    }),
    [language, staff],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = consoleText[language].windowTitle;
  }, [language]);
  useTouch(staff !== '');
  const clock = useMemo(
    () => (received === null ? null : { ...received.view.clock, receivedAt: received.receivedAt }),
    [received],
  );

  if (received === null || clock === null) return null;
  const { view } = received;
  const page = () => {
    // Also while records cannot be kept: what was typed for set-up stays.
    if (!view.isSetUp) return <SetUpPage view={view} />;
    return view.session === null ? (
      <SignInPage view={view} />
    ) : (
      <Shell view={view} session={view.session} key={view.session.staff.id} />
    );
  };
  return (
    <ClockContext.Provider value={clock}>
      <LanguageContext.Provider value={choice}>{page()}</LanguageContext.Provider>
    </ClockContext.Provider>
  );
}
