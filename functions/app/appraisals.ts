// Appraisals: the lists of a unit and of a bureau, one of them whole, opening them for units below.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, type Place } from '../domain/access/can.ts';
import { type Appraisal, cycleOf, DECIDING, isVisitorOf, opened } from '../domain/appraisal/appraisal.ts';
import { mostOf, proposed, type Template } from '../domain/appraisal/template.ts';
import { nameOn, type Unit } from '../domain/units/unit.ts';
import { dayWithin, type Person, type Standing, signedIn, standingFor, today } from './access.ts';
import { countedFor } from './appraisal-figures.ts';
import { movesFor, type Row, rowOf, seesFromAbove, sheetsOf, stepsFor, templateOf } from './appraisal-views.ts';
import { entryOf } from './audit.ts';
import type { StationDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { Problem } from './problem.ts';
import { namesOf } from './staff-names.ts';

/** Stands for any unit that would lie under another. */
const ANY_CHILD = '';
const AT_ONCE = 8;

/** The appraisals of a unit for a year, the latest term first. */
export function listAppraisals(deps: StationDeps) {
  return async (actor: Actor, { params, query }: Input<'listAppraisals'>): Promise<Answer<'listAppraisals'>> => {
    const { unit, place } = await standingFor(deps, actor)('readWork', params.unit);
    const all = await deps.store.appraisals.ofYear(unit.id, query.year);
    const above = seesFromAbove(actor, place);
    const rows = all.map((one) => shown(deps, one, { name: nameOf(deps, unit), above }));
    return { appraisals: rows.sort((a, b) => (a.appraisal < b.appraisal ? 1 : -1)) };
  };
}

/** What a bureau has opened for a year, and what it may open. A unit that is no longer below is left out. */
export function listRounds(deps: StationDeps) {
  return async (actor: Actor, { params, query }: Input<'listRounds'>): Promise<Answer<'listRounds'>> => {
    const { unit, place } = await standingFor(deps, actor)('readWork', params.unit);
    const all = await deps.store.appraisals.openedBy(unit.id, query.year);
    const units = await deps.store.units.getMany(all.map((one) => one.unit));
    const rows: Row[] = [];
    await inParallel(AT_ONCE, all, async (one) => {
      const below = units.get(one.unit);
      if (below === undefined || one.state === 'withdrawn') return;
      const stands = await placeAt(deps, below);
      if (!stands.ancestors.includes(unit.id) || !can.readWork(actor, stands)) return;
      rows.push(shown(deps, one, { name: nameOf(deps, below), above: true }));
    });
    const templates = mayOpen(actor, place) ? openable(deps) : [];
    return {
      appraisals: rows.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)),
      templates: templates.map(({ groups, grades: _g, from: _f, version: _v, visited: _i, ...one }) => ({
        ...one,
        most: mostOf({ groups } as Template),
      })),
      today: today(deps),
    };
  };
}

/** Opens an appraisal for units below a bureau; each is judged by itself, and one that is open already stays as it is. */
export function openAppraisals(deps: StationDeps) {
  return async (actor: Actor, { params, body }: Input<'openAppraisals'>): Promise<Answer<'openAppraisals'>> => {
    const me = signedIn(actor);
    const { unit: bureau, place } = await standingFor(deps, actor)('readWork', params.unit);
    if (!mayOpen(actor, place)) throw new Problem('not_found');
    const template = openable(deps).find(({ id }) => id === body.template);
    if (template === undefined || template.cycle !== cycleOf(termOf(body.term))) throw noSuch('template');
    if (body.due < today(deps)) throw noSuch('due');
    const outcomes = new Map<string, 'opened' | 'there' | 'refused'>();
    await inParallel(AT_ONCE, [...new Set(body.units)], async (id) => {
      const work = { me, bureau: bureau.id, template, term: termOf(body.term), due: body.due };
      outcomes.set(id, await openOne(deps, id, work));
    });
    return { outcomes: body.units.map((unit) => ({ unit, outcome: outcomes.get(unit) ?? 'refused' })) };
  };
}

interface Opening extends Pick<Appraisal, 'bureau' | 'term' | 'due'> {
  me: Person;
  template: Template;
}

async function openOne(deps: StationDeps, id: string, work: Opening): Promise<'opened' | 'there' | 'refused'> {
  const { me, ...opening } = work;
  const standing = await standingFor(deps, me)('decideAppraisal', id).catch(notThere);
  if (standing === undefined || standing.unit.closed !== undefined) return 'refused';
  if (!standing.place.ancestors.includes(work.bureau) || (await isOwnUnit(deps, me, id))) return 'refused';
  const fresh = opened({ ...opening, unit: id, at: deps.now(), by: me.person });
  const before = await deps.store.appraisals.get(id, { year: work.term.year, id: fresh.id });
  if (before !== undefined && before.state !== 'withdrawn') return 'there';
  const appraisal = opened({ ...opening, unit: id, at: deps.now(), by: me.person }, before);
  const thing = { type: 'appraisal', id: `${id}.${appraisal.id}` };
  const { place } = standing;
  const line = entryOf(deps, { me, right: 'decideAppraisal', place, action: 'openAppraisal', thing });
  const done = await deps.store.appraisals.put(appraisal, { lines: [line] });
  return done === 'done' ? 'opened' : 'there';
}

