// Who decides about somebody's subsidies, by which rules, and what a caller may do to an application.
import type { Answer } from '../contract/index.ts';
import { can, type Place } from '../domain/access/can.ts';
import { type Application, type Move, movesOf, sideOf } from '../domain/subsidies/application.ts';
import { ruleOn, rulesOn, type SubsidyRule } from '../domain/subsidies/rule.ts';
import type { Unit } from '../domain/units/unit.ts';
import { dayWithin, type Person, placeOf, today } from './access.ts';
import type { StationDeps } from './deps.ts';
import { Problem } from './problem.ts';
import { nameFor } from './units-reading.ts';

/** An application, and where its unit and its desk stand. */
export interface Held {
  me: Person;
  application: Application;
  unit: Place;
  desk: Place;
}

/** The nearest bureau upward, the unit itself among them, and the rules of the places that lie above. */
export async function deskAbove(
  deps: StationDeps,
  { ancestors }: Place,
): Promise<{ desk: Unit | undefined; rules: SubsidyRule[] }> {
  const units = await deps.store.units.getMany(ancestors);
  const line = ancestors.flatMap((id) => units.get(id) ?? []);
  const places = new Set(line.map(({ division }) => division));
  const rules = rulesOn(deps.subsidyRules, today(deps)).filter(({ place }) => places.has(place.code));
  return { desk: line.find(({ kind }) => kind === 'bureau'), rules };
}

/** The entry of the rule that counts for an application; one that is gone is a fault of ours. */
export function ruleFor({ subsidyRules }: StationDeps, { rule, day }: Pick<Application, 'rule' | 'day'>): SubsidyRule {
  const found = ruleOn(subsidyRules, rule, day);
  if (found === undefined) throw new Error(`subsidy rule ${rule} of ${day} is gone`);
  return found;
}

/** The rules that lines or batches name, an entry each, by the newest day that is asked. */
export function rulesFor(deps: StationDeps, asked: readonly Pick<Application, 'rule' | 'day'>[]): SubsidyRule[] {
  const newest = new Map<string, string>();
  for (const { rule, day } of asked) if ((newest.get(rule) ?? '') < day) newest.set(rule, day);
  return [...newest].map(([rule, day]) => ruleFor(deps, { rule, day }));
}

/** A rule as it goes out: the same, its lists as lists of its own. */
export function shownRule(rule: SubsidyRule): Answer<'listSubsidyRules'>['rules'][number] {
  const { posts, ...rest } = rule;
  return { ...rest, posts: typeof posts === 'string' ? posts : [...posts] };
}

/** Where units stand today, each read once. */
export function placesIn(deps: StationDeps): (unit: string) => Promise<Place> {
  const known = new Map<string, Promise<Place>>();
  const read = async (id: string): Promise<Place> => {
    const unit = await deps.store.units.get(id);
    return unit === undefined ? { ancestors: [] } : placeOf(deps, unit, today(deps));
  };
  return (id) => {
    const place = known.get(id) ?? read(id);
    known.set(id, place);
    return place;
  };
}

/** An application for whoever may see it at its unit or at its desk; Problem `not_found` for everybody else. */
export async function subsidyFor(
  deps: StationDeps,
  me: Person,
  { person, application: id }: { person: string; application: string },
): Promise<Held> {
  const application = await deps.store.subsidies.get(person, id);
  if (application === undefined) throw new Problem('not_found');
  const place = placesIn(deps);
  const [unit, desk] = await Promise.all([place(application.unit), place(application.desk)]);
  if (!can.readSubsidies(me, unit) && !can.readSubsidies(me, desk)) throw new Problem('not_found');
  return { me, application, unit, desk };
}

/** Whether somebody has the right to a move, whatever the state. Whoever decides at the desk may do what is checked at the unit, too. */
export function mayMove({ me, unit, desk }: Omit<Held, 'application'>, move: Move): boolean {
  const side = sideOf(move);
  if (side === 'self') return false;
  return can.decideSubsidy(me, desk) || (side === 'checker' && can.checkSubsidy(me, unit));
}

/** What the caller may do to an application. */
export function movesFor(held: Omit<Held, 'application'>, application: Parameters<typeof movesOf>[0]): Move[] {
  return movesOf(application, held.me.person).filter((move) => mayMove(held, move));
}

/** The names of units today, of those that are there. */
export async function unitNames(deps: StationDeps, ids: Iterable<string>): Promise<Map<string, string>> {
  const units = await deps.store.units.getMany(new Set(ids));
  const day = today(deps);
  return new Map([...units].map(([id, unit]) => [id, nameFor(unit, dayWithin(unit, day))]));
}
