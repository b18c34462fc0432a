import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isByHand, standing, voided } from '../../../../functions/domain/attendance/marks.ts';
import { anyMarks, mark, marks, voidOf } from './builders.ts';

describe('the marks that count', () => {
  it('are those that nothing voids, by time', () => {
    const [out, came, again] = marks('out 12:00', 'in 08:50', 'in 09:00');
    expect(standing([...marks('out 12:00', 'in 08:50', 'in 09:00'), voidOf(4, 3)])).toEqual([came, out]);
    expect(again?.n).toBe(3);
  });

  it('stay gone when the void is voided in turn', () => {
    expect(standing([...marks('in 09:00'), voidOf(2, 1), voidOf(3, 2)])).toEqual([]);
  });

  it('are there once when they are delivered twice', () => {
    const [came] = marks('in 09:00');
    expect(standing([...marks('in 09:00'), ...marks('in 09:00')])).toEqual([came]);
  });

  it('are by number when nothing else tells them apart', () => {
    const [first, second] = [mark(1, 'in', '09:00'), mark(2, 'in', '09:00')];
    expect(standing([second, first])).toEqual([first, second]);
  });

  it('do not depend on the order in which they are read', () => {
    const shuffled = anyMarks.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(standing(other)).toEqual(standing(all));
        expect(voided(other)).toEqual(voided(all));
      }),
    );
  });
});

describe('the marks taken back', () => {
  it('name the void that did it first', () => {
    const [came] = marks('in 09:00');
    expect(voided([voidOf(3, 1), voidOf(2, 1), ...marks('in 09:00')])).toEqual([{ mark: came, by: voidOf(2, 1) }]);
  });

  it('are none where a void names nothing that is there', () => {
    expect(voided([...marks('in 09:00'), voidOf(2, 7)])).toEqual([]);
  });
});

it('tells what was made by hand from what a phone or an offline door made', () => {
  const hows = ['scan', 'digits', 'manual', 'offline', 'relayed'] as const;
  expect(hows.filter((how) => isByHand(mark(1, 'in', '09:00', { how })))).toEqual(['manual']);
});
