import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../functions/domain/units/changes.ts';
import type { Opening } from '../../../../functions/domain/units/life.ts';
import { ancestorsOn, indexOf, subtreeOn } from '../../../../functions/domain/units/tree.ts';
import { type Register, register, unit } from './builders.ts';

const DAY = '2026-07-01';
const EVE = '2026-06-30';

function city(): Register {
  return register([
    unit('city'),
    unit('county-a', 'city'),
    unit('county-b', 'city'),
    unit('a-1', 'county-a'),
    unit('a-2', 'county-a'),
    unit('b-1', 'county-b'),
    unit('gone', 'city', { closed: '2023-01-01' }),
  ]);
}

function opening(id: string, parent: string | null = 'city', more: Partial<Opening> = {}): Opening {
  return { id, kind: 'station-county', division: '360400', name: id, parent, ...more };
}

/** The subtree of the city on a day, in order of id. */
function below(units: Register, day: string, root = 'city'): string[] {
  return subtreeOn(indexOf(units.all()), root, day).sort();
}

describe('opening', () => {
  it('begins a unit with its name and its parent', () => {
    const units = city();
    const wanted: Change = {
      kind: 'open',
      opening: opening('new', 'county-a', { quota: 3, contacts: { phone: '1' } }),
    };
    expect(units.make(wanted, DAY)).toEqual([
      {
        id: 'new',
        kind: 'station-county',
        division: '360400',
        opened: DAY,
        names: [{ from: DAY, value: 'new' }],
        parents: [{ from: DAY, value: 'county-a' }],
        successors: [],
        contacts: { phone: '1' },
        quota: 3,
        posts: [],
        version: 1,
      },
    ]);
    expect(below(units, DAY, 'county-a')).toEqual(['a-1', 'a-2', 'county-a', 'new']);
    expect(ancestorsOn(units.lookup, 'new', EVE)).toEqual([]);
  });

  it('below nobody begins a tree', () => {
    const units = city();
    units.make({ kind: 'open', opening: opening('root', null) }, DAY);
    expect(ancestorsOn(units.lookup, 'root', DAY)).toEqual(['root']);
  });

  it.each<[string, Opening, string]>([
    ['under an id that is taken', opening('a-1'), 'id-taken'],
    ['under the id of a closed unit', opening('gone'), 'id-taken'],
    ['without a name', opening('new', 'city', { name: '' }), 'name-blank'],
    ['with a quota that is no number of people', opening('new', 'city', { quota: Number.NaN }), 'quota-invalid'],
    ['below an unknown unit', opening('new', 'lost'), 'parent-missing'],
    ['below a closed unit', opening('new', 'gone'), 'parent-not-open'],
    ['below itself', opening('new', 'new'), 'cycle'],
  ])('%s is refused', (_, wanted, reason) => {
    expect(city().ask({ kind: 'open', opening: wanted }, DAY)).toEqual({ ok: false, reason, unit: wanted.id });
  });

  it('before its parent is opened is refused', () => {
    const wanted: Change = { kind: 'open', opening: opening('new') };
    expect(city().ask(wanted, '2019-12-31')).toEqual({ ok: false, reason: 'parent-not-open', unit: 'new' });
  });
});

