import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../functions/domain/units/changes.ts';
import type { Rectify } from '../../../../functions/domain/units/rectify.ts';
import { ancestorsOn } from '../../../../functions/domain/units/tree.ts';
import { holdersOn, nameOn } from '../../../../functions/domain/units/unit.ts';
import { register, unit } from './builders.ts';

const DAY = '2024-03-01';

function world() {
  const units = register([unit('city'), unit('county-a', 'city'), unit('county-b', 'city'), unit('town', 'county-a')]);
  units.make({ kind: 'rename', unit: 'town', name: 'typo' }, DAY);
  units.make({ kind: 'move', unit: 'town', parent: 'county-b' }, DAY);
  units.make({ kind: 'appoint', unit: 'town', post: 'head', person: 'p1' }, DAY);
  return units;
}

/** `Omit` taken for each member of the union by itself. */
type Wrong = Rectify extends infer R ? (R extends Rectify ? Omit<R, 'kind' | 'unit'> : never) : never;

function rectify(unitId: string, wrong: Wrong): Change {
  return { kind: 'rectify', unit: unitId, ...wrong } as Change;
}

describe('an entry put right', () => {
  it('gives a name its right words on the right day', () => {
    const units = world();
    const [town] = units.make(rectify('town', { field: 'name', right: { from: '2024-02-01', value: '某镇' } }), DAY);
    expect(town && [nameOn(town, '2024-01-31'), nameOn(town, '2024-02-01'), town.names.length]).toEqual([
      'town',
      '某镇',
      2,
    ]);
  });

  it('takes a move back that never was', () => {
    const units = world();
    units.make(rectify('town', { field: 'parent' }), DAY);
    expect(ancestorsOn(units.lookup, 'town', '2026-01-01')).toEqual(['town', 'county-a', 'city']);
  });

  it('gives a post to the right person', () => {
    const units = world();
    const right = { post: 'head', person: 'p2', from: '2024-04-01' } as const;
    const [town] = units.make(rectify('town', { field: 'post', post: 'head', person: 'p1', right }), DAY);
    expect(town && [holdersOn(town, 'head', DAY), holdersOn(town, 'head', '2024-04-01')]).toEqual([[], ['p2']]);
  });

  it('begins a unit on another day, with its first name and parent', () => {
    const units = world();
    units.make(rectify('town', { field: 'opened', right: '2021-05-01' }), '2020-01-01');
    expect(units.lookup('town')).toMatchObject({
      opened: '2021-05-01',
      names: [{ from: '2021-05-01' }, { from: DAY }],
    });
    expect(ancestorsOn(units.lookup, 'town', '2021-04-30')).toEqual([]);
    expect(ancestorsOn(units.lookup, 'town', '2021-05-01')).toEqual(['town', 'county-a', 'city']);
  });

  it('opens a unit again that was closed in error, and forgets its successors', () => {
    const units = world();
    units.make({ kind: 'merge', units: ['town'], into: 'county-a' }, '2025-01-01');
    units.make(rectify('town', { field: 'closed' }), '2025-01-01');
    expect(units.lookup('town')).toMatchObject({ successors: [], version: 6 });
    expect(units.lookup('town')).not.toHaveProperty('closed');
    expect(ancestorsOn(units.lookup, 'town', '2026-01-01')).toEqual(['town', 'county-b', 'city']);
  });

  it('closes a unit on another day', () => {
    const units = world();
    units.make({ kind: 'close', unit: 'town', hasMembers: false }, '2025-01-01');
    units.make(rectify('town', { field: 'closed', right: '2025-02-01' }), '2025-01-01');
    expect(ancestorsOn(units.lookup, 'town', '2025-01-31')).toHaveLength(3);
    expect(ancestorsOn(units.lookup, 'town', '2025-02-01')).toEqual([]);
  });
});

describe('a rectification is refused', () => {
  it.each<[string, Change, string, string, string]>([
    ['of an unknown unit', rectify('lost', { field: 'parent' }), DAY, 'unit-unknown', 'lost'],
    ['of a name that is not there', rectify('town', { field: 'name' }), '2024-03-02', 'entry-unknown', 'town'],
    ['of a parent that is not there', rectify('town', { field: 'parent' }), '2024-03-02', 'entry-unknown', 'town'],
    [
      'of a post nobody holds',
      rectify('town', { field: 'post', post: 'deputy', person: 'p1' }),
      DAY,
      'entry-unknown',
      'town',
    ],
    ['of another opening', rectify('town', { field: 'opened', right: DAY }), DAY, 'entry-unknown', 'town'],
    ['of a closing that never was', rectify('town', { field: 'closed' }), DAY, 'entry-unknown', 'town'],
    [
      'to a blank name',
      rectify('town', { field: 'name', right: { from: DAY, value: ' ' } }),
      DAY,
      'name-blank',
      'town',
    ],
    ['that takes the first name', rectify('town', { field: 'name' }), '2020-01-01', 'no-start', 'town'],
    [
      'to a day that has an entry',
      rectify('town', { field: 'name', right: { from: '2020-01-01', value: 'x' } }),
      DAY,
      'unordered',
      'town',
    ],
    [
      'to a second root',
      rectify('town', { field: 'parent', right: { from: DAY, value: null } }),
      DAY,
      'second-root',
      'town',
    ],
    [
      'to a cycle',
      rectify('city', { field: 'parent', right: { from: '2020-01-01', value: 'town' } }),
      '2020-01-01',
      'cycle',
      'city',
    ],
    [
      'that opens a parent after its child',
      rectify('county-a', { field: 'opened', right: '2021-01-01' }),
      '2020-01-01',
      'parent-not-open',
      'town',
    ],
    [
      'that opens a child before its parent',
      rectify('town', { field: 'opened', right: '2019-01-01' }),
      '2020-01-01',
      'parent-not-open',
      'town',
    ],
  ])('%s', (_, wanted, day, reason, at) => {
    expect(world().ask(wanted, day)).toEqual({ ok: false, reason, unit: at });
  });

  it('that closes a parent while its child is there, or leaves it closed for a child that is', () => {
    const units = world();
    units.make({ kind: 'close', unit: 'county-a', hasMembers: false }, '2025-01-01');
    const early = rectify('county-a', { field: 'closed', right: '2024-02-01' });
    expect(units.ask(early, '2025-01-01')).toEqual({ ok: false, reason: 'parent-not-open', unit: 'town' });
    const back = rectify('town', { field: 'parent' });
    expect(units.ask(back, DAY)).toEqual({ ok: false, reason: 'parent-not-open', unit: 'town' });
  });

  it('that reopens a unit whose parent is gone', () => {
    const units = world();
    units.make({ kind: 'close', unit: 'town', hasMembers: false }, '2025-01-01');
    units.make({ kind: 'close', unit: 'county-b', hasMembers: false }, '2025-02-01');
    const wanted = rectify('town', { field: 'closed' });
    expect(units.ask(wanted, '2025-01-01')).toEqual({ ok: false, reason: 'parent-not-open', unit: 'town' });
  });
});