/** An appraisal with its template, as far as the caller may see it, with what is counted of the unit. */
export function readAppraisal(deps: StationDeps) {
  return async (actor: Actor, { params }: Input<'readAppraisal'>): Promise<Answer<'readAppraisal'>> => {
    const me = signedIn(actor);
    const { unit, place, appraisal } = await appraisalAt(deps, actor, params);
    const template = templateOf(deps, appraisal);
    const above = seesFromAbove(actor, place);
    const counted = appraisal.counted ?? { figures: await countedFor(deps, unit.id, appraisal.term), at: deps.now() };
    const own = await isOwnUnit(deps, me, unit.id);
    const steps = stepsFor(appraisal, above);
    const names = await namesOf(
      deps,
      steps.map(({ by }) => by),
    );
    const all = movesFor(actor, place, { appraisal, template });
    const moves = isVisitorOf(appraisal, me.person) ? all.filter((move) => !DECIDING.includes(move)) : all;
    return {
      appraisal: rowOf(appraisal, { name: nameOf(deps, unit), template, above }),
      version: appraisal.version,
      ...{ verified: template.verified, source: template.source, grades: template.grades, groups: template.groups },
      counted: { ...counted, proposed: proposed(template, counted.figures) },
      ...sheetsOf(appraisal, above),
      steps: steps.map((step) => ({ ...step, ...(names[step.by] === undefined ? {} : { byName: names[step.by] }) })),
      moves: own ? moves.filter((move) => move === 'score' || move === 'object') : moves,
      leftToOthers: moves.length < all.length,
      today: today(deps),
    };
  };
}

/** An appraisal of a unit whose work the caller may read; Problem `not_found` otherwise. A withdrawn one is there for whoever looks from above. */
export async function appraisalAt(
  deps: StationDeps,
  actor: Actor,
  { unit: id, appraisal: name }: { unit: string; appraisal: string },
): Promise<Standing & { appraisal: Appraisal }> {
  const { unit, place } = await standingFor(deps, actor)('readWork', id);
  const appraisal = await deps.store.appraisals.get(unit.id, { year: name.slice(0, 4), id: name });
  if (appraisal === undefined) throw new Problem('not_found');
  return { unit, place, appraisal };
}

/** Whether somebody belongs to a unit, by work or by a role there: then they decide nothing about it. */
export async function isOwnUnit(deps: StationDeps, me: Person, unit: string): Promise<boolean> {
  if (me.grants.some((grant) => grant.unit === unit)) return true;
  const person = await deps.store.people.get(me.person);
  const day = today(deps);
  return (person?.employments ?? []).some((one) => one.unit === unit && (one.to === undefined || one.to > day));
}

function shown(deps: StationDeps, one: Appraisal, { name, above }: { name: string; above: boolean }): Row {
  return rowOf(one, { name, template: templateOf(deps, one), above });
}

/** The newest version of each template that holds today. */
function openable(deps: StationDeps): Template[] {
  const day = today(deps);
  const newest = new Map<string, Template>();
  for (const template of deps.templates) {
    if (template.from <= day && template.version >= (newest.get(template.id)?.version ?? 0))
      newest.set(template.id, template);
  }
  return [...newest.values()];
}

/** Whether somebody may open appraisals of what lies below a unit. */
function mayOpen(actor: Actor, { ancestors }: Place): boolean {
  return can.decideAppraisal(actor, { ancestors: [ANY_CHILD, ...ancestors] });
}

async function placeAt(deps: StationDeps, unit: Unit): Promise<Place> {
  return { ancestors: await deps.store.units.ancestors(unit.id, dayWithin(unit, today(deps))) };
}

function termOf({ year, quarter }: Input<'openAppraisals'>['body']['term']): Appraisal['term'] {
  return quarter === undefined ? { year } : { year, quarter };
}

function nameOf(deps: StationDeps, unit: Unit): string {
  return nameOn(unit, dayWithin(unit, today(deps))) ?? '';
}

/** What is begun last first; then by name. */
function orderOf({ appraisal, name }: Row): string {
  return `${appraisal} ${name}`;
}

function noSuch(path: string): Problem {
  return new Problem('invalid_input', [{ path, message: 'does not fit' }]);
}

function notThere(error: unknown): undefined {
  if (!(error instanceof Problem)) throw error;
}
