import styles from './tracks.module.css';

type Colours = { readonly visitor: string; readonly companion: string };

const onNila: Colours = { visitor: '#fff', companion: '#8FE3D2' };
const onPaper: Colours = { visitor: '#2B3A94', companion: '#8FD0C5' };

/** Two tracks that meet: the visitor's and the companion's. Decoration. */
export function TogetherTracks({ paper = false }: { readonly paper?: boolean }) {
  const { visitor, companion } = paper ? onPaper : onNila;
  return (
    <svg
      className={styles['tracks']}
      viewBox="0 0 288 130"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
    >
      <path d="M96 111h4c46 0 52-32 98-32h14" stroke={companion} strokeWidth="26" />
      <path d="M13 111h8c86 0 84-88 166-88h25" stroke={visitor} strokeWidth="26" />
      <circle cx="262" cy="24" r="24" fill={visitor} />
      <circle cx="262" cy="80" r="24" fill={companion} />
    </svg>
  );
}

/** The two part at the door. Decoration. */
export function ApartTracks() {
  return (
    <svg
      className={styles['tracks']}
      viewBox="0 0 288 130"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
    >
      <path d="M33 34h182" stroke={onPaper.visitor} strokeWidth="26" />
      <path d="M33 91h88" stroke={onPaper.companion} strokeWidth="26" />
      <circle cx="264" cy="34" r="24" fill={onPaper.visitor} />
      <circle cx="170" cy="91" r="24" fill={onPaper.companion} />
    </svg>
  );
}