describe('closing', () => {
  const close = (id: string, hasMembers = false): Change => ({ kind: 'close', unit: id, hasMembers });

  it('ends a unit and keeps its past', () => {
    const units = city();
    units.make(close('a-1'), DAY);
    expect(ancestorsOn(units.lookup, 'a-1', EVE)).toEqual(['a-1', 'county-a', 'city']);
    expect(ancestorsOn(units.lookup, 'a-1', DAY)).toEqual([]);
  });

  it.each([
    ['with open children', 'county-a', DAY, false, 'open-children'],
    ['with members', 'a-1', DAY, true, 'has-members'],
    ['closed already', 'gone', DAY, false, 'not-open'],
    ['on the day it was opened', 'a-1', '2020-01-01', false, 'later-change'],
    ['that nobody knows', 'lost', DAY, false, 'unit-unknown'],
  ])('of a unit %s is refused', (_, id, day, hasMembers, reason) => {
    expect(city().ask(close(id, hasMembers), day)).toEqual({ ok: false, reason, unit: id });
  });

  it('is refused while a child is on its way, and allowed once the children have left by that day', () => {
    const units = city();
    units.make({ kind: 'move', unit: 'b-1', parent: 'county-a' }, '2026-09-01');
    expect(units.ask(close('county-b'), DAY)).toMatchObject({ reason: 'open-children' });
    expect(units.ask(close('county-b'), '2026-09-01').ok).toBe(true);
    units.make(close('a-1'), EVE);
    units.make(close('a-2'), EVE);
    expect(units.ask(close('county-a'), DAY)).toMatchObject({ reason: 'open-children' });
  });

  it.each<[string, Change]>([
    ['a name', { kind: 'rename', unit: 'a-1', name: 'x' }],
    ['a parent', { kind: 'move', unit: 'a-1', parent: 'county-b' }],
    ['a holder of a post', { kind: 'appoint', unit: 'a-1', post: 'deputy', person: 'p1' }],
    ['an end of its own', close('a-1')],
  ])('is refused before a day on which the unit gets %s', (_, later) => {
    const units = city();
    units.make(later, '2026-08-01');
    expect(units.ask(close('a-1'), DAY)).toEqual({ ok: false, reason: 'later-change', unit: 'a-1' });
  });

  it('is refused before the day that ends a post, and lets a post end with the unit', () => {
    const units = city();
    const post = { unit: 'a-1', post: 'head', person: 'p1' } as const;
    units.make({ kind: 'appoint', ...post }, '2024-01-01');
    expect(units.ask(close('a-1'), DAY).ok).toBe(true);
    units.make({ kind: 'relieve', ...post }, '2026-08-01');
    expect(units.ask(close('a-1'), DAY)).toMatchObject({ reason: 'later-change' });
    expect(units.ask(close('a-1'), '2026-08-01').ok).toBe(true);
  });
});

describe('two counties merged', () => {
  it('into a new one: their townships go with them, and the past of all stays', () => {
    const units = city();
    const made = units.make({ kind: 'merge', units: ['county-a', 'county-b'], into: opening('county-c') }, DAY);
    expect(made.map((u) => u.id).sort()).toEqual(['a-1', 'a-2', 'b-1', 'county-a', 'county-b', 'county-c']);
    expect(below(units, EVE)).toEqual(['a-1', 'a-2', 'b-1', 'city', 'county-a', 'county-b']);
    expect(below(units, DAY)).toEqual(['a-1', 'a-2', 'b-1', 'city', 'county-c']);
    expect(ancestorsOn(units.lookup, 'b-1', EVE)).toEqual(['b-1', 'county-b', 'city']);
    expect(ancestorsOn(units.lookup, 'b-1', DAY)).toEqual(['b-1', 'county-c', 'city']);
    expect(units.lookup('county-a')).toMatchObject({ closed: DAY, successors: ['county-c'], version: 2 });
  });

  it('one into the other', () => {
    const units = city();
    units.make({ kind: 'merge', units: ['county-b'], into: 'county-a' }, DAY);
    expect(below(units, DAY, 'county-a')).toEqual(['a-1', 'a-2', 'b-1', 'county-a']);
    expect(units.lookup('county-a')).toMatchObject({ successors: [], version: 1 });
    expect(units.lookup('county-b')).toMatchObject({ closed: DAY, successors: ['county-a'] });
  });

  it('of which one lies below the other', () => {
    const units = city();
    units.make({ kind: 'merge', units: ['county-a', 'a-1'], into: 'county-b' }, DAY);
    expect(below(units, DAY)).toEqual(['a-2', 'b-1', 'city', 'county-b']);
  });
});

describe('a bureau handed over to a new one', () => {
  it('keeps its tree under another root', () => {
    const units = city();
    units.make({ kind: 'merge', units: ['city'], into: opening('party-office', null, { kind: 'bureau' }) }, DAY);
    expect(ancestorsOn(units.lookup, 'a-1', EVE)).toEqual(['a-1', 'county-a', 'city']);
    expect(ancestorsOn(units.lookup, 'a-1', DAY)).toEqual(['a-1', 'county-a', 'party-office']);
  });
});

