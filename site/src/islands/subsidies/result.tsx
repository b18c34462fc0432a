// How somebody stands with a rule: 可能符合 at best, each condition with its verdict, the arithmetic of the amount, what the rule says and where that stands.
import type { Amount } from '../../../../functions/domain/subsidies/amount.ts';
import type { Assessment } from '../../../../functions/domain/subsidies/assess.ts';
import type { Condition } from '../../../../functions/domain/subsidies/conditions.ts';
import { type Side, type SubsidyRule, unknownOf } from '../../../../functions/domain/subsidies/rule.ts';
import { type Said, yuanOf } from './said.ts';

interface Props {
  rule: SubsidyRule;
  assessment: Assessment;
  today: string;
  said: Said;
}

export function Result({ rule, assessment, today, said }: Props) {
  const { w } = said;
  const { standing, conditions, amount } = assessment;
  const sides = unknownOf(rule);
  // What nobody knows of the rule stands in one line; a condition that the rule makes and leaves unclear keeps its own.
  const isKnown = ({ name, verdict }: Condition) =>
    verdict !== 'unknown' || !sides.some((side) => side === name || (side === 'from' && name === 'force'));
  const unknown = conditions.filter((one) => !isKnown(one)).map(({ name }) => conditionText(name, rule, said));
  return (
    <>
      <div class="subsidy-standing" data-standing={standing}>
        <p class="mid">{w.standings[standing]}</p>
        <p class="small">{w.standingHints[standing]}</p>
      </div>
      <h3>{w.conditionsTitle}</h3>
      <ul class="conditions">
        {conditions.filter(isKnown).map((condition) => (
          <li key={condition.name} data-met={condition.verdict}>
            <span class="met-tag">{w.verdicts[condition.verdict]}</span>
            <span>
              {conditionText(condition.name, rule, said)}
              <Details {...{ condition, rule, today, said }} />
            </span>
          </li>
        ))}
        {unknown.length > 0 && (
          <li data-met="unknown">
            <span class="met-tag">{w.verdicts.unknown}</span>
            <span class="small soft">{w.unknownConditions(w.listed(unknown))}</span>
          </li>
        )}
      </ul>
      <h3>{w.amountTitle}</h3>
      <AmountText {...{ amount, said }} />
      <RuleWords {...{ rule, said }} />
    </>
  );
}

function Details({ condition, rule, today, said }: Omit<Props, 'assessment'> & { condition: Condition }) {
  const text = detailText({ condition, rule, today, said });
  return text === '' ? null : <span class="small soft">　{text}</span>;
}

function conditionText(name: Condition['name'], rule: SubsidyRule, { lang, w }: Said): string {
  return name === 'place' ? w.conditions.place(rule.place.name[lang]) : w.conditions[name];
}

function detailText({
  condition: { name, verdict, asked, found, day },
  rule,
  today,
  said: { words, w },
}: Omit<Props, 'assessment'> & { condition: Condition }): string {
  const { details } = w;
  const of = typeof rule.service === 'object' ? rule.service.of : 'work';
  const parts = [
    ...(asked === undefined ? [] : [details.service(asked, of)]),
    ...(found === undefined ? [] : [details.found(found)]),
    ...(name === 'posts' && typeof rule.posts === 'object'
      ? [details.posts(w.listed(rule.posts.map((one) => w.posts[one])))]
      : []),
    ...(name === 'registration' && typeof rule.registration === 'object' && rule.registration.where !== 'unknown'
      ? [details.registrationAt(rule.registration.where)]
      : []),
    ...(name === 'firstTime' && rule.firstTime === 'unclear' && verdict === 'unknown' ? [details.firstUnclear] : []),
    ...(day === undefined
      ? []
      : [
          (verdict === 'met' ? details.windowLast : day > today ? details.windowNext : details.windowOver)(
            words.date(day),
          ),
        ]),
  ];
  return w.listed(parts);
}

function AmountText({ amount, said }: { amount: Amount; said: Said }) {
  const { w } = said;
  if (!amount.known) return <p>{w.amountWhy[amount.why]}</p>;
  return (
    <>
      <p class="mid">{w.about(yuanOf(amount.cents))}</p>
      <ol class="arithmetic">
        {amount.steps.map(({ name, by, cents }) => (
          <li key={name}>{stepText(name, { by, cents }, said)}</li>
        ))}
      </ol>
    </>
  );
}

function stepText(
  name: 'base' | 'months' | 'less' | 'capped',
  { by, cents }: { by: number; cents: number },
  { w }: Said,
): string {
  const text = yuanOf(cents);
  if (name === 'base') return w.steps.base(text);
  if (name === 'months') return w.steps.months(by, text);
  return name === 'less' ? w.steps.less(yuanOf(by), text) : w.steps.capped(text);
}

/** What is known or not of a rule and is no condition of anybody. */
const NO_CONDITIONS: readonly Side[] = ['difference', 'cap', 'notice', 'payer'];

function RuleWords({ rule, said }: { rule: SubsidyRule; said: Said }) {
  const { lang, w } = said;
  const unknown = unknownOf(rule)
    .filter((side) => NO_CONDITIONS.includes(side))
    .map((side) => w.sides[side]);
  return (
    <section class="rule-words">
      <h3>{w.ruleTitle}</h3>
      <p>
        {rule.words[lang]} {typeof rule.notice === 'object' && w.notice(rule.notice.days, rule.notice.working)}
      </p>
      <p class="small soft">
        {w.source(rule.source)} {rule.verified ? w.verified : w.unverified}
      </p>
      {unknown.length > 0 && <p class="small soft">{w.unknownSides(w.listed(unknown))}</p>}
    </section>
  );
}
