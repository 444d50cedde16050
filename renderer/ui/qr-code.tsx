import { encode } from 'uqr';

type QrCodeProps = { readonly text: string; readonly label: string; readonly size: string };

/** A QR code as one path of squares, with the quiet zone that scanners want. */
export const QrCode = ({ text, label, size }: QrCodeProps) => {
  const { data, size: modules } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg viewBox={`0 0 ${modules} ${modules}`} role="img" aria-label={label} shapeRendering="crispEdges" style={{ width: size, height: size, flex: 'none' }}>
      <path d={path} fill="currentColor" />
    </svg>
  );
};
