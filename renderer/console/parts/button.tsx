import { useId, type ComponentPropsWithRef, type MouseEvent, type ReactNode } from 'react';
import styles from './button.module.css';

/** What a menu adds to the button that opens it: its own click, its focus, what it controls. */
type MenuTarget = Omit<
  ComponentPropsWithRef<'button'>,
  'name' | 'type' | 'className' | 'children' | 'title'
>;

type ButtonProps = MenuTarget & {
  readonly children: ReactNode;
  readonly onPress?: (() => void) | undefined;
  readonly look?: 'primary' | 'outline' | 'quiet' | 'over';
  /** The key that does the same, shown beside the words. */
  readonly shortcut?: string | undefined;
  readonly icon?: ReactNode;
  readonly busy?: boolean;
  /** Why it can do nothing now; it stays focusable and says so. */
  readonly blocked?: string | null;
  /** Accessible name, where the words alone would not tell it from its likes. */
  readonly name?: string;
  readonly submits?: boolean;
  readonly wide?: boolean;
};

/** A button of the console: its words, its key, and whether it is under way. */
export function Button(props: ButtonProps) {
  const {
    children,
    onPress,
    look = 'outline',
    shortcut,
    icon,
    busy = false,
    blocked = null,
    name,
    submits = false,
    wide = false,
    onClick,
    ...target
  } = props;
  const why = useId();
  const isOff = busy || blocked !== null;
  return (
    <button
      {...target}
      type={submits ? 'submit' : 'button'}
      className={`${styles['button']} ${styles[look]} ${wide ? styles['wide'] : ''}`}
      aria-label={name}
      aria-busy={busy}
      aria-disabled={isOff}
      aria-describedby={blocked === null ? undefined : why}
      aria-keyshortcuts={shortcut}
      title={blocked ?? undefined}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        if (isOff) return event.preventDefault();
        onClick?.(event);
        onPress?.();
      }}
    >
      {icon}
      <span>{children}</span>
      {shortcut !== undefined && (
        <kbd className={styles['key']} aria-hidden="true">
          {shortcut}
        </kbd>
      )}
      {blocked !== null && (
        <span id={why} className="aloud">
          {blocked}
        </span>
      )}
    </button>
  );
}
