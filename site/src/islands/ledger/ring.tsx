// The hours of a period as a ring that closes, with the figure inside it and in words for whoever does not see it.
import { type HoursSaid, hours, shareOf } from './figures.ts';
import type { Figures } from './said.ts';

export function Ring({ figures, said: { w } }: { figures: Figures; said: Pick<HoursSaid, 'w'> }) {
  const [total, target] = [hours(figures.total), hours(figures.target)];
  const share = shareOf(figures);
  return (
    <svg class="ring" viewBox="0 0 120 120" role="img" aria-label={w.ring(total, target)}>
      <circle class="track" cx="60" cy="60" r="52" />
      {share > 0 && (
        <circle
          class={share === 100 ? 'fill whole' : 'fill'}
          cx="60"
          cy="60"
          r="52"
          pathLength="100"
          stroke-dasharray={share === 100 ? undefined : `${share} 100`}
          transform="rotate(-90 60 60)"
        />
      )}
      <text x="60" y="62" class="ring-total">
        {total}
      </text>
      <text x="60" y="82" class="ring-of">
        / {target} {w.ofUnit}
      </text>
    </svg>
  );
}
