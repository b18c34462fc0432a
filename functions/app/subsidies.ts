// Subsidies of whoever applies for them: the rules, what the record says, applying, handing in again, taking back. Nothing is promised here.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, ofPerson, type Place } from '../domain/access/can.ts';
import type { Level } from '../domain/questions/release.ts';
import { amountFor } from '../domain/subsidies/amount.ts';
import {
  type Application,
  inTheWay,
  isOpen,
  type Moved,
  monthsIn,
  moved,
  movesOf,
  receivedBy,
} from '../domain/subsidies/application.ts';
import { assess } from '../domain/subsidies/assess.ts';
import { type Claimant, claimantOf, recordedFor } from '../domain/subsidies/claimant.ts';
import { ruleOn, rulesOn, type SubsidyRule } from '../domain/subsidies/rule.ts';
import type { Person as Record } from '../store/person-writes.ts';
import { dayWithin, type Person, signedIn, today } from './access.ts';
import type { StationDeps } from './deps.ts';
import { placesOf, requireKept } from './person-records.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, type Wish, wishOf } from './requests.ts';
import { deskAbove, ruleFor, rulesFor, shownRule } from './subsidy-finding.ts';
import { shownApplication, shownFacts } from './subsidy-views.ts';
import { nameFor } from './units-reading.ts';

type Made = Answer<'applySubsidy'>;
type Body = Input<'applySubsidy'>['body'];

const LEVELS: readonly Level[] = ['junior', 'intermediate', 'senior'];

/** Applications of one person that may be under way at once. */
const OPEN_MOST = 20;

/** The rules that hold today. */
export function listSubsidyRules(deps: StationDeps) {
  return async (_actor: Actor, _input: Input<'listSubsidyRules'>): Promise<Answer<'listSubsidyRules'>> => {
    const day = today(deps);
    return { rules: rulesOn(deps.subsidyRules, day).map(shownRule), today: day };
  };
}

/** What the record says for each level, where one may apply, and one's applications. */
export function readOwnSubsidies(deps: StationDeps) {
  return async (actor: Actor, { params }: Input<'readOwnSubsidies'>): Promise<Answer<'readOwnSubsidies'>> => {
    const { me, person } = await selfIn(deps, actor, params.person);
    const [all, places] = await Promise.all([deps.store.subsidies.ofPerson(person.id), placesOf(deps, person)]);
    const latest = all.sort((a, b) => (a.steps[0].at < b.steps[0].at ? 1 : -1));
    const day = today(deps);
    const held = rulesFor(deps, all).filter((rule) => ruleOn(deps.subsidyRules, rule.id, day) !== rule);
    return {
      today: day,
      units: await Promise.all(places.map((place) => unitIn(deps, place))),
      recorded: Object.fromEntries(LEVELS.map((level) => [level, shownFacts(recordedFor(person, level, day))])),
      received: Object.fromEntries(deps.subsidyRules.map(({ id }) => [id, receivedBy(all, id)])),
      applications: await Promise.all(
        latest.map((one) => shownApplication(deps, one, { moves: movesOf(one, me.person), names: false })),
      ),
      rules: held.map(shownRule),
    };
  };
}

/** Applies; the same request again answers what came of it. */
export function applySubsidy(deps: StationDeps) {
  return async (actor: Actor, { params, body }: Input<'applySubsidy'>): Promise<Made> => {
    const { me, person } = await selfIn(deps, actor, params.person);
    const wish = await wishOf(deps, { person: me.person, route: 'applySubsidy', params, body });
    const before = await answeredBefore<Made>(deps, wish);
    if (before !== undefined) return before;
    requireKept(person);
    // The guard first: whatever is applied for by this rule after it is read makes the write fail.
    const guard = await deps.store.subsidies.guard(person.id, body.rule);
    const application = await newApplication(deps, person, body);
    const answer: Made = { application: application.id, state: 'applied', version: 1 };
    const request = requestOf(deps, wish, answer);
    const done = await deps.store.subsidies.add(application, { guard, request, lines: [] });
    return done === 'done' ? answer : answeredOrBusy(deps, wish);
  };
}

/** Hands an application in again with other answers, or takes it back. */
export function moveOwnSubsidy(deps: StationDeps) {
  return async (actor: Actor, { params, body }: Input<'moveOwnSubsidy'>): Promise<Made> => {
    const { me, person } = await selfIn(deps, actor, params.person);
    const wish = await wishOf(deps, { person: me.person, route: 'moveOwnSubsidy', params, body });
    const answered = await answeredBefore<Made>(deps, wish);
    if (answered !== undefined) return answered;
    const before = await deps.store.subsidies.get(person.id, params.application);
    if (before === undefined) throw new Problem('not_found');
    if (before.version !== body.version) throw new Problem('conflict');
    const { move } = body.moving;
    const next = requireMoved(moved(before, { move, at: deps.now(), by: me.person }));
    const application =
      body.moving.move === 'resubmit' ? await saidAnew(deps, { person, next, answers: body.moving.answers }) : next;
    const answer: Made = { application: application.id, state: application.state, version: application.version };
    const write = { request: requestOf(deps, wish, answer), lines: [] };
    const done = await deps.store.subsidies.move([application], write);
    return done === 'done' ? answer : answeredOrBusy(deps, wish);
  };
}

/** The application after a move; Problem `refused` with why not. */
export function requireMoved(next: Moved): Application {
  if (next.ok) return next.application;
  const { reason } = next;
  if (reason === 'no-reason') throw refused('no-reason');
  throw refused(
    reason === 'wrong-state' ? 'subsidy-state' : reason === 'no-amount' ? 'subsidy-amount' : `subsidy-${reason}`,
  );
}

