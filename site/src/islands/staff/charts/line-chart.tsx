// Lines through the months of some years, or through years. Years are told apart by how their line is drawn and by a name at its end, not by colour alone; the
// same numbers stand in a table beside.

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT] = [640, 240, 56, 56, 12, 28];
const GRID = 4;

export interface Line {
  name: string;
  /** One for each place of the axis; undefined where there is none. */
  values: readonly (number | undefined)[];
}

interface Props {
  /** What stands below the axis. */
  places: readonly string[];
  /** The oldest first: the last is drawn strongest. */
  lines: readonly Line[];
  /** A number of the axis as text. */
  textOf: (value: number) => string;
}

export function LineChart({ places, lines, textOf }: Props) {
  const most = niceTop(Math.max(0, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const x = (i: number) => LEFT + (places.length < 2 ? 0 : ((WIDTH - LEFT - RIGHT) * i) / (places.length - 1));
  const y = (value: number) => HEIGHT - FOOT - ((HEIGHT - FOOT - TOP) * value) / most;
  return (
    <svg class="line-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {Array.from({ length: GRID + 1 }, (_, i) => (most * i) / GRID).map((value) => (
        <g key={value}>
          <line class="grid-line" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
          <text x={LEFT - 8} y={y(value) + 4} text-anchor="end">
            {textOf(value)}
          </text>
        </g>
      ))}
      {places.map((place, i) => (
        <text key={place} x={x(i)} y={HEIGHT - 8} text-anchor="middle">
          {place}
        </text>
      ))}
      {lines.map((line, i) => (
        <OneLine key={line.name} line={line} nth={lines.length - i} x={x} y={y} />
      ))}
    </svg>
  );
}

interface LineProps {
  line: Line;
  /** 1 is the newest. */
  nth: number;
  x: (i: number) => number;
  y: (value: number) => number;
}

function OneLine({ line: { name, values }, nth, x, y }: LineProps) {
  const known = values.flatMap((value, i) => (value === undefined ? [] : [{ i, value }]));
  const end = known.at(-1);
  if (end === undefined) return null;
  // A gap in what is known is a gap in the line.
  const path = known.map(({ i, value }, at) => `${known[at - 1]?.i === i - 1 ? 'L' : 'M'}${x(i)} ${y(value)}`).join('');
  return (
    <g class={`line nth-${nth}`}>
      <path d={path} />
      {nth === 1 && known.map(({ i, value }) => <circle key={i} cx={x(i)} cy={y(value)} r="3" />)}
      <text class="line-name" x={x(end.i) + 8} y={y(end.value) + 4}>
        {name}
      </text>
    </g>
  );
}

/** The least of 1, 2, 2.5, 5 and 10 times a power of ten that is no less; 1 for nothing. */
export function niceTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((one) => one * power >= value) ?? 10;
  return step * power;
}
