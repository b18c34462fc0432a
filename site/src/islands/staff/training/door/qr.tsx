// A text as a QR code, drawn as one path: dark on light whatever the theme, because scanners want it so.
import { encode } from 'uqr';

/** `label` is what it is, for those who do not see it. */
export function Qr({ text, label }: { text: string; label: string }) {
  // The quiet zone of four modules is part of the code (ISO/IEC 18004, 5.3.8).
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg class="door-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
