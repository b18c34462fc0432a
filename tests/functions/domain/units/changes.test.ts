// The laws of units over random histories of changes: 5 to 30 units, up to 40 changes each.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../../functions/domain/time.ts';
import { change } from '../../../../functions/domain/units/changes.ts';
import { faultsOf } from '../../../../functions/domain/units/faults.ts';
import {
  ancestorsOn,
  childrenFrom,
  childrenOn,
  indexOf,
  isWithin,
  subtreeOn,
} from '../../../../functions/domain/units/tree.ts';
import { holdersOn, nameOn, type Unit } from '../../../../functions/domain/units/unit.ts';
import { worldWith } from './builders.ts';
import { after, DATED, effectOf, history, IDS, type Line } from './histories.ts';
import { daysOf, parentsOn, rootsByTree, wayUp } from './oracle.ts';

const RUNS = { numRuns: 60 };

/** Everything that is said of the units on a day. */
function pictureOf(units: readonly Unit[], day: Day) {
  const { units: byId } = indexOf(units);
  return units.map((u) => ({
    id: u.id,
    ancestors: ancestorsOn((id) => byId.get(id), u.id, day),
    name: nameOn(u, day),
    holders: (['head', 'deputy', 'liaison'] as const).map((post) => holdersOn(u, post, day)),
  }));
}

function isAccepted(line: Line): boolean {
  return line.outcome.ok;
}

function lastOf(lines: readonly Line[]): readonly Unit[] {
  return lines.at(-1)?.after ?? [];
}

