// How many of a unit's people have reached their hours, lack some, or have no registration: one bar, and the figures in words.

import type { Sum } from './rows.ts';
import type { KeeperWords } from './words.ts';

const PARTS = ['reached', 'short', 'unregistered'] as const;

export function SumBar({ sum, w }: { sum: Sum; w: KeeperWords }) {
  let from = 0;
  const bars = PARTS.map((part) => {
    const bar = { part, x: from, width: (sum[part] / Math.max(1, sum.people)) * 100 };
    from += bar.width;
    return bar;
  });
  return (
    <section class="card" aria-label={w.staff.title}>
      <p class="row" role="status">
        <span class="name">{w.staff.sum(sum.people, sum.registered)}</span>
        {sum.waiting > 0 && <span class="ledger-tag">{w.staff.waitingSum(sum.waiting)}</span>}
      </p>
      <svg class="sum-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ part, x, width }) => (
          <rect key={part} class={part} x={x} width={width} height="8" />
        ))}
      </svg>
      <ul class="sum-legend">
        {PARTS.map((part) => (
          <li key={part}>
            <svg class="sum-bar" viewBox="0 0 8 8" aria-hidden="true">
              <rect class={part} width="8" height="8" />
            </svg>
            {w.staff.parts[part](sum[part])}
          </li>
        ))}
      </ul>
    </section>
  );
}
