import { IconDeviceDesktop, IconEraser, IconUser } from '@tabler/icons-react';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { useText } from '../parts/language.ts';
import styles from './board-panel.module.css';

type ChipProps = {
  readonly icon: typeof IconUser;
  readonly name: string;
  readonly says: string;
  readonly tone?: 'near' | 'free' | 'busy';
};

const Chip = ({ icon: Icon, name, says, tone = 'busy' }: ChipProps) => (
  <li className={`${styles['resource']} ${styles[`resource-${tone}`]}`}>
    <Icon size={21} stroke={1.8} aria-hidden="true" />
    <span className={styles['resourceWords']}>
      <span className={styles['resourceName']}>{name}</span>
      <span className={`${styles['resourceSays']} num`}>{says}</span>
    </span>
  </li>
);

/** Who and what is free: the room's computers and its trainers. */
export function ResourceStrip({ view }: { readonly view: ConsoleView }) {
  const text = useText().board;
  const calledFor = (id: string): string | undefined =>
    view.visits.find(({ phase, trainer }) => phase === 'trainer-called' && trainer?.id === id)
      ?.number;
  return (
    <ul className={styles['strip']} aria-label={text.strip}>
      {view.workstations.map(({ id, name, number, cleared }) => {
        if (number !== null)
          return <Chip key={id} icon={IconDeviceDesktop} name={name} says={number} />;
        return cleared ? (
          <Chip key={id} icon={IconDeviceDesktop} name={name} says={text.free} tone="free" />
        ) : (
          <Chip key={id} icon={IconEraser} name={name} says={text.toClear} tone="near" />
        );
      })}
      {view.trainers.map(({ id, name, numbers }) => {
        const called = calledFor(id);
        if (called !== undefined)
          return (
            <Chip
              key={id}
              icon={IconUser}
              name={name}
              says={text.trainerCalledFor(called)}
              tone="near"
            />
          );
        return (
          <Chip
            key={id}
            icon={IconUser}
            name={name}
            says={numbers.length === 0 ? text.notPresent : numbers.join(', ')}
            tone={numbers.length === 0 ? 'free' : 'busy'}
          />
        );
      })}
    </ul>
  );
}
