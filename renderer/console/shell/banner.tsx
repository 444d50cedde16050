import { IconAlertTriangle } from '@tabler/icons-react';
import type { ConsoleView } from '../../../shared/views/console-view.ts';
import { useText } from '../language.ts';
import styles from './banner.module.css';

/** Nothing can be recorded now: what happened and what to do. It pushes, never covers, and cannot be sent away. */
export const Banner = ({ trouble }: Pick<ConsoleView['records'], 'trouble'>) => {
  const text = useText().service;
  return (
    <div className={styles['banner']} role="alert">
      <IconAlertTriangle size={30} stroke={2} aria-hidden="true" />
      <p>{trouble === 'not-ours' ? text.notOurs : text.outOfService}</p>
    </div>
  );
};
