// A drill: one sitting of practice. Which questions, in which order, is fixed at its start, so that it can be resumed where it was left.
import type { Kind } from '../questions/question.ts';
import { recordOf, type State } from './fold.ts';
import { shuffled } from './shuffle.ts';
import { isInWrongBook } from './wrong-book.ts';

/** 顺序、随机、未做、错题、收藏. All but `random` keep the syllabus order. */
export type Order = 'sequential' | 'random' | 'unseen' | 'wrong' | 'favourite';

/** 答题 (answer, then see) or 背题 (the key is shown at once and nothing is counted). */
export type Mode = 'answer' | 'study';

/** A question as far as choosing needs it, in syllabus order. */
export interface Choosable {
  id: string;
  kind: Kind;
}

export interface DrillPlan {
  order: Order;
  /** One kind alone, or both. */
  kind?: Kind;
  /** At most so many; all when missing. */
  most?: number;
}

/** The questions of a drill. The same plan, state and seed give the same drill; an empty answer means that nothing fits the plan. */
export function chooseDrill(plan: DrillPlan, pool: readonly Choosable[], by: { state: State; seed: number }): string[] {
  const ofKind = pool.filter((q) => plan.kind === undefined || q.kind === plan.kind).map((q) => q.id);
  const fitting = ofKind.filter((id) => fits(plan.order, id, by.state));
  const ordered = plan.order === 'random' ? shuffled(fitting, by.seed) : fitting;
  return plan.most === undefined ? ordered : ordered.slice(0, plan.most);
}

function fits(order: Order, id: string, state: State): boolean {
  const record = recordOf(state, id);
  if (order === 'unseen') return record.answers === 0;
  if (order === 'wrong') return isInWrongBook(record, state.streak);
  if (order === 'favourite') return record.favourite;
  return true;
}
