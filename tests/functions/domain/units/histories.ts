// Random histories: changes of every kind over at most 30 units, mostly in the order of days, some dated back or ahead, some that must be refused.
import fc from 'fast-check';
import { addDays, type Day } from '../../../../functions/domain/time.ts';
import { type Change, change } from '../../../../functions/domain/units/changes.ts';
import type { Outcome } from '../../../../functions/domain/units/draft.ts';
import type { Opening } from '../../../../functions/domain/units/life.ts';
import { existsOn, type Post, type Unit } from '../../../../functions/domain/units/unit.ts';
import { unit, worldWith } from './builders.ts';

/** Ids that begin one another, so that whoever reads a prefix for a parent is caught. */
export const IDS = ['1', '2', '3', '4'].flatMap((a) => ['', '0', '00', '1', '10', '11', '110'].map((b) => a + b));

const BEGIN = '2020-01-01';

/** Three picks, which the state of the moment turns into units. */
interface Draw {
  what: Change['kind'];
  wait: number;
  shift: number;
  a: number;
  b: number;
  c: number;
}

/** One change that was asked for, and the units before and after it. */
export interface Line {
  wanted: Change;
  day: Day;
  outcome: Outcome;
  before: readonly Unit[];
  after: readonly Unit[];
}

/** Units as a change finds them, and the day it is dated. */
interface Moment {
  units: readonly Unit[];
  day: Day;
  draw: Draw;
}

/** A history of up to 40 changes that begins with one root. */
export function history(kinds: readonly Change['kind'][] = KINDS): fc.Arbitrary<Line[]> {
  const first = fc.array(draw(['open']), { minLength: 4, maxLength: 12 });
  const rest = fc.array(draw(kinds), { minLength: 5, maxLength: 28 });
  return fc.tuple(first, rest).map(([opens, others]) => readable(told([...opens, ...others])));
}

/** What a failing run prints: what was asked and what came of it, not every unit before and after. */
function readable(lines: Line[]): Line[] {
  const text = () =>
    lines
      .map(({ day, wanted, outcome }) => `${day} ${JSON.stringify(wanted)} ${outcome.ok ? 'made' : outcome.reason}`)
      .join('\n');
  return Object.assign(lines, { [fc.toStringMethod]: text });
}

/** Every kind of change that is dated, opening more often than ending. */
export const DATED: Change['kind'][] = [
  'open',
  'open',
  'open',
  'rename',
  'move',
  'move',
  'move',
  'close',
  'merge',
  'split',
  'correct',
  'appoint',
  'appoint',
  'relieve',
];
const KINDS: Change['kind'][] = [...DATED, 'rectify', 'rectify'];

function draw(kinds: readonly Change['kind'][]): fc.Arbitrary<Draw> {
  return fc.record({
    what: fc.constantFrom(...kinds),
    wait: fc.integer({ min: 0, max: 9 }),
    shift: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -30, max: 30 }) },
    ),
    a: fc.nat(999),
    b: fc.nat(999),
    c: fc.nat(999),
  });
}

function told(draws: readonly Draw[]): Line[] {
  let units: readonly Unit[] = [frozen(unit('1', null, { opened: BEGIN }))];
  let clock = 1;
  return draws.flatMap((drawn) => {
    clock += drawn.wait;
    const moment = { units, day: addDays(BEGIN, clock + drawn.shift), draw: drawn };
    const asked = wantedAt(moment);
    if (asked === undefined) return [];
    const before = units;
    const outcome = change(worldWith(units), asked.wanted, asked.day);
    units = after(units, outcome);
    return [{ ...asked, outcome, before, after: units }];
  });
}

/** The units once an outcome is written. */
export function after(units: readonly Unit[], outcome: Outcome): readonly Unit[] {
  if (!outcome.ok) return units;
  const changed = new Map(outcome.units.map((u) => [u.id, frozen(u)]));
  const kept = units.map((u) => changed.get(u.id) ?? u);
  return [...kept, ...[...changed.values()].filter((u) => !units.some((k) => k.id === u.id))];
}

/** The first day whose tree, names or posts a change may touch. */
export function effectOf({ wanted, day }: Pick<Line, 'wanted' | 'day'>): Day {
  if (wanted.kind !== 'rectify' || wanted.right === undefined) return day;
  const right = typeof wanted.right === 'string' ? wanted.right : wanted.right.from;
  return right < day ? right : day;
}

/** A change that writes into its world throws. */
function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) frozen(inner);
  return Object.freeze(value);
}

function wantedAt(moment: Moment): { wanted: Change; day: Day } | undefined {
  if (moment.draw.what === 'rectify') return rectification(moment);
  const wanted = datedAt(moment);
  return wanted === undefined ? undefined : { wanted, day: moment.day };
}

