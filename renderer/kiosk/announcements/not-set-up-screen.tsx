import { useText } from '../parts/language.ts';
import { TogetherTracks } from '../parts/tracks.tsx';
import styles from '../parts/plain-screen.module.css';

/** Before the office has been set up at the console. */
export function NotSetUpScreen() {
  const text = useText();
  return (
    <main className={styles['screen']}>
      <TogetherTracks paper />
      <h1>{text.notSetUp}</h1>
      <p>{text.notSetUpLead}</p>
    </main>
  );
}
