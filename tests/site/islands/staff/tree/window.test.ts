// Which rows of a long list are drawn.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn, scrollFor } from '../../../../../site/src/islands/staff/tree/window.ts';

const view = { top: 4400, height: 440, row: 44 };

describe('the rows drawn', () => {
  it('are those in sight and some around them, however many there are', () => {
    const rows = drawn(view, 6000, -1);
    expect([rows[0], rows.at(-1)]).toEqual([88, 121]);
  });

  it('hold every row in sight and the active one, each once, and no row that is not there', () => {
    const views = fc.record({ top: fc.nat(300_000), height: fc.nat(2_000), row: fc.integer({ min: 20, max: 100 }) });
    fc.assert(
      fc.property(views, fc.nat(6000), fc.integer({ min: -1, max: 7000 }), (seen, count, active) => {
        const rows = drawn(seen, count, active);
        expect(new Set(rows).size).toBe(rows.length);
        expect(rows.every((row) => row >= 0 && row < count)).toBe(true);
        if (active >= 0 && active < count) expect(rows).toContain(active);
        const first = Math.floor(seen.top / seen.row);
        if (first < count) expect(rows).toContain(first);
      }),
    );
  });
});

describe('scrolling to a row', () => {
  it.each([
    ['above', 10, 440],
    ['below', 200, 8404],
    ['in sight', 101, undefined],
  ])('%s', (_, row, expected) => {
    expect(scrollFor(row, view)).toBe(expected);
  });
});
