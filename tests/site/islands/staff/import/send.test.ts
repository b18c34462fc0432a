import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeopleRow } from '../../../../../functions/domain/imports/row-rules.ts';
import { ApiProblem, type Call } from '../../../../../site/src/api/client.ts';
import { sendSlice, slicesOf } from '../../../../../site/src/islands/staff/import/send.ts';

function rowOf(line: number, unit = 'st-1'): PeopleRow {
  return { line, unit, name: '甲', phone: '13800000001', post: 'other' };
}

describe('slices', () => {
  it('hold every row once, none more than the size', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), fc.integer({ min: 1, max: 7 }), (units, size) => {
        const slices = slicesOf(
          units.map((unit, i) => rowOf(i, unit)),
          size,
        );
        expect(slices.every((slice) => slice.length > 0 && slice.length <= size)).toBe(true);
        expect(
          slices
            .flat()
            .map(({ line }) => line)
            .sort((a, b) => a - b),
        ).toEqual(units.map((_, i) => i));
      }),
    );
  });

  it('take the units by turns', () => {
    const rows = ['a', 'a', 'a', 'b', 'c'].map((unit, i) => rowOf(i, unit));
    expect(slicesOf(rows, 3).map((slice) => slice.map(({ unit }) => unit).join(''))).toEqual(['abc', 'aa']);
  });
});

describe('sending', () => {
  const waits: number[] = [];
  const common = { unit: 'st-1', day: '2026-03-01', dry: true, wait: async (ms: number) => waits.push(ms) };

  /** A server that fails so often before it answers. */
  function server(code: 'busy' | 'offline', times: number): Call {
    let left = times;
    return (async () => {
      left -= 1;
      if (left >= 0) throw new ApiProblem(code);
      return { lines: [{ line: 2, outcome: 'new' }] };
    }) as unknown as Call;
  }

  it('asks a busy server again, a little later each time', async () => {
    waits.length = 0;
    expect(await sendSlice({ ...common, call: server('busy', 3) }, [rowOf(2)])).toEqual([{ line: 2, outcome: 'new' }]);
    expect(waits).toEqual([2_000, 5_000, 10_000]);
  });

  it('gives up where asking again is for a person to decide', async () => {
    await expect(sendSlice({ ...common, call: server('busy', 4) }, [rowOf(2)])).rejects.toMatchObject({ code: 'busy' });
    await expect(sendSlice({ ...common, call: server('offline', 1) }, [rowOf(2)])).rejects.toMatchObject({
      code: 'offline',
    });
  });
});
