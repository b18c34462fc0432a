// Applications as the unit and the bureau deal with them: the queue, one whole with the rule's conditions, and what is done to one.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { GONE_NAME } from '../domain/people/person.ts';
import { roomOf } from '../domain/subsidies/amount.ts';
import { type Application, moved, receivedBy } from '../domain/subsidies/application.ts';
import { assess } from '../domain/subsidies/assess.ts';
import { claimantOf } from '../domain/subsidies/claimant.ts';
import type { SubsidyRule } from '../domain/subsidies/rule.ts';
import { type Standing, signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import { invalidCursor } from './cursors.ts';
import type { StationDeps } from './deps.ts';
import { nameOfPerson } from './person-records.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, type Wish, wishOf } from './requests.ts';
import { mostFor, recordOf, requireMoved } from './subsidies.ts';
import {
  deskAbove,
  type Held,
  mayMove,
  movesFor,
  ruleFor,
  rulesFor,
  shownRule,
  subsidyFor,
} from './subsidy-finding.ts';
import { rowsOf } from './subsidy-rows.ts';
import { shownApplication } from './subsidy-views.ts';
import { below, walkOn } from './tree-walk.ts';
import { nameFor } from './units-reading.ts';

type Moving = Input<'moveSubsidy'>['body']['moving'];

const PAGE = 50;
/** Units below a head station: townships of one county. */
const BELOW_MOST = 500;

/** The queue of a unit, or of a bureau that decides. */
export function listSubsidies(deps: StationDeps) {
  return async (actor: Actor, { params, query }: Input<'listSubsidies'>): Promise<Answer<'listSubsidies'>> => {
    const me = signedIn(actor);
    const standing = await standingFor(deps, actor)('readSubsidies', params.unit);
    const { unit, place } = standing;
    const { desk } = await deskAbove(deps, place);
    const isDesk = desk?.id === unit.id;
    const { state, year, cursor } = query;
    const asked = { state, year, cursor: fromCursor(cursor), limit: PAGE };
    const units = isDesk ? undefined : await unitsFrom(deps, standing);
    const page = desk === undefined ? { found: [] } : await deps.store.subsidies.atDesk(desk.id, { ...asked, units });
    const { found, next } = { next: undefined, ...page };
    return {
      applications: await rowsOf(deps, me, { lines: found, desk: desk?.id ?? '' }),
      ...(next === undefined ? {} : { cursor: toCursor(next) }),
      rules: rulesFor(deps, found).map(shownRule),
      decides: isDesk && can.decideSubsidy(me, place),
      name: nameFor(unit, today(deps)),
      today: today(deps),
    };
  };
}

/** A unit and all below it. */
async function unitsFrom(deps: StationDeps, { unit }: Standing): Promise<Set<string>> {
  const children = (parent: string | null) => deps.store.units.children(parent, today(deps));
  const { found } = await walkOn(below(unit.id), { children, limit: BELOW_MOST });
  return new Set([unit.id, ...found.map(({ id }) => id)]);
}

/** An application with its rule's conditions, by the record as it is now. */
export function readSubsidy(deps: StationDeps) {
  return async (actor: Actor, { params }: Input<'readSubsidy'>): Promise<Answer<'readSubsidy'>> => {
    const held = await subsidyFor(deps, signedIn(actor), params);
    const { application } = held;
    const rule = ruleFor(deps, application);
    const [person, all] = await Promise.all([
      deps.store.people.get(application.person),
      deps.store.subsidies.ofPerson(application.person),
    ]);
    const isKept = person !== undefined && person.deletedAt === undefined;
    const now = isKept ? recordOf(person, application, othersOf(all, application)) : application.recorded;
    const { level, day, answers } = application;
    const { conditions, ...assessment } = assess(rule, { level, day, claimant: claimantOf(now, answers) });
    const received = receivedBy(othersOf(all, application), rule.id);
    const room = roomOf(rule, received);
    return {
      name: nameOfPerson(person) ?? GONE_NAME,
      application: await shownApplication(deps, application, { moves: movesFor(held, application), names: true }),
      rule: shownRule(rule),
      assessment: { ...assessment, conditions },
      recordChanged: JSON.stringify(sorted(now)) !== JSON.stringify(sorted(application.recorded)),
      ...{ received, ...(Number.isFinite(room) ? { room } : {}), at: application.at, today: today(deps) },
    };
  };
}

/** Checks, returns, refuses, holds an objection, or says that it is not heard. Nobody does any of it for themselves. */
export function moveSubsidy(deps: StationDeps) {
  return async (actor: Actor, { params, body }: Input<'moveSubsidy'>): Promise<Answer<'moveSubsidy'>> => {
    const me = signedIn(actor);
    const held = await subsidyFor(deps, me, params);
    if (!mayMove(held, body.moving.move)) throw new Problem('not_found');
    const wish = await wishOf(deps, { person: me.person, route: 'moveSubsidy', params, body });
    const answered = await answeredBefore<Answer<'moveSubsidy'>>(deps, wish);
    if (answered !== undefined) return answered;
    if (held.application.version !== body.version) throw new Problem('conflict');
    const next = await movedOn(deps, held, body.moving);
    const answer = { state: next.state, version: next.version };
    const write = {
      request: requestOf(deps, wish, answer),
      lines: [lineOf(deps, held, { next, moving: body.moving })],
    };
    const done = await deps.store.subsidies.move([next], write);
    return done === 'done' ? answer : answeredOrBusy(deps, wish);
  };
}

async function movedOn(deps: StationDeps, { me, application }: Held, moving: Moving): Promise<Application> {
  const { move } = moving;
  const cents = move === 'check' ? (moving.cents ?? application.cents) : undefined;
  const why = move === 'check' ? undefined : moving.why;
  const next = requireMoved(moved(application, { move, at: deps.now(), by: me.person, why, cents }));
  if (move === 'check') {
    const all = await deps.store.subsidies.ofPerson(application.person);
    requirePayable(ruleFor(deps, application), { application: next, all });
  }
  return next;
}

/** Refuses an amount past the rule's own, or past what is left of its cap. */
function requirePayable(
  rule: SubsidyRule,
  { application, all }: { application: Application; all: readonly Application[] },
): void {
  const room = roomOf(rule, receivedBy(othersOf(all, application), rule.id));
  const { cents = 0 } = application;
  if (cents < 1 || cents > Math.min(mostFor(rule, application), room)) throw refused('subsidy-amount');
}

function othersOf(all: readonly Application[], { id }: Application): Application[] {
  return all.filter((one) => one.id !== id);
}

/** The line stands in the chain of the unit for what is checked there, of the desk for what is decided. */
function lineOf(deps: StationDeps, held: Held, { next, moving }: { next: Application; moving: Moving }) {
  const { me, unit, desk, application } = held;
  const isChecker = can.checkSubsidy(me, unit) && (moving.move === 'check' || moving.move === 'return');
  const [right, place] = isChecker ? (['checkSubsidy', unit] as const) : (['decideSubsidy', desk] as const);
  const thing = { type: 'subsidy', id: application.id };
  const { person, rule, level, state, cents } = next;
  const after = { person, rule, level, state, ...(cents === undefined ? {} : { cents }) };
  const why = moving.move === 'check' ? undefined : moving.why;
  const before = { state: application.state };
  return entryOf(deps, { me, right, place, action: `${moving.move}Subsidy`, thing, before, after, why });
}

async function answeredOrBusy(deps: StationDeps, wish: Wish): Promise<Answer<'moveSubsidy'>> {
  const before = await answeredBefore<Answer<'moveSubsidy'>>(deps, wish);
  if (before === undefined) throw new Problem('conflict');
  return before;
}

/** A place in a list, in the signs of a cursor. Whatever it says, it leads to nothing outside the list that is asked. */
function toCursor(key: string): string {
  return btoa(key).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  try {
    return atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    throw invalidCursor();
  }
}

function sorted(facts: object): [string, unknown][] {
  return Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
}