describe('after any history', () => {
  it('every way up ends at a root on every day, and each tree has exactly one root', () => {
    fc.assert(
      fc.property(history(), (lines) => {
        const units = lastOf(lines);
        for (const day of daysOf(units)) {
          const parents = parentsOn(units, day);
          for (const id of parents.keys()) expect(wayUp(parents, id), `${id} on ${day}`).toBeDefined();
          for (const roots of rootsByTree(parents)) expect(roots, day).toHaveLength(1);
        }
      }),
      RUNS,
    );
  });

  it('no law is broken at any step', () => {
    fc.assert(
      fc.property(history(), (lines) => {
        for (const line of lines) expect(faultsOf(line.after)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('the ancestors, the children and the subtree are what the dates say, read plainly', () => {
    fc.assert(
      fc.property(history(), (lines) => {
        const units = lastOf(lines);
        const index = indexOf(units);
        const lookup = (id: string) => index.units.get(id);
        for (const day of daysOf(units)) {
          const parents = parentsOn(units, day);
          const ways = new Map(units.map((u) => [u.id, parents.has(u.id) ? wayUp(parents, u.id) : []]));
          for (const { id } of units) {
            expect(ancestorsOn(lookup, id, day)).toEqual(ways.get(id));
            expect(childrenOn(index, id, day)).toEqual([...parents.keys()].filter((c) => parents.get(c) === id).sort());
            const below = units.map((u) => u.id).filter((u) => ways.get(u)?.includes(id));
            expect(subtreeOn(index, id, day).sort()).toEqual(below.sort());
            const within = units.filter((u) => isWithin(lookup, { unit: u.id, ancestor: id, day })).map((u) => u.id);
            expect(within.sort()).toEqual(below);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('the children from a day on are those of that day and of every later one', () => {
    fc.assert(
      fc.property(history(), fc.nat(), (lines, pick) => {
        const units = lastOf(lines);
        const index = indexOf(units);
        const days = daysOf(units);
        const from = days[pick % days.length] as Day;
        for (const { id } of units) {
          const all = days.filter((day) => day >= from).flatMap((day) => childrenOn(index, id, day));
          expect(childrenFrom(index, id, from)).toEqual([...new Set(all)].sort());
        }
      }),
      RUNS,
    );
  });
});

describe('a change', () => {
  it('leaves every earlier day as it was: ancestors, names and posts', () => {
    fc.assert(
      fc.property(history(), (lines) => {
        for (const line of lines.filter(isAccepted)) {
          const effect = effectOf(line);
          const known = line.after.filter((u) => line.before.some((b) => b.id === u.id));
          const old = new Set(known.map((u) => u.id));
          for (const day of daysOf(line.before).filter((d) => d < effect)) {
            const now = pictureOf(line.after, day).filter((u) => old.has(u.id));
            expect(now, `${line.wanted.kind} on ${line.day} and ${day}`).toEqual(pictureOf(line.before, day));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('dated after a day says nothing about it: without all of them that day looks the same', () => {
    fc.assert(
      fc.property(history(DATED), fc.nat(), (lines, pick) => {
        const units = lastOf(lines);
        const days = daysOf(units);
        const day = days[pick % days.length] as Day;
        const first = lines[0]?.before ?? [];
        const replayed = lines
          .filter((line) => line.outcome.ok && line.day <= day)
          .reduce((held, line) => {
            const outcome = change(worldWith(held), line.wanted, line.day);
            expect(outcome.ok, `${line.wanted.kind} on ${line.day}`).toBe(true);
            return after(held, outcome);
          }, first);
        const there = new Set(replayed.map((u) => u.id));
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
        const whole = pictureOf(units, day).filter((u) => there.has(u.id));
        expect(pictureOf(replayed, day).sort(byId)).toEqual(whole.sort(byId));
      }),
      RUNS,
    );
  });

  it('answers with whole units, each one version further, and with none that stays as it was', () => {
    fc.assert(
      fc.property(history(), (lines) => {
        for (const { outcome, before } of lines) {
          if (!outcome.ok) continue;
          for (const changed of outcome.units) {
            const was = before.find((u) => u.id === changed.id);
            expect(changed.version).toBe((was?.version ?? 0) + 1);
          }
          expect(new Set(outcome.units.map((u) => u.id)).size).toBe(outcome.units.length);
        }
      }),
      RUNS,
    );
  });

  it('that is refused names a unit and carries no units', () => {
    fc.assert(
      fc.property(history(), (lines) => {
        for (const { outcome } of lines) {
          if (!outcome.ok) expect(Object.keys(outcome).sort()).toEqual(['ok', 'reason', 'unit']);
        }
      }),
      RUNS,
    );
  });
});

describe('links alone matter', () => {
  it('whatever the units and their divisions are called', () => {
    const renamed = fc
      .shuffledSubarray(IDS, { minLength: IDS.length })
      .map((to) => new Map(IDS.map((id, i) => [id, to[i] as string])));
    fc.assert(
      fc.property(history(), renamed, (lines, names) => {
        const called = (id: string) => names.get(id) ?? id;
        const units = lastOf(lines);
        const others = units.map((u) => ({
          ...u,
          id: called(u.id),
          division: '11',
          parents: u.parents.map((p) => ({ ...p, value: p.value === null ? null : called(p.value) })),
        }));
        const [index, other] = [indexOf(units), indexOf(others)];
        for (const day of daysOf(units)) {
          for (const { id } of units) {
            const way = ancestorsOn((i) => index.units.get(i), id, day);
            expect(ancestorsOn((i) => other.units.get(i), called(id), day)).toEqual(way.map(called));
            expect(subtreeOn(other, called(id), day).sort()).toEqual(subtreeOn(index, id, day).map(called).sort());
          }
        }
      }),
      RUNS,
    );
  });
});

describe('the random histories', () => {
  it('reach every kind of change, made and refused, and most reasons of a refusal', () => {
    const lines = fc.sample(history(), { numRuns: 400, seed: 20261123 }).flat();
    const kinds = [...new Set([...DATED, 'rectify'])].sort();
    expect([...new Set(lines.filter(isAccepted).map((l) => l.wanted.kind))].sort()).toEqual(kinds);
    expect([...new Set(lines.filter((l) => !isAccepted(l)).map((l) => l.wanted.kind))].sort()).toEqual(kinds);
    const reasons = new Set(lines.flatMap((l) => (l.outcome.ok ? [] : [l.outcome.reason])));
    const wanted = [
      'cycle',
      'parent-not-open',
      'not-open',
      'later-change',
      'no-change',
      'open-children',
      'has-members',
    ];
    expect([...reasons]).toEqual(expect.arrayContaining([...wanted, 'same-unit', 'id-taken', 'post-held']));
    expect(lines.filter(isAccepted).length / lines.length).toBeGreaterThan(0.4);
  });
});
