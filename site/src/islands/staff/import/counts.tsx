// What came, or will come, of the lines, in four figures.
import type { Line } from './plan.ts';

const SHOWN = ['new', 'changed', 'same', 'trouble'] as const;

interface Props {
  lines: readonly Line[];
  /** Lines with something wrong. */
  troubles: number;
  words: Record<(typeof SHOWN)[number], string>;
}

export function Counts({ lines, troubles, words }: Props) {
  const count = (what: (typeof SHOWN)[number]) =>
    what === 'trouble' ? troubles : lines.filter(({ outcome }) => outcome === what).length;
  return (
    <dl class="figures">
      {SHOWN.map((what) => (
        <div key={what}>
          <dt class="small soft">{words[what]}</dt>
          <dd class="mid">{count(what)}</dd>
        </div>
      ))}
    </dl>
  );
}
