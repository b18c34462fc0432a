// The calculator: a rule, a level, the open questions, and at once how one stands. Whoever is signed in begins with their record, and may apply.
import { useState } from 'preact/hooks';
import { assess } from '../../../../functions/domain/subsidies/assess.ts';
import { type Claimant, claimantOf } from '../../../../functions/domain/subsidies/claimant.ts';
import type { SubsidyRule } from '../../../../functions/domain/subsidies/rule.ts';
import { Framed } from '../ledger/text-input.tsx';
import { Apply } from './apply.tsx';
import { answersOf, type Draft, faultsOf, monthsOf, NOTHING_TYPED, questionsOf } from './draft.ts';
import { Fields } from './fields.tsx';
import { Known } from './known.tsx';
import { Result } from './result.tsx';
import { factsIn, type Level, type OwnRead, ruleText, type Said } from './said.ts';

interface Props {
  rules: readonly SubsidyRule[];
  today: string;
  /** Missing for a guest. */
  own: OwnRead | undefined;
  said: Said;
  onApplied: () => void;
}

const LEVELS: readonly Level[] = ['junior', 'intermediate', 'senior'];

export function Calculator({ rules, today, own, said, onApplied }: Props) {
  const { words, w } = said;
  const [draft, setDraft] = useState<Draft>(() => ({ ...NOTHING_TYPED, ...begunWith(rules, own) }));
  const set = (change: Partial<Draft>) => setDraft((old) => ({ ...old, ...change }));
  const rule = rules.find(({ id }) => id === draft.rule);
  const isHere = (id: string) => own?.units.some((unit) => unit.rules.includes(id)) ?? false;
  return (
    <section class="card exam-form" aria-labelledby="calculator">
      <h2 id="calculator">{w.calculator}</h2>
      <div class="exam-pair">
        <Framed label={w.place} fault={undefined}>
          {(tied) => (
            <select {...tied} value={draft.rule} onChange={(event) => set({ rule: event.currentTarget.value })}>
              <option value="">{w.choose}</option>
              {rules.map((one) => (
                <option key={one.id} value={one.id}>
                  {ruleText(one, said)}
                  {isHere(one.id) && `（${w.here}）`}
                </option>
              ))}
            </select>
          )}
        </Framed>
        <Framed label={w.level} fault={undefined}>
          {(tied) => (
            <select
              {...tied}
              value={draft.level}
              onChange={(event) => set({ level: event.currentTarget.value as Level | '' })}
            >
              <option value="">{w.choose}</option>
              {LEVELS.map((level) => (
                <option key={level} value={level}>
                  {words.levelNames[level]}
                </option>
              ))}
            </select>
          )}
        </Framed>
      </div>
      {rule && draft.level !== '' && (
        <Asked
          key={`${rule.id} ${draft.level}`}
          {...{ rule, draft, set, today, own, said, onApplied }}
          level={draft.level}
        />
      )}
    </section>
  );
}

type AskedProps = Omit<Props, 'rules'> & {
  rule: SubsidyRule;
  level: Level;
  draft: Draft;
  set: (change: Partial<Draft>) => void;
};

function Asked({ rule, level, draft, set, today, own, said, onApplied }: AskedProps) {
  const recorded = recordedIn(own, rule, level);
  const questions = questionsOf(rule, recorded);
  const answers = answersOf(draft, questions);
  const months = rule.kind === 'monthly' ? monthsOf(draft) : undefined;
  const claimant = claimantOf(recorded, { ...answers, ...(months === undefined ? {} : { months: months.count }) });
  const assessment = assess(rule, { level, claimant, day: today });
  const isSound = questions.every((question) => faultsOf(draft, today)[question] === undefined);
  return (
    <>
      <Known recorded={recorded} said={said} />
      <Fields {...{ rule, draft, questions, set, today, said }} />
      <div role="status" class="stack-tight">
        <Result {...{ rule, assessment, today, said }} />
      </div>
      {own && (
        <Apply
          {...{ rule, level, months, answers, own, said, onApplied }}
          standing={isSound ? assessment.standing : 'incomplete'}
        />
      )}
    </>
  );
}

/** What the record says to a rule: of the certificate and the work, where it lies, and what was paid. */
function recordedIn(own: OwnRead | undefined, rule: SubsidyRule, level: Level): Claimant {
  if (own === undefined) return {};
  const isHere = own.units.some((unit) => unit.rules.includes(rule.id));
  const received = own.received[rule.id] ?? 0;
  return {
    ...factsIn(own.recorded[level]),
    ...(isHere ? { worksThere: true } : {}),
    ...(received > 0 ? { received } : {}),
  };
}

/** The rule of one's own place, where there is one, and the highest certificate of the record. */
function begunWith(rules: readonly SubsidyRule[], own: OwnRead | undefined): Partial<Draft> {
  const here = rules.find(({ id }) => own?.units.some((unit) => unit.rules.includes(id)));
  const level = LEVELS.toReversed().find((one) => own?.recorded[one]?.issued !== undefined);
  return { ...(here && { rule: here.id }), ...(level && { level }) };
}
