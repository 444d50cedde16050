import { useText } from './language.ts';
import type { Idle } from './use-idle.ts';
import styles from './panels.module.css';

/** The warning before a screen left alone is emptied. It lies over the header, so that nothing below it moves. */
export function IdlePanel({ idle }: { readonly idle: Idle }) {
  const text = useText();
  if (idle.secondsLeft === null) return null;
  return (
    <section className={styles['idle']} aria-label={text.stillThere}>
      <p role="alert" aria-atomic="false">
        {/* Read aloud once, not with every second. */}
        <strong>{text.stillThere}</strong>{' '}
        <span className="num" aria-live="off">
          {text.erasedIn(idle.secondsLeft)}
        </span>
      </p>
      <button type="button" onClick={idle.stay}>
        {text.stillHere}
      </button>
    </section>
  );
}
