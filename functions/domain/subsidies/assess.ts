// The calculator: how somebody stands with a rule on a day. It says 可能符合 at best; whether anything is paid is decided by people.
import type { Level } from '../questions/release.ts';
import type { Day } from '../time.ts';
import { type Amount, amountFor } from './amount.ts';
import type { Claimant } from './claimant.ts';
import { type Condition, conditionsOf } from './conditions.ts';
import type { SubsidyRule } from './rule.ts';

/** 可能符合、可能不符合、还缺资料. */
export type Standing = 'likely' | 'unlikely' | 'incomplete';

export interface Assessment {
  standing: Standing;
  conditions: Condition[];
  /** Also where the standing is not likely: what it would come to. */
  amount: Amount;
}

/** One condition that is not met is enough against it; what is not known of the rule stands against nobody. */
export function assess(
  rule: SubsidyRule,
  { level, claimant, day }: { level: Level; claimant: Claimant; day: Day },
): Assessment {
  const conditions = conditionsOf({ rule, level, claimant, day });
  return { standing: standingOf(conditions), conditions, amount: amountFor(rule, level, claimant) };
}

/** The standing that conditions in any order come to. */
export function standingOf(conditions: readonly Pick<Condition, 'verdict'>[]): Standing {
  if (conditions.some(({ verdict }) => verdict === 'unmet')) return 'unlikely';
  return conditions.some(({ verdict }) => verdict === 'missing') ? 'incomplete' : 'likely';
}
