// Where a unit stood on a day, and where what it did stands today: by dated links alone, on days on which it was not there as well.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainsOf, reachOf } from '../../../../functions/domain/figures/chains.ts';
import { existsOn, type Unit } from '../../../../functions/domain/units/unit.ts';
import { register, unit } from '../units/builders.ts';
import { history } from '../units/histories.ts';
import { parentsOn, wayUp } from '../units/oracle.ts';

const TREE = [
  unit('root'),
  unit('east', 'root'),
  unit('west', 'root'),
  unit('one', 'east'),
  unit('two', 'west'),
  unit('three', 'west'),
];
const DAY = '2026-05-01';
const [BEFORE, AFTER] = ['2026-04-30', '2026-05-02'];

describe('after a move', () => {
  const tree = register(TREE);
  tree.make({ kind: 'move', unit: 'one', parent: 'west' }, DAY);
  const chains = chainsOf(tree.lookup);

  it('each day has its own way up, and the newest boundaries have the new one', () => {
    expect(chains.onDay('one', BEFORE)).toEqual(['one', 'east', 'root']);
    expect(chains.onDay('one', DAY)).toEqual(['one', 'west', 'root']);
    expect(chains.newest('one')).toEqual(['one', 'west', 'root']);
  });

  it('a day before the unit was opened is the day on which it was', () => {
    expect(chains.onDay('one', '2019-01-01')).toEqual(['one', 'east', 'root']);
  });

  it('a unit that nobody knows has no way up', () => {
    expect(chains.onDay('nobody', DAY)).toEqual([]);
    expect(chains.newest('nobody')).toEqual([]);
  });
});

describe('after a merge', () => {
  const tree = register(TREE);
  tree.make({ kind: 'merge', units: ['one'], into: 'two' }, DAY);
  tree.make({ kind: 'merge', units: ['two'], into: 'three' }, AFTER);
  const chains = chainsOf(tree.lookup);

  it('what came in late stands where the unit stood last, and in the newest boundaries at the last who took its place', () => {
    expect(chains.onDay('one', '2026-12-01')).toEqual(['one', 'east', 'root']);
    expect(chains.newest('one')).toEqual(['three', 'west', 'root']);
    expect(chains.newest('two')).toEqual(['three', 'west', 'root']);
  });

  it('a unit that closed without anybody in its place stays where it was', () => {
    const closed = register(TREE);
    closed.make({ kind: 'close', unit: 'one', hasMembers: false }, DAY);
    expect(chainsOf(closed.lookup).newest('one')).toEqual(['one', 'east', 'root']);
  });
});

describe('on any history of a tree', () => {
  it('the way up of a day is what the links of that day say, and all of it is reached from the unit alone', async () => {
    await fc.assert(
      fc.asyncProperty(history(), fc.integer({ min: 0, max: 400 }), async (lines, pick) => {
        const units = lines.at(-1)?.after ?? [];
        const byId = new Map(units.map((one) => [one.id, one]));
        const one = units[pick % Math.max(units.length, 1)];
        if (one === undefined) return;
        const reached = await reachOf([one.id], async (ids) => new Map(ids.flatMap((id) => known(byId, id))));
        const [all, some] = [chainsOf((id) => byId.get(id)), chainsOf((id) => reached.get(id))];
        for (const day of units.flatMap(({ opened, closed }) => [opened, closed ?? opened])) {
          if (existsOn(one, day)) expect(all.onDay(one.id, day)).toEqual(wayUp(parentsOn(units, day), one.id));
          expect(some.onDay(one.id, day)).toEqual(all.onDay(one.id, day));
        }
        expect(some.newest(one.id)).toEqual(all.newest(one.id));
        expect(all.newest(one.id).every((id) => byId.has(id))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

function known(units: ReadonlyMap<string, Unit>, id: string): [string, Unit][] {
  const one = units.get(id);
  return one === undefined ? [] : [[id, one]];
}
