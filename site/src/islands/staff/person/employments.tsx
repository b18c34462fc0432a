// Where somebody works and worked, the latest first; transferring, and leaving a post.
import { useState } from 'preact/hooks';
import { useStaff } from '../../../shell/staff.tsx';
import { Span } from '../parts.tsx';
import { useWays } from '../use-route.ts';
import { EmployPerson } from './employ-person.tsx';
import { LeavePost } from './leave-post.tsx';
import type { PartProps } from './part.ts';
import { TransferPerson } from './transfer-person.tsx';
import { type Employment, may } from './use-person.ts';

export function Employments({ known, onChanged }: PartProps) {
  const staff = useStaff();
  const { t, today } = staff;
  const [open, setOpen] = useState<'transfer' | 'employ' | 'leave' | undefined>();
  const { employments } = known.person;
  const works = employments.some(({ unit, to }) => unit !== null && (to === undefined || today < to));
  const close = () => setOpen(undefined);
  return (
    <section class="card" aria-labelledby="employments">
      <h2 id="employments">{t.person.employments}</h2>
      <ol class="timeline">
        {employments
          .toSorted((a, b) => (a.from < b.from ? 1 : -1))
          .map((one) => (
            <One key={`${one.unit} ${one.from}`} employment={one} />
          ))}
      </ol>
      <p class="row">
        {works && may(staff, 'transferPerson', known) && (
          <button type="button" class="button plain" onClick={() => setOpen('transfer')}>
            {t.acts.transfer}
          </button>
        )}
        {may(staff, 'changePerson', known) && (
          <button type="button" class="button plain" onClick={() => setOpen('employ')}>
            {works ? t.acts.employBesides : t.acts.employAgain}
          </button>
        )}
        {works && may(staff, 'changePerson', known) && (
          <button type="button" class="button danger" onClick={() => setOpen('leave')}>
            {t.acts.leave}
          </button>
        )}
      </p>
      {open === 'transfer' && <TransferPerson known={known} onChanged={onChanged} onClose={close} />}
      {open === 'employ' && <EmployPerson known={known} onChanged={onChanged} onClose={close} />}
      {open === 'leave' && <LeavePost known={known} onChanged={onChanged} onClose={close} />}
    </section>
  );
}

function One({ employment: { unit, unitName, post, established, from, to } }: { employment: Employment }) {
  const { t, today } = useStaff();
  const { address } = useWays();
  return (
    <li data-ahead={from > today ? '' : undefined} data-over={to !== undefined && to <= today ? '' : undefined}>
      <p class="small soft">
        <Span from={from} to={to} />
      </p>
      <p>
        {unit === null ? (
          <span class="soft">{t.hiddenUnit}</span>
        ) : (
          <a href={address({ page: 'units', unit })}>{unitName ?? unit}</a>
        )}
        {` · ${t.workPosts[post]} · ${t.people.establishedIs[established ? 'yes' : 'no']}`}
      </p>
    </li>
  );
}
