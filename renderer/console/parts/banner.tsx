import { IconAlertTriangle } from '@tabler/icons-react';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { useText } from './language.ts';
import styles from './banner.module.css';

/** Nothing can be recorded now: what happened and what to do. It pushes, never covers, and cannot be sent away. */
export function Banner({ records: { trouble, damaged } }: Pick<ConsoleView, 'records'>) {
  const text = useText().service;
  const says = (): string => {
    switch (trouble) {
      case null:
        return text.outOfService;
      case 'not-ours':
        return text.notOurs;
      case 'office-lost':
        return text.officeLost;
      case 'odd-file':
        return text.oddFile(damaged.places[0] ?? '');
    }
  };
  return (
    <div className={styles['banner']} role="alert">
      <IconAlertTriangle size={30} stroke={2} aria-hidden="true" />
      <p>{says()}</p>
    </div>
  );
}
