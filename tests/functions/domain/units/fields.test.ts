import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../functions/domain/units/changes.ts';
import { ancestorsOn } from '../../../../functions/domain/units/tree.ts';
import { holdersOn, nameOn } from '../../../../functions/domain/units/unit.ts';
import { register, unit } from './builders.ts';

/** 省—市—两县—一乡 (with a second township), all from 2020 on. */
function county() {
  return register([
    unit('province'),
    unit('city', 'province'),
    unit('county-a', 'city'),
    unit('county-b', 'city'),
    unit('town', 'county-a'),
    unit('closing', 'city', { closed: '2027-01-01' }),
    unit('closed', 'city', { closed: '2023-01-01' }),
    unit('coming', 'city', { opened: '2027-01-01' }),
  ]);
}

describe('a township moved to another county as of a day', () => {
  it('has other ancestors tomorrow than yesterday', () => {
    const units = county();
    units.make({ kind: 'move', unit: 'town', parent: 'county-b' }, '2026-07-01');
    expect(ancestorsOn(units.lookup, 'town', '2026-06-30')).toEqual(['town', 'county-a', 'city', 'province']);
    expect(ancestorsOn(units.lookup, 'town', '2026-07-01')).toEqual(['town', 'county-b', 'city', 'province']);
  });

  it('may move on, and back, but never before the last move', () => {
    const units = county();
    units.make({ kind: 'move', unit: 'town', parent: 'county-b' }, '2026-07-01');
    const back: Change = { kind: 'move', unit: 'town', parent: 'county-a' };
    expect(units.ask(back, '2026-07-01')).toEqual({ ok: false, reason: 'later-change', unit: 'town' });
    expect(units.ask(back, '2024-01-01')).toEqual({ ok: false, reason: 'later-change', unit: 'town' });
    expect(units.make(back, '2026-07-02').map((u) => u.version)).toEqual([3]);
    expect(ancestorsOn(units.lookup, 'town', '2026-07-01')[1]).toBe('county-b');
    expect(ancestorsOn(units.lookup, 'town', '2026-07-02')[1]).toBe('county-a');
  });

  it('may be dated in the past when nothing is recorded after it', () => {
    const units = county();
    units.make({ kind: 'move', unit: 'town', parent: 'county-b' }, '2021-01-01');
    expect(ancestorsOn(units.lookup, 'town', '2020-12-31')[1]).toBe('county-a');
  });
});

describe('a move', () => {
  it.each([
    ['below itself', 'county-a', 'county-a', 'cycle'],
    ['below its own subtree', 'city', 'town', 'cycle'],
    ['of a root below its own subtree', 'province', 'county-a', 'cycle'],
    ['to where it is', 'town', 'county-a', 'no-change'],
    ['to nobody', 'town', 'nowhere', 'parent-missing'],
    ['of nobody', 'nowhere', 'county-a', 'unit-unknown'],
    ['below a closed unit', 'town', 'closed', 'parent-not-open'],
    ['below a unit that will close', 'town', 'closing', 'parent-not-open'],
    ['below a unit that is not opened yet', 'town', 'coming', 'parent-not-open'],
    ['of a closed unit', 'closed', 'county-a', 'not-open'],
    ['of a unit that is not opened yet', 'coming', 'county-a', 'not-open'],
  ])('%s is refused', (_, moved, parent, reason) => {
    expect(county().ask({ kind: 'move', unit: moved, parent }, '2026-07-01')).toEqual({
      ok: false,
      reason,
      unit: moved,
    });
  });

  it('that would close a circle only on a later day is refused', () => {
    const units = county();
    units.make({ kind: 'move', unit: 'county-b', parent: 'county-a' }, '2027-01-01');
    const earlier: Change = { kind: 'move', unit: 'county-a', parent: 'county-b' };
    expect(units.ask(earlier, '2026-07-01')).toEqual({ ok: false, reason: 'cycle', unit: 'county-a' });
  });

  it('of a unit that will close reaches below one that closes no earlier', () => {
    const units = county();
    units.make({ kind: 'close', unit: 'town', hasMembers: false }, '2027-01-01');
    expect(units.ask({ kind: 'move', unit: 'town', parent: 'closing' }, '2026-07-01').ok).toBe(true);
  });

  it('takes a root into another tree', () => {
    const units = register([unit('ministry'), unit('province'), unit('city', 'province')]);
    units.make({ kind: 'move', unit: 'province', parent: 'ministry' }, '2026-07-01');
    expect(ancestorsOn(units.lookup, 'city', '2026-06-30')).toEqual(['city', 'province']);
    expect(ancestorsOn(units.lookup, 'city', '2026-07-01')).toEqual(['city', 'province', 'ministry']);
  });
});

