import { useText } from '../language.ts';
import styles from '../kiosk.module.css';

/** Before the office has been set up at the console. */
export const NotSetUpScreen = () => {
  const text = useText();
  return (
    <main className={styles['middle']}>
      <h1 className={styles['title']}>{text.notSetUp}</h1>
      <p className={styles['lead']}>{text.notSetUpLead}</p>
    </main>
  );
};
