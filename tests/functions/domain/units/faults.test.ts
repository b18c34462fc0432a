import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../functions/domain/time.ts';
import { type Fault, type FaultCode, faultsOf } from '../../../../functions/domain/units/faults.ts';
import { ancestorsOn, indexOf, subtreeOn, TreeFault } from '../../../../functions/domain/units/tree.ts';
import type { Holding, Unit } from '../../../../functions/domain/units/unit.ts';
import { unit } from './builders.ts';
import { daysOf, parentsOn, wayUp } from './oracle.ts';

const from = (day: string, value: string) => ({ from: day, value });
const held = (person: string, begin: string, to?: string): Holding => ({
  post: 'head',
  person,
  from: begin,
  ...(to === undefined ? {} : { to }),
});

const CASES: [string, Unit[], FaultCode, string, string][] = [
  ['an id twice', [unit('a'), unit('a')], 'id-repeated', 'a', '2020-01-01'],
  ['a life without a day', [unit('a', null, { closed: '2020-01-01' })], 'closed-before-opened', 'a', '2020-01-01'],
  ['no name', [unit('a', null, { names: [] })], 'no-start', 'a', '2020-01-01'],
  [
    'a first name after the opening',
    [unit('a', null, { names: [from('2020-02-01', 'x')] })],
    'no-start',
    'a',
    '2020-01-01',
  ],
  ['no parent entry', [unit('a', null, { parents: [] })], 'no-start', 'a', '2020-01-01'],
  [
    'two names of one day',
    [unit('a', null, { names: [from('2020-01-01', 'x'), from('2020-01-01', 'y')] })],
    'unordered',
    'a',
    '2020-01-01',
  ],
  [
    'names in falling order',
    [unit('a', null, { names: [from('2020-01-01', 'x'), from('2022-01-01', 'y'), from('2021-01-01', 'z')] })],
    'unordered',
    'a',
    '2021-01-01',
  ],
  [
    'a name on the day of closing',
    [unit('a', null, { closed: '2022-01-01', names: [from('2020-01-01', 'x'), from('2022-01-01', 'y')] })],
    'outside-life',
    'a',
    '2022-01-01',
  ],
  [
    'a post that ends as it begins',
    [unit('a', null, { posts: [held('p', '2021-01-01', '2021-01-01')] })],
    'unordered',
    'a',
    '2021-01-01',
  ],
  [
    'a post before the opening',
    [unit('a', null, { posts: [held('p', '2019-01-01')] })],
    'outside-life',
    'a',
    '2019-01-01',
  ],
  [
    'a post that ends after the unit',
    [unit('a', null, { closed: '2022-01-01', posts: [held('p', '2021-01-01', '2022-01-02')] })],
    'outside-life',
    'a',
    '2021-01-01',
  ],
  [
    'two heads at once',
    [unit('a', null, { posts: [held('p', '2021-01-01', '2022-01-02'), held('q', '2022-01-01')] })],
    'post-overlap',
    'a',
    '2022-01-01',
  ],
  [
    'a root that had a parent',
    [unit('r'), unit('a', 'r', { parents: [from('2020-01-01', 'r'), { from: '2021-01-01', value: null }] })],
    'second-root',
    'a',
    '2021-01-01',
  ],
  ['an unknown parent', [unit('a', 'lost')], 'parent-missing', 'a', '2020-01-01'],
  [
    'a parent opened later',
    [unit('r', null, { opened: '2020-01-02' }), unit('a', 'r')],
    'parent-not-open',
    'a',
    '2020-01-01',
  ],
  [
    'a parent closed before',
    [unit('r', null, { closed: '2021-01-01' }), unit('a', 'r')],
    'parent-not-open',
    'a',
    '2021-01-01',
  ],
];

describe('the search for faults', () => {
  it.each(CASES)('finds %s', (_, units, fault, at, day) => {
    expect(faultsOf(units)).toEqual([{ fault, unit: at, day }]);
  });

  it('finds a cycle that only some days have, at each of its units', () => {
    const units = [
      unit('r'),
      unit('a', 'r', { parents: [from('2020-01-01', 'r'), from('2022-01-01', 'b')] }),
      unit('b', 'r', { parents: [from('2020-01-01', 'r'), from('2021-01-01', 'a'), from('2023-01-01', 'r')] }),
      unit('below', 'b'),
    ];
    expect(faultsOf(units)).toEqual([
      { fault: 'cycle', unit: 'a', day: '2022-01-01' },
      { fault: 'cycle', unit: 'b', day: '2022-01-01' },
    ]);
  });

  it('finds nothing in sound units: a deputy beside a deputy, a head after a head, a post that ends with its unit', () => {
    const posts: Holding[] = [
      held('p', '2020-01-01', '2021-01-01'),
      held('q', '2021-01-01'),
      { post: 'deputy', person: 'p', from: '2021-01-01', to: '2022-01-01' },
      { post: 'deputy', person: 's', from: '2021-01-01' },
    ];
    expect(faultsOf([unit('r'), unit('a', 'r', { posts, closed: '2022-01-01' })])).toEqual([]);
  });
});

const someDay = fc.integer({ min: 0, max: 12 }).map((days) => addDays('2020-01-01', days));
const someId = fc.constantFrom('1', '11', '110', '1101', '2');

/** Units as no change would leave them. */
const anyUnit: fc.Arbitrary<Unit> = fc
  .record({
    id: someId,
    opened: someDay,
    closed: fc.option(someDay, { nil: undefined }),
    parents: fc.array(fc.record({ from: someDay, value: fc.option(someId) }), { maxLength: 4 }),
  })
  .map(({ id, opened, closed, parents }) => ({
    ...unit(id, null, { opened, ...(closed === undefined ? {} : { closed }) }),
    parents:
      parents.length > 2
        ? parents.sort((a, b) => (a.from < b.from ? -1 : 1))
        : [{ from: opened, value: parents[0]?.value ?? null }],
  }));

describe('over any data', () => {
  const anyUnits = fc.uniqueArray(anyUnit, { maxLength: 5, selector: (u) => u.id });

  it('the search ends, and where it finds nothing every way up ends at a root', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const faults = faultsOf(units);
        const isSound = daysOf(units).every((day) => {
          const parents = parentsOn(units, day);
          return [...parents.keys()].every((id) => wayUp(parents, id) !== undefined);
        });
        const own: FaultCode[] = ['closed-before-opened', 'no-start', 'unordered', 'outside-life', 'second-root'];
        const ofLinks = faults.filter((f) => !own.includes(f.fault));
        if (faults.length === ofLinks.length) expect(ofLinks.length === 0).toBe(isSound);
      }),
      { numRuns: 500 },
    );
  });

  it('a way up or down ends, at a root or in a fault that the search finds, too', () => {
    fc.assert(
      fc.property(anyUnits, someId, someDay, (units, id, day) => {
        const index = indexOf(units);
        const errors = [() => ancestorsOn((i) => index.units.get(i), id, day), () => subtreeOn(index, id, day)].flatMap(
          (call) => thrownBy(call),
        );
        const faults: Fault[] = faultsOf(units);
        if (index.units.has(id) && errors.length > 0) expect(faults).not.toEqual([]);
        expect(errors.every((error) => error instanceof TreeFault)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

function thrownBy(call: () => unknown): unknown[] {
  try {
    call();
    return [];
  } catch (error) {
    return [error];
  }
}
