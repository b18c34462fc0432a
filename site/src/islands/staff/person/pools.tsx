// The pools somebody is or was in, each with what the selection rests on.
import { useStaff } from '../../../shell/staff.tsx';
import { Span } from '../parts.tsx';
import type { PartProps } from './part.ts';

export function Pools({ known: { person } }: Pick<PartProps, 'known'>) {
  const { t, words } = useStaff();
  if (person.pools.length === 0) return null;
  return (
    <section class="card" aria-labelledby="pools">
      <h2 id="pools">{t.person.pools}</h2>
      <ul class="list">
        {person.pools.map(({ pool, from, to, selection }) => (
          <li key={`${pool} ${from}`} class="item">
            <span class="name">{t.pools[pool]}</span>
            <span class="small soft">
              <Span from={from} to={to} />
            </span>
            <span class="small">{t.person.selected(words.date(selection.day), selection.basis)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
