import { encode } from 'uqr';

type QrCodeProps = {
  readonly text: string;
  readonly label: string;
  /** Width of one square as a CSS length: on paper whole dots of the printer, so that no edge falls between two. */
  readonly square: string;
};

/** A QR code as one path of squares. Whoever shows it leaves four squares of blank around it, as scanners want. */
export function QrCode({ text, label, square }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  const width = `calc(${square} * ${size})`;
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      style={{ width, height: width, flex: 'none' }}
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