describe('a new name', () => {
  it('holds from its day on', () => {
    const units = county();
    const [town] = units.make({ kind: 'rename', unit: 'town', name: '某镇社工站' }, '2026-07-01');
    expect(town && [nameOn(town, '2026-06-30'), nameOn(town, '2026-07-01')]).toEqual(['town', '某镇社工站']);
  });

  it.each([
    ['that does not show', '2026-07-01', ' 　', 'name-blank'],
    ['that is the old one', '2026-07-01', 'town', 'no-change'],
    ['on the day of opening', '2020-01-01', 'x', 'later-change'],
    ['before the opening', '2019-12-31', 'x', 'not-open'],
  ])('%s is refused', (_, day, name, reason) => {
    expect(county().ask({ kind: 'rename', unit: 'town', name }, day)).toEqual({ ok: false, reason, unit: 'town' });
  });
});

describe('contacts and quota', () => {
  it('are replaced one by one, and the quota is taken away by null', () => {
    const units = county();
    units.make({ kind: 'correct', unit: 'town', contacts: { phone: '0792-0000000' }, quota: 4 }, '2026-07-01');
    expect(units.lookup('town')).toMatchObject({ contacts: { phone: '0792-0000000' }, quota: 4, version: 2 });
    units.make({ kind: 'correct', unit: 'town', contacts: { address: '镇政府院内' } }, '2026-07-01');
    expect(units.lookup('town')).toMatchObject({ contacts: { address: '镇政府院内' }, quota: 4 });
    units.make({ kind: 'correct', unit: 'town', quota: null }, '2026-07-01');
    expect(units.lookup('town')).not.toHaveProperty('quota');
  });

  it.each([
    ['nothing', {}, 'no-change'],
    ['a part of a person', { quota: 1.5 }, 'quota-invalid'],
    ['fewer than nobody', { quota: -1 }, 'quota-invalid'],
  ])('of %s are refused', (_, values, reason) => {
    const wanted: Change = { kind: 'correct', unit: 'town', ...values };
    expect(county().ask(wanted, '2026-07-01')).toEqual({ ok: false, reason, unit: 'town' });
  });
});

describe('the posts of a station', () => {
  const head = { unit: 'town', post: 'head' } as const;

  it('pass from one head to the next without a day between', () => {
    const units = county();
    units.make({ kind: 'appoint', ...head, person: 'p1' }, '2024-01-01');
    units.make({ kind: 'relieve', ...head, person: 'p1' }, '2026-07-01');
    const [town] = units.make({ kind: 'appoint', ...head, person: 'p2' }, '2026-07-01');
    expect(town && holdersOn(town, 'head', '2026-06-30')).toEqual(['p1']);
    expect(town && holdersOn(town, 'head', '2026-07-01')).toEqual(['p2']);
  });

  it('are one head and several liaison officers', () => {
    const units = county();
    for (const person of ['p1', 'p2', 'p3']) {
      units.make({ kind: 'appoint', unit: 'town', post: 'liaison', person }, '2024-01-01');
    }
    units.make({ kind: 'appoint', ...head, person: 'p1' }, '2024-01-01');
    const refused = { ok: false, reason: 'post-held', unit: 'town' };
    expect(units.ask({ kind: 'appoint', ...head, person: 'p2' }, '2023-01-01')).toEqual(refused);
    expect(units.ask({ kind: 'appoint', ...head, person: 'p2' }, '2025-01-01')).toEqual(refused);
    expect(units.ask({ kind: 'appoint', unit: 'town', post: 'liaison', person: 'p3' }, '2025-01-01')).toEqual(refused);
  });

  it.each([
    ['of somebody else', 'p2', '2025-01-01', 'post-not-held'],
    ['on the day it began', 'p1', '2024-01-01', 'later-change'],
    ['before it began', 'p1', '2023-01-01', 'later-change'],
    ['after the unit’s end', 'p1', '2028-01-01', 'not-open'],
  ])('are not ended by a relief %s', (_, person, day, reason) => {
    const units = county();
    units.make({ kind: 'appoint', unit: 'closing', post: 'head', person: 'p1' }, '2024-01-01');
    const wanted: Change = { kind: 'relieve', unit: 'closing', post: 'head', person };
    expect(units.ask(wanted, day)).toEqual({ ok: false, reason, unit: 'closing' });
  });

  it('whose end is recorded are not ended anew', () => {
    const units = county();
    units.make({ kind: 'appoint', ...head, person: 'p1' }, '2024-01-01');
    units.make({ kind: 'relieve', ...head, person: 'p1' }, '2026-07-01');
    const wanted: Change = { kind: 'relieve', ...head, person: 'p1' };
    expect(units.ask(wanted, '2025-01-01')).toEqual({ ok: false, reason: 'later-change', unit: 'town' });
    const next: Change = { kind: 'appoint', ...head, person: 'p2' };
    expect(units.ask(next, '2026-06-30')).toEqual({ ok: false, reason: 'post-held', unit: 'town' });
    expect(units.ask(wanted, '2026-08-01')).toEqual({ ok: false, reason: 'post-not-held', unit: 'town' });
  });
});
