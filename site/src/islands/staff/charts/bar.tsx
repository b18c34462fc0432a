// A bar for a row of a table: this year filled, last year a line across. The numbers stand in the row beside it, so the picture is hidden from readers.

const [WIDTH, HEIGHT] = [200, 20];

interface Props {
  /** Undefined: there is nothing to draw. */
  value: number | undefined;
  last?: number | undefined;
  /** What fills the whole width; of all rows the same. */
  most: number;
}

export function Bar({ value, last, most }: Props) {
  const at = (amount: number) => (most <= 0 ? 0 : (WIDTH * Math.max(0, Math.min(amount, most))) / most);
  return (
    <svg class="bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <line class="axis" x1="0.5" x2="0.5" y1="0" y2={HEIGHT} />
      {value !== undefined && <rect class="now" x="0" y="4" width={at(value)} height={HEIGHT - 8} />}
      {last !== undefined && last > 0 && <line class="last" x1={at(last)} x2={at(last)} y1="0" y2={HEIGHT} />}
    </svg>
  );
}

/** The same below the name of its row, on a phone, where a column of bars has no room. */
export function NarrowBar(props: Props) {
  return (
    <span class="narrow-bar">
      <Bar {...props} />
    </span>
  );
}