describe('a merge', () => {
  it.each<[string, string[], string | Opening, string, string]>([
    ['of nothing', [], 'county-a', 'too-few-units', 'county-a'],
    ['of one unit twice', ['county-a', 'county-a'], 'county-b', 'same-unit', 'county-a'],
    ['into itself', ['county-a'], 'county-a', 'same-unit', 'county-a'],
    ['into its own child', ['county-a'], 'a-1', 'open-children', 'county-a'],
    ['into something below its other child', ['city'], 'a-1', 'cycle', 'county-a'],
    ['into a new unit below what ends', ['county-a'], opening('new', 'county-a'), 'open-children', 'county-a'],
    ['into a closed unit', ['county-a'], 'gone', 'not-open', 'gone'],
    ['into an unknown unit', ['county-a'], 'lost', 'unit-unknown', 'lost'],
    ['into a new unit under a taken id', ['county-a'], opening('b-1'), 'id-taken', 'b-1'],
    ['of an unknown unit', ['lost'], 'county-a', 'unit-unknown', 'lost'],
  ])('%s is refused', (_, merged, into, reason, at) => {
    expect(city().ask({ kind: 'merge', units: merged, into }, DAY)).toEqual({ ok: false, reason, unit: at });
  });

  it('is refused for a township whose own move is recorded for later', () => {
    const units = city();
    units.make({ kind: 'move', unit: 'b-1', parent: 'city' }, '2026-09-01');
    const wanted: Change = { kind: 'merge', units: ['county-b'], into: 'county-a' };
    expect(units.ask(wanted, DAY)).toEqual({ ok: false, reason: 'later-change', unit: 'b-1' });
  });
});

describe('a county split', () => {
  const split = (children: { child: string; to: string }[], into: (string | Opening)[] = TWO): Change => ({
    kind: 'split',
    unit: 'county-a',
    into,
    children,
  });
  const TWO = [opening('county-c'), 'county-b'];

  it('gives each township to the one it is told', () => {
    const units = city();
    units.make(
      split([
        { child: 'a-1', to: 'county-c' },
        { child: 'a-2', to: 'county-b' },
      ]),
      DAY,
    );
    expect(below(units, DAY, 'county-c')).toEqual(['a-1', 'county-c']);
    expect(below(units, DAY, 'county-b')).toEqual(['a-2', 'b-1', 'county-b']);
    expect(below(units, EVE, 'county-a')).toEqual(['a-1', 'a-2', 'county-a']);
    expect(units.lookup('county-a')).toMatchObject({ closed: DAY, successors: ['county-c', 'county-b'] });
  });

  const both = [
    { child: 'a-1', to: 'county-c' },
    { child: 'a-2', to: 'county-c' },
  ];

  it.each<[string, Change, string, string]>([
    ['into one', split(both, [opening('county-c')]), 'too-few-units', 'county-a'],
    ['into one twice', split(both, ['county-b', 'county-b']), 'same-unit', 'county-b'],
    ['into itself and another', split(both, ['county-a', opening('county-c')]), 'same-unit', 'county-a'],
    ['that leaves a child behind', split(both.slice(1)), 'open-children', 'county-a'],
    ['that gives away another’s child', split([...both, { child: 'b-1', to: 'county-c' }]), 'not-a-child', 'b-1'],
    ['that gives a child elsewhere', split([{ child: 'a-1', to: 'city' }]), 'not-a-successor', 'city'],
    ['that gives a child twice', split([...both, { child: 'a-1', to: 'county-b' }]), 'later-change', 'a-1'],
    ['into a closed unit', split(both, [opening('county-c'), 'gone']), 'not-open', 'gone'],
  ])('%s is refused', (_, wanted, reason, at) => {
    expect(city().ask(wanted, DAY)).toEqual({ ok: false, reason, unit: at });
  });
});