/** What a record says to a rule: of the certificate, of the work, and what was paid before. */
export function recordOf(
  person: Record,
  { level, rule, day }: Pick<Application, 'level' | 'rule' | 'day'>,
  all: readonly Application[],
): Claimant {
  return { ...recordedFor(person, level, day), worksThere: true, received: receivedBy(all, rule) };
}

async function selfIn(deps: StationDeps, actor: Actor, id: string): Promise<{ me: Person; person: Record }> {
  const me = signedIn(actor);
  if (!can.applySubsidy(me, ofPerson(id))) throw new Problem('not_found');
  const person = await deps.store.people.get(id);
  if (person === undefined) throw new Problem('not_found');
  return { me, person };
}

async function unitIn(deps: StationDeps, place: Place) {
  const id = place.ancestors[0] ?? '';
  const [unit, { desk, rules }] = await Promise.all([deps.store.units.get(id), deskAbove(deps, place)]);
  const day = today(deps);
  const name = unit === undefined ? '' : nameFor(unit, dayWithin(unit, day));
  const deskName = desk === undefined ? {} : { deskName: nameFor(desk, dayWithin(desk, day)) };
  return { unit: id, name, ...deskName, rules: desk === undefined ? [] : rules.map((rule) => rule.id) };
}

async function newApplication(deps: StationDeps, person: Record, body: Body): Promise<Application> {
  const { rule: name, level, answers } = body;
  const day = today(deps);
  const rule = ruleOn(deps.subsidyRules, name, day);
  if (rule === undefined) throw refused('subsidy-rule');
  const place = (await placesOf(deps, person)).find(({ ancestors }) => ancestors[0] === body.unit);
  if (place === undefined) throw new Problem('not_found');
  const { desk, rules } = await deskAbove(deps, place);
  if (desk === undefined) throw refused('subsidy-no-desk');
  if (!rules.includes(rule)) throw refused('subsidy-place');
  const months = monthsFor(deps, rule, body);
  const all = await deps.store.subsidies.ofPerson(person.id);
  const wanted = { rule: rule.id, level, ...(months === undefined ? {} : { months }) };
  if (inTheWay(all, wanted) !== undefined) throw refused('subsidy-held');
  if (all.filter(({ state }) => isOpen(state)).length >= OPEN_MOST) throw refused('list-full');
  const [at, recorded] = [deps.now(), recordOf(person, { level, rule: rule.id, day }, all)];
  const said = plain({ ...answers, ...(months === undefined ? {} : { months: months.count }) });
  return {
    ...{ id: deps.newId(), person: person.id, version: 1, at, ...wanted, day, unit: body.unit, desk: desk.id },
    ...{ answers: said, recorded, state: 'applied' },
    ...amountIn(rule, { level, day, claimant: claimantOf(recorded, said) }),
    steps: [{ move: 'apply', at, by: person.id }],
  };
}

/** Months of a monthly rule alone, none of them to come. */
function monthsFor(deps: StationDeps, { kind }: SubsidyRule, { months }: Body): Application['months'] {
  if ((kind === 'monthly') !== (months !== undefined)) throw refused('subsidy-months');
  if (months === undefined) return undefined;
  if ((monthsIn(months).at(-1) ?? '') > today(deps).slice(0, 7)) throw refused('subsidy-months');
  return months;
}

/** What it comes to; refused where somebody has not said all that the rule asks, or nothing would be left to pay. */
function amountIn(
  rule: SubsidyRule,
  asked: { level: Level; day: string; claimant: Claimant },
): Pick<Application, 'cents'> {
  const { standing, conditions, amount } = assess(rule, asked);
  if (!amount.known && amount.why === 'level') throw refused('subsidy-level');
  if (standing === 'incomplete' || conditions.some(({ verdict }) => verdict === 'missing')) {
    throw refused('subsidy-incomplete');
  }
  if (amount.known && amount.cents === 0) throw refused('subsidy-nothing');
  return amount.known ? { cents: amount.cents } : {};
}

/** The same application with what is said now, and what the record says now. */
async function saidAnew(
  deps: StationDeps,
  { person, next, answers }: { person: Record; next: Application; answers: Said },
): Promise<Application> {
  const { cents: _, ...rest } = next;
  const all = await deps.store.subsidies.ofPerson(person.id);
  const recorded = recordOf(person, next, all);
  const said = plain({ ...answers, ...(next.months === undefined ? {} : { months: next.months.count }) });
  const asked = { level: next.level, day: next.day, claimant: claimantOf(recorded, said) };
  return { ...rest, answers: said, recorded, ...amountIn(ruleFor(deps, next), asked) };
}

/** Cents that a level comes to at the very most: its own amount, as often as there are months. */
export function mostFor(rule: SubsidyRule, { level, months }: Pick<Application, 'level' | 'months'>): number {
  const amount = amountFor({ ...rule, cap: 'none' }, level, { months: months?.count ?? 1 });
  return amount.known ? amount.cents : 0;
}

/** What was said: the wire leaves undefined what was not. */
type Said = { [F in keyof Claimant]?: Claimant[F] | undefined };

/** What was said, without what was not. */
function plain(said: Said): Claimant {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

async function answeredOrBusy(deps: StationDeps, wish: Wish): Promise<Made> {
  const before = await answeredBefore<Made>(deps, wish);
  if (before === undefined) throw new Problem('conflict');
  return before;
}
