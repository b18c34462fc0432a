// A plan as those who enrol will see it, and as those who run it check it: the same list in the editor's preview and on the course's page.
import type { ComponentChildren } from 'preact';
import { useStaff } from '../../../../shell/staff.tsx';
import { useNamesOf } from '../../units/use-unit.ts';
import { momentOf } from '../moments.ts';
import type { CourseRead } from '../rights.ts';
import { useTeachWords } from '../use-words.ts';

type Plan = CourseRead['plan'];

export function PlanFacts({ plan, unitName }: { plan: Plan; unitName?: string }) {
  const { words } = useStaff();
  const w = useTeachWords();
  const { window } = plan;
  return (
    <dl class="plan-facts">
      {unitName && <Fact name={w.plan.organiser}>{unitName}</Fact>}
      {plan.coOrganisers.length > 0 && <Fact name={w.plan.coOrganisers}>{plan.coOrganisers.join('、')}</Fact>}
      <Fact name={w.plan.kind}>
        {w.kinds[plan.kind]} · {w.forms[plan.form]}
      </Fact>
      {plan.target && <Fact name={w.plan.target}>{plan.target}</Fact>}
      {plan.syllabus.length > 0 && (
        <Fact name={w.plan.syllabus}>
          <ol class="plan-syllabus">
            {plan.syllabus.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </Fact>
      )}
      {plan.place && <Fact name={w.plan.place}>{plan.place.address}</Fact>}
      {plan.link && <Fact name={w.plan.link}>{plan.link}</Fact>}
      {plan.contact && <Fact name={w.plan.contact}>{[plan.contact.name, plan.contact.phone].join(' ')}</Fact>}
      {plan.provider && (
        <Fact name={w.plan.provider}>
          {plan.provider.name} {w.plan.cost(yuanText(plan.provider.costCents))}
        </Fact>
      )}
      {window && (
        <Fact name={w.plan.window}>
          {momentOf(window.opens, words)} – {momentOf(window.closes, words)}
        </Fact>
      )}
      <Fact name={w.plan.capacity}>{plan.capacity}</Fact>
      <Fact name={w.plan.who}>
        <Who who={plan.who} />
      </Fact>
      <Fact name={w.plan.approval}>{w.plan.approvals[plan.approval]}</Fact>
      <Fact name={w.plan.rule}>
        <RuleLines plan={plan} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Who({ who }: { who: Plan['who'] }) {
  const { t, words } = useStaff();
  const w = useTeachWords();
  const nameOf = useNamesOf(who.units === 'anyone' ? [] : who.units);
  const lines = [
    who.units === 'anyone' ? w.plan.anyone : w.plan.units(who.units.map(nameOf)),
    who.posts && w.plan.posts(who.posts.map((post) => t.workPosts[post])),
    who.levels && w.plan.levels(who.levels.map((level) => words.levelNames[level])),
  ];
  return (
    <>
      {lines.filter(Boolean).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function RuleLines({ plan: { rule, minutesPerHour, offerHours, walkIns } }: { plan: Plan }) {
  const w = useTeachWords();
  const lines = [
    w.plan.ruleLines(rule.lateAfterMin, rule.earlyBeforeMin, rule.minShare),
    `${w.plan.countBy[rule.countBy]} · ${w.plan.hour(minutesPerHour)}`,
    w.plan.missingOut[rule.missingOut],
    w.plan.missedCheck[rule.missedCheck],
    w.plan.offer(offerHours),
    w.plan.walkInsAre[walkIns ? 'yes' : 'no'],
  ];
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Hundredths of a yuan as yuan: `12000` or `12000.50`. */
export function yuanText(cents: number): string {
  const whole = Math.floor(cents / 100);
  return cents % 100 === 0 ? String(whole) : `${whole}.${String(cents % 100).padStart(2, '0')}`;
}
