import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges, type Change } from '../../../../functions/domain/divisions/changes.ts';
import { linkOn } from '../../../../functions/domain/divisions/division.ts';
import { divisionsOf } from '../../../../functions/domain/divisions/file.ts';
import { parentOf, pathOf } from '../../../../functions/domain/divisions/paths.ts';
import { CAPITAL, fileOf, REPLACED } from './builders.ts';

const edition = divisionsOf(fileOf());

describe('a change', () => {
  test('closes a code for good and says where its area went', () => {
    const changed = applyChanges(edition, [REPLACED]);
    expect(changed.get('360424')).toMatchObject({
      links: [{ parent: '360400', to: '2024-05-01' }],
      successors: ['360483', '360402'],
    });
    expect(changed.get('360483')).toMatchObject({ name: '修水市', links: [{ parent: '360400', from: '2024-05-01' }] });
  });

  test('leaves the divisions it was given as they were', () => {
    const before = structuredClone(edition);
    applyChanges(edition, [REPLACED]);
    expect(edition).toEqual(before);
  });

  test('that the edition already contains dates what it opened and remembers what it closed', () => {
    const earlier: Change = {
      on: '2022-03-01',
      source: '公告',
      open: [{ code: '360424', name: '修水县', initials: 'xsx', parent: '360400' }],
      close: [{ code: '360499', into: ['360424'], was: { name: '旧县', initials: 'jx', parent: '360400' } }],
    };
    const changed = applyChanges(edition, [earlier]);
    const there = (code: string, day: string) => parentOf(changed, code, day);
    expect([there('360424', '2022-02-28'), there('360424', '2022-03-01')]).toEqual([undefined, '360400']);
    expect([there('360424100', '2022-02-28'), there('360424100', '2022-03-01')]).toEqual([undefined, '360424']);
    expect([there('360499', '2022-02-28'), there('360499', '2022-03-01')]).toEqual(['360400', undefined]);
    expect(changed.get('360499')).toMatchObject({ name: '旧县', successors: ['360424'] });
  });

  test('passes over what a smaller file does not hold', () => {
    const capital = divisionsOf(fileOf([CAPITAL]));
    const gone: Change = {
      on: '2024-05-01',
      source: '公告',
      close: [{ code: '360499', into: ['360400'], was: { name: '旧县', initials: 'jx', parent: '360400' } }],
    };
    expect(applyChanges(capital, [REPLACED, gone])).toEqual(capital);
  });

  test('moves nothing that was closed before', () => {
    const later: Change = { on: '2025-01-01', source: '公告', close: [{ code: '360402', into: ['360483'] }] };
    const first: Change = { on: '2024-01-01', source: '公告', close: [{ code: '360402001', into: ['360424100'] }] };
    const revival: Change = { on: '2024-02-01', source: '公告', move: [['360402001', '360424']] };
    const changed = applyChanges(edition, [first, revival, REPLACED, later]);
    expect(changed.get('360402001')?.links).toEqual([{ parent: '360402', to: '2024-01-01' }]);
    expect(parentOf(changed, '360424200', '2025-01-01')).toBe('360483');
  });
});

describe('for any changes that follow one another', () => {
  const counties = ['360402', '360424', '369001', '110101'];
  const towns = ['360402001', '360424100', '360424200', '369001100', '110101001'];
  const day = fc.integer({ min: 10, max: 99 }).map((year) => `20${year}-01-01`);
  const change = fc
    .record({ on: day, town: fc.constantFrom(...towns), county: fc.constantFrom(...counties) })
    .map(({ on, town, county }): Change => ({ on, source: '公告', move: [[town, county]] }));
  const history = fc
    .uniqueArray(change, { maxLength: 12, selector: ({ on }) => on })
    .map((changes) => changes.sort((a, b) => (a.on < b.on ? -1 : 1)));

  test('every division that is there has one way up, which ends at a province', () => {
    fc.assert(
      fc.property(history, day, (changes, on) => {
        const changed = applyChanges(edition, changes);
        for (const [code, division] of changed) {
          const path = pathOf(changed, code, on);
          expect(path.length > 0).toBe(linkOn(division, on) !== undefined);
          if (path[0] !== undefined) expect(parentOf(changed, path[0].code, on)).toBeNull();
        }
      }),
    );
  });

  test('a later change leaves the days before it as they were', () => {
    fc.assert(
      fc.property(history, day, (changes, on) => {
        const whole = applyChanges(edition, changes);
        const known = applyChanges(
          edition,
          changes.filter((c) => c.on <= on),
        );
        for (const code of whole.keys()) expect(parentOf(whole, code, on)).toBe(parentOf(known, code, on));
      }),
    );
  });

  test('no two links of a division hold on one day', () => {
    fc.assert(
      fc.property(history, day, (changes, on) => {
        for (const { links } of applyChanges(edition, changes).values()) {
          const holding = links.filter((l) => (l.from ?? '') <= on && on < (l.to ?? '9'));
          expect(holding).toHaveLength(1);
        }
      }),
    );
  });
});