function datedAt(moment: Moment): Change | undefined {
  const { a, b, c, what: kind } = moment.draw;
  const id = picked(moment, a).id;
  const other = picked(moment, b).id;
  const holding = {
    unit: id,
    post: (['head', 'deputy', 'liaison'] as const)[b % 3] as Post,
    person: `person-${c % 3}`,
  };
  switch (kind) {
    case 'open':
      return mapped(openingAt(moment, 0), (opening) => ({ kind, opening }));
    case 'rename':
      return { kind, unit: id, name: c % 9 === 0 ? ' ' : `name-${c % 4}` };
    case 'move':
      return { kind, unit: id, parent: other };
    case 'close':
      return { kind, unit: id, hasMembers: c % 5 === 0 };
    case 'merge':
      return mapped(intoAt(moment, 0), (into) => ({ kind, units: c % 2 === 0 ? [id] : [id, other], into }));
    case 'split':
      return splitAt(moment);
    case 'correct':
      return {
        kind,
        unit: id,
        contacts: { phone: `0792-${b}` },
        ...(c % 3 === 0 ? { quota: c % 4 === 0 ? null : c - 5 } : {}),
      };
    case 'appoint':
      return { kind, ...holding };
    case 'relieve':
      return { kind, ...holding, ...(c % 4 === 0 ? {} : heldAt(moment)) };
    case 'rectify':
      return undefined;
  }
}

/** A post that somebody was given, so that a relief finds its holder. */
function heldAt({ units, draw: { b } }: Moment): { unit: string; post: Post; person: string } | undefined {
  const all = units.flatMap((u) => u.posts.map(({ post, person }) => ({ unit: u.id, post, person })));
  return all.length === 0 ? undefined : at(all, b);
}

function splitAt(moment: Moment): Change | undefined {
  const { a, c } = moment.draw;
  const id = picked(moment, a).id;
  const one = intoAt(moment, 0);
  const two = openingAt(moment, 1);
  if (one === undefined || two === undefined) return undefined;
  const below = worldWith(moment.units).childrenFrom(id, moment.day);
  const ids = [typeof one === 'string' ? one : one.id, two.id];
  const children = below.slice(c % 7 === 0 ? 1 : 0).map((child, i) => ({ child, to: ids[(i + c) % 2] as string }));
  return { kind: 'split', unit: id, into: [one, two], children };
}

function rectification(moment: Moment): { wanted: Change; day: Day } | undefined {
  const { a, b, c } = moment.draw;
  const wrong = picked(moment, a);
  const base = { kind: 'rectify' as const, unit: wrong.id };
  const right = addDays(moment.day, -(c % 40));
  const name = at(wrong.names, b);
  const parent = at(wrong.parents, b);
  const held = wrong.posts.length === 0 ? undefined : at(wrong.posts, b);
  switch (c % 5) {
    case 0:
      return {
        wanted: { ...base, field: 'name', ...(b % 2 === 0 ? {} : { right: { from: name.from, value: 'right' } }) },
        day: name.from,
      };
    case 1:
      return {
        wanted: {
          ...base,
          field: 'parent',
          ...(b % 2 === 0 ? {} : { right: { from: right, value: picked(moment, b).id } }),
        },
        day: parent.from,
      };
    case 2:
      return { wanted: { ...base, field: 'opened', right }, day: wrong.opened };
    case 3:
      return {
        wanted: { ...base, field: 'closed', ...(b % 2 === 0 ? {} : { right }) },
        day: wrong.closed ?? moment.day,
      };
    default:
      if (held === undefined) return undefined;
      return {
        wanted: {
          ...base,
          field: 'post',
          post: held.post,
          person: held.person,
          ...(b % 2 === 0 ? {} : { right: { ...held, from: right } }),
        },
        day: held.from,
      };
  }
}

/** Mostly a unit that is there on the day, now and then any. */
function picked({ units, day }: Moment, pick: number): Unit {
  const open = units.filter((u) => existsOn(u, day));
  return at(pick % 10 === 0 || open.length === 0 ? units : open, pick);
}

function at<T>(items: readonly T[], pick: number): T {
  return items[pick % items.length] as T;
}

function intoAt(moment: Moment, nth: number): string | Opening | undefined {
  const { b, c } = moment.draw;
  return (b + c) % 3 === 0 ? openingAt(moment, nth) : picked(moment, b + c).id;
}

function openingAt(moment: Moment, nth: number): Opening | undefined {
  const { b, c } = moment.draw;
  const id = c % 40 === 0 ? '1' : IDS.filter((i) => !moment.units.some((u) => u.id === i))[nth];
  if (id === undefined) return undefined;
  const parent = b % 12 === 0 ? null : picked(moment, b).id;
  return { id, kind: 'agency', division: `${c}`, name: `name-${id}`, parent };
}

function mapped<T, U>(value: T | undefined, then: (value: T) => U): U | undefined {
  return value === undefined ? undefined : then(value);
}
