// A QR code as an SVG path.
import { encode } from 'uqr';

/** The dark modules of `text` as squares of size 1, and the code's width with its quiet zone of four. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}
