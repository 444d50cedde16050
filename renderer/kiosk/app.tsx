import { useCallback, useEffect, useState } from 'react';
import type { AnswerOf } from '../../shared/contract/contract.ts';
import type { Language } from '../../shared/base/closed-lists.ts';
import { ClockContext } from '../ui/use-now.ts';
import { useView } from '../ui/use-view.ts';
import { bridge } from './parts/bridge.ts';
import { Frame } from './frame.tsx';
import { LanguageContext } from './parts/language.ts';
import { AttractScreen } from './announcements/attract-screen.tsx';
import { CheckInScreen } from './check-in/check-in-screen.tsx';
import { NotSetUpScreen } from './announcements/not-set-up-screen.tsx';
import { NumberScreen } from './check-in/number-screen.tsx';
import { ReportOutScreen } from './report-out/report-out-screen.tsx';
import { useIdle } from './parts/use-idle.ts';
import { useScan } from './parts/use-scan.ts';

type Screen =
  | { readonly name: 'attract' | 'check-in' }
  /** `scanned` is what a scanner typed on the attract screen, sent at once. */
  | { readonly name: 'report-out'; readonly scanned: string }
  | { readonly name: 'number'; readonly issued: AnswerOf<'visit.check-in'> };

const attract: Screen = { name: 'attract' };

/** The visitors' window: picks the screen. Leaving a screen drops all that it held. */
export function App() {
  const received = useView(bridge.onView);
  const [screen, setScreen] = useState<Screen>(attract);
  const [language, choose] = useState<Language>('id');
  const [noticeIsOpen, openNotice] = useState(false);
  const home = useCallback(() => {
    setScreen(attract);
    choose('id');
    openNotice(false);
  }, []);
  const reportOut = useCallback(
    (scanned: string) => setScreen({ name: 'report-out', scanned }),
    [],
  );
  const closeNotice = useCallback(() => openNotice(false), []);

  const isAttract = screen.name === 'attract';
  const isFresh = isAttract && language === 'id' && !noticeIsOpen;
  const idle = useIdle(isFresh ? 'off' : isAttract ? 'quiet' : 'warned', home);
  useScan(isAttract && received?.view.service === 'open', reportOut);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  if (received === null) return null;
  const { view, receivedAt } = received;
  const show = () => {
    if (view.service === 'not-set-up') return <NotSetUpScreen />;
    switch (screen.name) {
      case 'attract':
        return (
          <AttractScreen
            view={view}
            checkIn={() => setScreen({ name: 'check-in' })}
            reportOut={() => reportOut('')}
          />
        );
      case 'check-in':
        return (
          <CheckInScreen
            view={view}
            cancel={home}
            issued={(issued) => setScreen({ name: 'number', issued })}
          />
        );
      case 'number':
        return <NumberScreen view={view} issued={screen.issued} done={home} />;
      case 'report-out':
        return <ReportOutScreen scanned={screen.scanned} done={home} />;
    }
  };
  return (
    <ClockContext.Provider value={{ ...view.clock, receivedAt }}>
      <LanguageContext.Provider value={{ language, choose }}>
        <Frame
          view={view}
          idle={idle}
          besideBoard={isAttract && view.service !== 'not-set-up'}
          notice={{ isOpen: noticeIsOpen, open: openNotice, close: closeNotice }}
        >
          {show()}
        </Frame>
      </LanguageContext.Provider>
    </ClockContext.Provider>
  );
}
