import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { ConsoleView, VisitView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import layout from '../parts/layout.module.css';
import styles from './other-actions.module.css';
import { ChooseTrainer } from './choose-trainer.tsx';
import { CloseForm } from './close-form.tsx';
import { JumpForm } from './jump-form.tsx';
import { LinkForm } from './link-form.tsx';
import type { CauseChosen } from './use-cause.ts';

type OtherActionsProps = {
  readonly visit: VisitView;
  readonly view: ConsoleView;
  readonly cause: CauseChosen;
};
const actions = ['jump', 'changeTrainer', 'leftEarly', 'leftUnreported', 'link'] as const;
type Action = (typeof actions)[number];

/** What lies outside the SOP's arrows or beside them; each asks before it acts. */
export function OtherActions({ visit, view, cause }: OtherActionsProps) {
  const {
    visit: { more, actions: text },
  } = useText();
  const [action, open] = useState<Action | null>(null);
  const close = (): void => open(null);
  const { offers } = visit;
  const isOffered: Readonly<Record<Action, boolean>> = {
    jump: offers.jumps.length > 0,
    // Where a trainer is owed, the page itself asks for one.
    changeTrainer: offers.callTrainer && visit.kind !== 'assign',
    leftEarly: offers.ends.includes('left-early'),
    leftUnreported: offers.ends.includes('left-unreported'),
    link: true,
  };
  const offered = actions.filter((each) => isOffered[each]);
  const form = (chosen: Action) => {
    switch (chosen) {
      case 'jump':
        return <JumpForm visit={visit} cause={cause} onDone={close} />;
      case 'changeTrainer':
        return (
          <div className={layout['stack']}>
            <ChooseTrainer visit={visit} view={view} onCalled={close} />
          </div>
        );
      case 'leftEarly':
        return <CloseForm visit={visit} outcome="left-early" cause={cause} onDone={close} />;
      case 'leftUnreported':
        return <CloseForm visit={visit} outcome="left-unreported" cause={cause} onDone={close} />;
      case 'link':
        return <LinkForm visit={visit} onDone={close} />;
    }
  };
  return (
    <>
      <Menu
        position="bottom-end"
        width={300}
        radius={14}
        transitionProps={{ duration: 0 }}
        classNames={{ dropdown: styles['menu'] ?? '', item: styles['item'] ?? '' }}
      >
        <Menu.Target>
          <Button icon={<IconDots size={20} stroke={2} aria-hidden="true" />}>{more}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((each) => (
            <Menu.Item key={each} onClick={() => open(each)}>
              {text[each]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {action !== null && (
        <Dialog title={text[action]} onClose={close} size={action === 'changeTrainer' ? 860 : 600}>
          {form(action)}
        </Dialog>
      )}
    </>
  );
}
