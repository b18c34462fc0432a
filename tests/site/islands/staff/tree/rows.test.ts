// The tree as rows: what is seen with some units open, what a search keeps, what stands above what; and that 6,000 units are no burden.
import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ancestorsIn,
  indexRows,
  named,
  pathText,
  seenRows,
  withAncestors,
} from '../../../../../site/src/islands/staff/tree/rows.ts';
import { CITY, row } from '../units.ts';

const idsOf = (open: string[], kept?: Set<string>) => seenRows(CITY, new Set(open), kept).map(({ id }) => id);

describe('the rows that are seen', () => {
  it('are the top ones while nothing is open', () => {
    expect(seenRows(CITY, new Set())).toEqual([{ id: '1', level: 1, position: 1, size: 1, isOpen: false }]);
  });

  it('have bureaus before stations, stations of the county before those of townships, and names in order', () => {
    expect(idsOf(['1', '11'])).toEqual(['1', '110', '11', '112', '111']);
  });

  it('say their level, their place among their own, and whether anything is below', () => {
    const rows = seenRows(CITY, new Set(['1', '11']));
    expect(rows.at(-1)).toEqual({ id: '111', level: 3, position: 2, size: 2, isOpen: undefined });
  });

  it('take a unit whose parent is not loaded for a top one', () => {
    expect(seenRows(indexRows([row('b', 'elsewhere'), row('c', 'b')]), new Set(['b'])).map(({ id }) => id)).toEqual([
      'b',
      'c',
    ]);
  });

  it('are each unit once, after its parent, when all is open', () => {
    const tree = fc
      .array(fc.nat(), { minLength: 1, maxLength: 60 })
      .map((draws) => draws.map((draw, i) => row(`n${i}`, i === 0 ? null : `n${draw % i}`)));
    fc.assert(
      fc.property(tree, (rows) => {
        const seen = seenRows(indexRows(rows), new Set(rows.map(({ id }) => id))).map(({ id }) => id);
        expect([...seen].sort()).toEqual(rows.map(({ id }) => id).sort());
        for (const { id, parent } of rows)
          if (parent !== null) expect(seen.indexOf(parent)).toBeLessThan(seen.indexOf(id));
      }),
    );
  });
});

describe('a search by name', () => {
  it('keeps what was found and what is above it, all open', () => {
    const found = named(CITY, ' 义宁 ');
    expect(found).toEqual(['111']);
    expect(idsOf([], withAncestors(CITY, found))).toEqual(['1', '11', '111']);
  });

  it('finds by the initials of pinyin, in whatever case', () => {
    expect(named(CITY, 'yn')).toEqual(['111']);
    expect(named(CITY, 'YN')).toEqual(['111']);
    expect(named(CITY, 'yn1')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(named(CITY, '  ')).toEqual([]);
  });

  it('does not mind large or small letters', () => {
    expect(named(indexRows([row('a', null, { name: 'County Bureau' })]), 'county b')).toEqual(['a']);
  });
});

describe('what is above a unit', () => {
  it('goes by parent links, not by how ids begin', () => {
    expect(ancestorsIn(CITY, '1101')).toEqual(['1101', '110', '1']);
  });

  it('ends on data that go round in a circle', () => {
    expect(ancestorsIn(indexRows([row('a', 'b'), row('b', 'a')]), 'a')).toEqual(['a', 'b']);
  });

  it('tells units of one name apart', () => {
    expect(pathText(CITY, '111')).toBe('九江市主管部门 › 修水县主管部门');
  });
});

describe('6,000 units', () => {
  const rows = Array.from({ length: 6000 }, (_, i) =>
    row(`u${i}`, i === 0 ? null : `u${Math.floor((i - 1) / 12)}`, { name: `单位${i}` }),
  );

  it('are indexed, all opened and searched in less time than somebody notices', () => {
    const begun = performance.now();
    const index = indexRows(rows);
    const seen = seenRows(index, new Set(rows.map(({ id }) => id)));
    const kept = withAncestors(index, named(index, '59'));
    const found = seenRows(index, new Set(), kept);
    // Far above what it takes (some 60 ms): a machine that does ten things at once must not fail this.
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(seen).toHaveLength(6000);
    expect(found).toHaveLength(kept.size);
  });
});
