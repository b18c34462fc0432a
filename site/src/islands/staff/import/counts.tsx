// What came, or will come, of the lines, in figures.

interface Props<Outcome extends string> {
  lines: readonly { outcome: string }[];
  /** What is wrong; a line counts once. */
  troubles: readonly { line: number }[];
  /** A word for each figure, in their order. */
  words: Record<Outcome | 'trouble', string>;
}

export function Counts<Outcome extends string>({ lines, troubles, words }: Props<Outcome>) {
  const count = (what: string) =>
    what === 'trouble' ? linesIn(troubles) : lines.filter(({ outcome }) => outcome === what).length;
  return (
    <dl class="figures">
      {Object.entries<string>(words).map(([what, word]) => (
        <div key={what}>
          <dt class="small soft">{word}</dt>
          <dd class="mid">{count(what)}</dd>
        </div>
      ))}
    </dl>
  );
}

export function linesIn(troubles: readonly { line: number }[]): number {
  return new Set(troubles.map(({ line }) => line)).size;
}
