// The pools somebody is or was in, each with what the selection rests on; joining one, and leaving it.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { Span } from '../parts.tsx';
import { JoinPool } from './join-pool.tsx';
import { LeavePool } from './leave-pool.tsx';
import type { PartProps } from './part.ts';
import { type Membership, may } from './use-person.ts';

export function Pools({ known, onChanged }: PartProps) {
  const staff = useStaff();
  const { t, today } = staff;
  const [open, setOpen] = useState<Membership | 'new' | undefined>();
  const mayChange = may(staff, 'changePerson', known);
  const { pools } = known.person;
  const close = () => setOpen(undefined);
  return (
    <section class="card" aria-labelledby="pools">
      <h2 id="pools">{t.person.pools}</h2>
      {pools.length === 0 && <p class="soft">{t.person.noPools}</p>}
      <ul class="list">
        {pools.map((one) => (
          <li key={`${one.pool} ${one.from}`} class="spread held">
            <Told membership={one} />
            {mayChange && (one.to === undefined || today < one.to) && (
              <button
                type="button"
                class="link"
                aria-label={t.person.leavePoolWhich(t.pools[one.pool])}
                onClick={() => setOpen(one)}
              >
                {t.acts.leavePool}
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div>
          <button type="button" class="button plain" onClick={() => setOpen('new')}>
            {t.acts.joinPool}
          </button>
        </div>
      )}
      {open === 'new' && <JoinPool known={known} onChanged={onChanged} onClose={close} />}
      {open !== undefined && open !== 'new' && (
        <LeavePool membership={open} known={known} onChanged={onChanged} onClose={close} />
      )}
    </section>
  );
}

function Told({ membership: { pool, from, to, selection } }: { membership: Membership }) {
  const { t, words } = useStaff();
  return (
    <span class="stack-tight">
      <span class="name">{t.pools[pool]}</span>
      <span class="small soft">
        <Span from={from} to={to} />
      </span>
      <span class="small">{t.person.selected(words.date(selection.day), selection.byName, selection.basis)}</span>
    </span>
  );
}
