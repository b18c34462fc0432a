// How an appraisal shows to whoever asks: the unit itself is told of the visit and the decision once they are published.
import type { Answer } from '../contract/index.ts';
import { type Actor, can, type Place } from '../domain/access/can.ts';
import {
  type Appraisal,
  isPublished,
  type Move,
  movesFrom,
  outcomeOf,
  rightFor,
  toldState,
} from '../domain/appraisal/appraisal.ts';
import { mostOf, type Template, totalOf } from '../domain/appraisal/template.ts';
import type { StationDeps } from './deps.ts';

export type Row = Answer<'listAppraisals'>['appraisals'][number];

/** Whether somebody looks from above: whoever reads the work of the unit over this one, not the unit's own people. */
export function seesFromAbove(me: Actor, { ancestors: [, ...above] }: Place): boolean {
  return above.length > 0 && can.readWork(me, { ancestors: above });
}

/** The template that an appraisal was opened with; one that is gone is a fault of ours. */
export function templateOf(
  { templates }: Pick<StationDeps, 'templates'>,
  { template }: Pick<Appraisal, 'template'>,
): Template {
  const found = templates.find(({ id, version }) => id === template.id && version === template.version);
  if (found === undefined) throw new Error(`appraisal template ${template.id} ${template.version} is gone`);
  return found;
}

interface Looking {
  name: string;
  template: Template;
  above: boolean;
}

/** A line of a list. */
export function rowOf(appraisal: Appraisal, { name, template, above }: Looking): Row {
  const { id, unit, term, state, due } = appraisal;
  const outcome = above || isPublished(state) ? outcomeOf(appraisal) : undefined;
  return {
    ...{ appraisal: id, unit, name, template: template.id, title: template.title, term, due },
    state: above ? state : toldState(state),
    most: mostOf(template),
    ...(outcome === undefined ? {} : { total: totalOf(outcome.scores), grade: outcome.grade }),
  };
}

/** What the caller sees of what was said and found. */
export function sheetsOf({ self, visit, decision, objection, settlement, state }: Appraisal, above: boolean) {
  const found = above || isPublished(state) ? { visit, decision, objection, settlement } : {};
  const given = Object.entries({ self, ...found }).filter(([, sheet]) => sheet !== undefined);
  return Object.fromEntries(given) as Partial<
    Pick<Appraisal, 'self' | 'visit' | 'decision' | 'objection' | 'settlement'>
  >;
}

/** The steps that the caller may know of. Those of a decision that is not published are not the unit's to see. */
export function stepsFor({ steps, state }: Appraisal, above: boolean): Appraisal['steps'] {
  if (above || isPublished(state)) return steps;
  return steps.filter(({ move }) => move !== 'decide').map(({ note: _, ...step }) => step);
}

/** What the caller may do, as the table has it. */
export function movesFor(
  me: Actor,
  place: Place,
  { appraisal, template }: { appraisal: Appraisal; template: Template },
): Move[] {
  return movesFrom(appraisal.state, template).filter((move) => can[rightFor(move)](me, place));
}
