import styles from './screens/attract-screen.module.css';

/** Two tracks that meet: the visitor's and the companion's. Decoration. */
export const TogetherTracks = () => (
  <svg className={styles['tracks']} viewBox="0 0 290 130" aria-hidden="true" fill="none" strokeLinecap="round">
    <path d="M14 100c90 0 70-75 150-75h40" stroke="#fff" strokeWidth="26" />
    <path d="M98 100c50 0 50-32 96-32h10" stroke="#8FE3D2" strokeWidth="22" />
    <circle cx="252" cy="25" r="24" fill="#fff" />
    <circle cx="252" cy="82" r="24" fill="#8FE3D2" />
  </svg>
);

/** The two part at the door. Decoration. */
export const ApartTracks = () => (
  <svg className={styles['tracks']} viewBox="0 0 290 130" aria-hidden="true" fill="none" strokeLinecap="round">
    <path d="M25 25h185" stroke="#2B3A94" strokeWidth="26" />
    <path d="M25 82h90" stroke="#8FD0C5" strokeWidth="26" />
    <circle cx="258" cy="25" r="24" fill="#2B3A94" />
    <circle cx="164" cy="82" r="24" fill="#8FD0C5" />
  </svg>
);
