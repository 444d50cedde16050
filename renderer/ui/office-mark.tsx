type OfficeMarkProps = {
  readonly logo: string | null;
  readonly size: number;
  readonly onNila?: boolean;
};

/** The office's logo, or the product's own mark: two companions on their way. Decoration beside the office's name. */
export function OfficeMark({ logo, size, onNila = false }: OfficeMarkProps) {
  if (logo !== null)
    return (
      <img
        src={logo}
        alt=""
        style={{ width: `${size / 16}rem`, height: `${size / 16}rem`, objectFit: 'contain' }}
      />
    );
  const [ground, first, second] = onNila
    ? ['#fff', '#2B3A94', '#2F9E8E']
    : ['#2B3A94', '#fff', '#8FE3D2'];
  return (
    <svg
      viewBox="0 0 76 76"
      style={{ width: `${size / 16}rem`, height: `${size / 16}rem`, flex: 'none' }}
      aria-hidden="true"
    >
      <rect width="76" height="76" rx="19" fill={ground} />
      <circle cx="31" cy="21" r="8" fill={first} />
      <circle cx="54" cy="26" r="8" fill={second} />
      <path
        d="M33 37c3 10-8 12-8 23"
        stroke={first}
        strokeWidth="9"
        strokeLinecap="round"
        fill="none"
      />
      <path
        d="M54 42c2 8-8 10-8 19"
        stroke={second}
        strokeWidth="9"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
