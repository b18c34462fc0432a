// One's record as it is kept: who one is, numbers masked; where one works, certificates, pools, roles.
import type { ComponentChildren } from 'preact';
import { type Certificate, registrationState } from '../../../../functions/domain/people/certificate.ts';
import { type Day, dayOf } from '../../../../functions/domain/time.ts';
import { useShell } from '../../shell/shell.tsx';
import { type Own, periodOf, spanText, studiesText } from './own.ts';
import { useProfileWords } from './use-words.ts';

export function FactList({ own }: { own: Own }) {
  const { words } = useShell();
  const t = useProfileWords();
  const studied = studiesText(own, t);
  return (
    <>
      <dl class="facts">
        <Fact name={t.name} value={own.name} />
        <Fact name={t.phone} value={own.phone} />
        <Fact name={t.idNumber} value={own.idNumber} />
        <Fact name={t.education} value={studied} />
        <Fact name={t.years} value={t.yearsCount(own.years)} />
        <Fact name={t.createdAt} value={words.date(dayOf(own.createdAt))} />
      </dl>
      {(own.phone || own.idNumber) && <p class="small soft">{t.sealed}</p>}
    </>
  );
}

function Fact({ name, value }: { name: string; value: string | undefined }) {
  const t = useProfileWords();
  return (
    <div>
      <dt>{name}</dt>
      <dd class={value === undefined ? 'soft' : undefined}>{value ?? t.notGiven}</dd>
    </div>
  );
}

export function Employments({ own, today }: { own: Own; today: Day }) {
  const { words } = useShell();
  const t = useProfileWords();
  return (
    <Part id="employments" title={t.employments} none={own.employments.length === 0 && t.noEmployments}>
      <ol class="timeline">
        {own.employments
          .toSorted((a, b) => (a.from < b.from ? 1 : -1))
          .map((one) => (
            <li
              key={`${one.unit} ${one.from}`}
              data-ahead={one.from > today ? '' : undefined}
              data-over={one.to !== undefined && one.to <= today ? '' : undefined}
            >
              <p class="small soft">{spanText(one, { words, t })}</p>
              <p>{`${one.unitName} · ${t.workPosts[one.post]} · ${t.establishedIs[one.established ? 'yes' : 'no']}`}</p>
            </li>
          ))}
      </ol>
    </Part>
  );
}

export function Certificates({ own, today }: { own: Own; today: Day }) {
  const { words } = useShell();
  const t = useProfileWords();
  return (
    <Part id="certificates" title={t.certificates} none={own.certificates.length === 0 && t.noCertificates}>
      <ul class="list">
        {own.certificates.map((certificate) => (
          <li key={`${certificate.level} ${certificate.number}`} class="item">
            <span>
              <span class="name">{words.levelNames[certificate.level]}</span> {certificate.number}
            </span>
            <span class="small soft">{t.issued(words.date(certificate.issued))}</span>
            <Registration certificate={certificate as Certificate} today={today} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Registration({ certificate, today }: { certificate: Certificate; today: Day }) {
  const { words } = useShell();
  const t = useProfileWords();
  const state = registrationState(certificate, today);
  const day = 'by' in state ? state.by : 'to' in state ? state.to : state.since;
  return (
    <span class="small registration" data-state={state.state}>
      {t.registration[state.state](words.date(day))}
    </span>
  );
}

export function Pools({ own }: { own: Own }) {
  const { words } = useShell();
  const t = useProfileWords();
  if (own.pools.length === 0) return null;
  return (
    <Part id="pools" title={t.inPools}>
      <ul class="list">
        {own.pools.map(({ pool, from, to, selection: { day, byName, basis } }) => (
          <li key={`${pool} ${from}`} class="item">
            <span class="name">{t.pools[pool]}</span>
            <span class="small soft">{spanText({ from, to }, { words, t })}</span>
            <span class="small">{t.selected(words.date(day), byName, basis)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

export function Roles({ own, today }: { own: Own; today: Day }) {
  const { words, page } = useShell();
  const t = useProfileWords();
  const isLive = own.grants.some(({ to }) => to === undefined || today < to);
  return (
    <Part id="roles" title={t.roles} none={own.grants.length === 0 && t.noRoles}>
      <ul class="list">
        {own.grants.map((grant) => (
          <li key={grant.id} class="item">
            <span>
              <span class="name">{t.roleNames[grant.role]}</span> · {grant.unitName}
            </span>
            <span class="small soft">{spanText(periodOf(grant), { words, t })}</span>
          </li>
        ))}
      </ul>
      {isLive && (
        <div>
          <a class="button plain" href={page('/staff/')}>
            {t.toStaff}
          </a>
        </div>
      )}
    </Part>
  );
}

/** A card with its heading; `none` in place of what there is nothing of. */
function Part(props: { id: string; title: string; none?: string | false; children: ComponentChildren }) {
  return (
    <section class="card" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.none ? <p class="soft">{props.none}</p> : props.children}
    </section>
  );
}
