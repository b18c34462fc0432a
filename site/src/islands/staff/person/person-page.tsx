// One person: the profile, masked; where they work and worked; certificates, pools and roles; and what one may do about each.
import { can } from '../../../../../functions/domain/access/can.ts';
import { useStaff } from '../../../shell/staff.tsx';
import { Nothing, Trouble, Waiting } from '../parts.tsx';
import type { Route } from '../route.ts';
import { useWays } from '../use-route.ts';
import { Certificates } from './certificates.tsx';
import { Employments } from './employments.tsx';
import type { PartProps } from './part.ts';
import { PersonGrants } from './person-grants.tsx';
import { Pools } from './pools.tsx';
import { Profile } from './profile.tsx';
import { type Known, usePerson } from './use-person.ts';

export function PersonPage({ route }: { route: Route }) {
  const { t } = useStaff();
  if (route.person !== undefined) return <One key={route.person} id={route.person} />;
  return (
    <div class="stack">
      <h1 tabIndex={-1} data-arrive>
        {t.person.one}
      </h1>
      <Nothing>{t.person.pickOne}</Nothing>
    </div>
  );
}

function One({ id }: { id: string }) {
  const { t, words } = useStaff();
  const { value, problem, isLoading, reload } = usePerson(id);
  return (
    <div class="stack" aria-busy={isLoading}>
      {value && <Ways known={value} />}
      <h1 tabIndex={-1} data-arrive>
        {value?.person.name ?? (problem ? t.person.notShown : words.loading)}
      </h1>
      {problem && <Trouble problem={problem} onRetry={() => void reload()} />}
      {value ? <Shown known={value} onChanged={reload} /> : !problem && <Waiting lines={8} />}
    </div>
  );
}

/** Back to the people of the unit, and on to their exams and to what was done about the person there. */
function Ways({ known: { person, through, places } }: { known: Known }) {
  const { t, actor, page } = useStaff();
  const { address } = useWays();
  const audited = through.find((unit) => can.readAudit(actor, places.get(unit) ?? { ancestors: [unit] }));
  const examined = through.find((unit) => can.readExams(actor, places.get(unit) ?? { ancestors: [unit] }));
  const units = person.employments.filter(({ unit }) => unit !== null && through.includes(unit));
  const names = new Map(units.map(({ unit, unitName }) => [unit, unitName ?? '']));
  return (
    <p class="row small">
      {[...names].map(([unit, name]) => (
        <a key={unit} href={address({ page: 'people', ...(unit && { unit }) })}>
          ‹ {name}
        </a>
      ))}
      {examined !== undefined && (
        <a href={page(`/staff/exams/?unit=${examined}&person=${person.id}`)}>{t.tabs.exams} ›</a>
      )}
      {audited !== undefined && (
        <a href={address({ page: 'audit', unit: audited, more: { thing: person.id } })}>{t.audit.about} ›</a>
      )}
    </p>
  );
}

function Shown(props: PartProps) {
  return (
    <div class="person-panes">
      <div class="stack">
        <Profile {...props} />
        <Certificates {...props} />
      </div>
      <div class="stack">
        <Employments {...props} />
        <PersonGrants {...props} />
        <Pools {...props} />
      </div>
    </div>
  );
}
