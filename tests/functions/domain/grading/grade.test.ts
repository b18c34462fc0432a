import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grade, marksText } from '../../../../functions/domain/grading/grade.ts';
import { OFFICIAL_1 } from '../../../../functions/domain/grading/profile.ts';
import { multipleByHand, singleByHand, subsets } from './oracle.ts';

function multiple(key: string, picked: string) {
  return grade(OFFICIAL_1, { kind: 'multiple', key: [...key] }, [...picked]);
}

const letters = ['A', 'B', 'C', 'D', 'E'];
const keyArb = fc.subarray(letters, { minLength: 2, maxLength: 4 });
const pickedArb = fc.subarray(letters);

describe('the official rule', () => {
  it.each([
    ['ABC', 'A', '0.5', 'partial'],
    ['ABC', 'AB', '1', 'partial'],
    ['ABC', 'ABC', '2', 'right'],
    ['ABC', 'ABD', '0', 'wrong'],
    ['ABC', '', '0', 'blank'],
    ['ABC', 'ABCDE', '0', 'wrong'],
    ['AB', 'A', '0.5', 'partial'],
    ['ABCD', 'ABC', '1.5', 'partial'],
  ])('gives key %s picked as %j %s marks (%s)', (key, picked, marks, verdict) => {
    const graded = multiple(key, picked);
    expect(marksText(graded.earned)).toBe(marks);
    expect(graded.verdict).toBe(verdict);
    expect(graded.possible).toBe(4);
  });

  it('agrees with the oracle on every key of two to four and every pick of five options', () => {
    const keys = subsets('ABCDE').filter((key) => key.length >= 2 && key.length <= 4);
    const cases = keys.flatMap((key) => subsets('ABCDE').map((picked) => [key, picked] as const));
    expect(cases).toHaveLength(25 * 32);
    for (const [key, picked] of cases) {
      expect(multiple(key, picked).earned, `key ${key}, picked ${picked}`).toBe(multipleByHand(key, picked));
    }
  });

  it('agrees with the oracle on every single-choice key and pick, several picks included', () => {
    for (const key of 'ABCD') {
      for (const picked of subsets('ABCD')) {
        const graded = grade(OFFICIAL_1, { kind: 'single', key: [key] }, [...picked]);
        expect(graded.earned, `key ${key}, picked ${picked}`).toBe(singleByHand(key, picked));
        expect(graded.possible).toBe(2);
      }
    }
  });
});

describe('the laws of grading', () => {
  it('makes no difference of the order of key and picks, nor of an option named twice', () => {
    const shuffles = fc.tuple(keyArb, pickedArb).chain(([key, picked]) =>
      fc.record({
        key: fc.constant(key),
        picked: fc.constant(picked),
        otherKey: fc.shuffledSubarray(key, { minLength: key.length }),
        otherPicked: fc.shuffledSubarray([...picked, ...picked], { minLength: picked.length * 2 }),
      }),
    );
    fc.assert(
      fc.property(shuffles, ({ key, picked, otherKey, otherPicked }) => {
        expect(multiple(otherKey.join(''), otherPicked.join(''))).toEqual(multiple(key.join(''), picked.join('')));
      }),
    );
  });

  it('earns nothing with any wrong option picked', () => {
    fc.assert(
      fc.property(keyArb, pickedArb, fc.constantFrom(...letters), (key, picked, extra) => {
        fc.pre(!key.includes(extra));
        expect(multiple(key.join(''), [...picked, extra].join(''))).toMatchObject({ verdict: 'wrong', earned: 0 });
      }),
    );
  });

  it('never earns less for a right option more', () => {
    fc.assert(
      fc.property(keyArb, pickedArb, (key, picked) => {
        for (const right of key) {
          const more = multiple(key.join(''), [...picked, right].join(''));
          expect(more.earned).toBeGreaterThanOrEqual(multiple(key.join(''), picked.join('')).earned);
        }
      }),
    );
  });

  it('earns whole half-points between nothing and what is possible', () => {
    fc.assert(
      fc.property(keyArb, pickedArb, (key, picked) => {
        const { earned, possible, verdict } = multiple(key.join(''), picked.join(''));
        expect(Number.isInteger(earned)).toBe(true);
        expect(earned).toBeGreaterThanOrEqual(0);
        expect(earned).toBeLessThanOrEqual(possible);
        expect(verdict === 'right').toBe(earned === possible);
      }),
    );
  });
});

describe('marks in words', () => {
  it.each([
    [0, '0'],
    [1, '0.5'],
    [2, '1'],
    [3, '1.5'],
    [4, '2'],
    [199, '99.5'],
  ])('writes %i half-points as %s', (half, text) => {
    expect(marksText(half)).toBe(text);
  });
});
