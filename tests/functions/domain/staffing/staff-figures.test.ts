import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additionsOf, type Part } from '../../../../functions/domain/figures/additions.ts';
import { chainsOf } from '../../../../functions/domain/figures/chains.ts';
import { stockOf } from '../../../../functions/domain/figures/indicator.ts';
import { type Certificate, withCertificate } from '../../../../functions/domain/people/certificate.ts';
import type { Employment, Post } from '../../../../functions/domain/people/employment.ts';
import {
  type StaffFact,
  staffPieces,
  staffSource,
  staffSums,
} from '../../../../functions/domain/staffing/staff-figures.ts';
import { addDays, type Day } from '../../../../functions/domain/time.ts';
import type { Unit } from '../../../../functions/domain/units/unit.ts';
import { unit } from '../units/builders.ts';
import { parentsOn, wayUp } from '../units/oracle.ts';

const OPENED = '2013-01-01';
const below = (id: string, parents: [Day, string | null][], more: Partial<Unit> = {}) =>
  unit(id, null, {
    opened: parents[0]?.[0] ?? OPENED,
    parents: parents.map(([from, value]) => ({ from, value })),
    ...more,
  });

/** Two districts; a station that moves between them, one that went into another, one that opened late and whose district moves. */
const UNITS = [
  below('root', [[OPENED, null]]),
  below('else', [[OPENED, null]]),
  below('a', [[OPENED, 'root']]),
  below('b', [
    [OPENED, 'root'],
    ['2019-05-01', 'else'],
  ]),
  below('stays', [[OPENED, 'a']]),
  below('moves', [
    [OPENED, 'a'],
    ['2018-04-16', 'b'],
  ]),
  below('late', [['2016-06-10', 'b']]),
  below('gone', [[OPENED, 'b']], { closed: '2018-02-01', successors: ['stays'] }),
];
const STATIONS = ['stays', 'moves', 'late', 'gone'];
const MONTHS = Array.from(
  { length: 84 },
  (_, i) => `${2015 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
).filter((month) => month >= '2015-12');
const byId = new Map(UNITS.map((one) => [one.id, one]));
const lookup = (id: string) => byId.get(id);

const factOf = (employments: Employment[], certificates: Certificate[] = []): StaffFact => ({
  ...{ employments, certificates, version: 1, at: '2026-01-01T00:00:00.000Z' },
});

type Flows = Record<string, Record<string, number>>;

/** Sums by unit of some parts, added up. */
function flowsOf(facts: readonly StaffFact[], parts: readonly Part[]): Flows {
  const found: Flows = {};
  for (const fact of facts) {
    for (const { unit: id, part, shelf, sums } of additionsOf(staffPieces(fact, lookup), staffSums, chainsOf(lookup))) {
      if (!parts.includes(part)) continue;
      expect(shelf).toBe('staff');
      const flows = found[id] ?? {};
      found[id] = flows;
      for (const [name, value] of Object.entries(sums)) flows[name] = (flows[name] ?? 0) + value;
    }
  }
  return found;
}

/** What stands at the end of a month, by name without it. */
function stocksOf(flows: Record<string, number> | undefined, month: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [name, value] of Object.entries(flows ?? {})) {
    const [measure = '', from = '', ...part] = name.split(':');
    if (measure === 'new' || from > month) continue;
    const short = [measure, ...part].join(':');
    found[short] = (found[short] ?? 0) + value;
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== 0));
}

type Way = (id: string, day: Day) => readonly string[];

const wayThen: Way = (id, day) => {
  const { opened, closed } = byId.get(id) as Unit;
  const on = day < opened ? opened : closed !== undefined && day >= closed ? addDays(closed, -1) : day;
  return wayUp(parentsOn(UNITS, on), id) ?? [];
};
const wayNewest: Way = (id) => wayThen(id === 'gone' ? 'stays' : id, '2026-01-01');
const wayOwn: Way = (id) => [id];

const ORDER: Post[] = ['social-worker', 'supervisor', 'community-worker', 'grid-worker', 'other', 'volunteer'];
const LEVELS = ['junior', 'intermediate', 'senior'];

/** Heads of a day under a unit, counted one by one. */
function headsOn(
  facts: readonly StaffFact[],
  { at, day, way }: { at: string; day: Day; way: Way },
): Record<string, number> {
  const heads: Record<string, number> = {};
  const count = (name: string) => {
    heads[name] = (heads[name] ?? 0) + 1;
  };
  for (const { employments, certificates } of facts) {
    const here = employments.filter(
      ({ unit: id, from, to }) => from <= day && (to === undefined || to > day) && way(id, day).includes(at),
    );
    if (here.length === 0) continue;
    const post = ORDER[Math.min(...here.map((one) => ORDER.indexOf(one.post)))] as Post;
    count(`w:${post}`);
    if (here.some(({ established }) => established)) count('e');
    const best = (held: Certificate[]) => LEVELS[Math.max(-1, ...held.map(({ level }) => LEVELS.indexOf(level)))];
    const certified = best(certificates.filter(({ issued }) => issued <= day));
    if (certified !== undefined) count(`c:${certified}:${post}`);
    const registered = best(
      certificates.filter(({ earlier = [], registrationFrom: from = '9', registrationTo: last = '' }) =>
        [...earlier, { from, last }].some((one) => one.from <= day && day <= one.last),
      ),
    );
    if (registered !== undefined) count(`r:${registered}`);
  }
  return heads;
}

function endOf(month: string): Day {
  for (let day = 31; ; day -= 1) {
    const text = `${month}-${day}`;
    if (addDays(text, 0) === text) return text;
  }
}

const anyDay = fc.integer({ min: 0, max: 2900 }).map((days) => addDays('2014-01-15', days));
const anyEmployment: fc.Arbitrary<Employment> = fc
  .record({
    unit: fc.constantFrom(...STATIONS),
    post: fc.constantFrom(...ORDER),
    established: fc.boolean(),
    from: anyDay,
    days: fc.option(fc.integer({ min: 1, max: 1500 }), { nil: undefined }),
  })
  .map(({ days, ...rest }) => (days === undefined ? rest : { ...rest, to: addDays(rest.from, days) }));
const anyCertificates = fc
  .array(
    fc.record({
      level: fc.constantFrom('junior' as const, 'intermediate' as const, 'senior' as const),
      number: fc.constantFrom('N-0001', 'N-0002'),
      issued: anyDay,
      registration: fc.option(fc.tuple(anyDay, fc.integer({ min: 0, max: 1094 })), { nil: undefined }),
    }),
    { maxLength: 5 },
  )
  .map((all) =>
    all.reduce<Certificate[]>((held, { registration, ...certificate }) => {
      const [from, days] = registration ?? [];
      const printed = from === undefined ? {} : { registrationFrom: from, registrationTo: addDays(from, days ?? 0) };
      return withCertificate(held, { ...certificate, ...printed });
    }, []),
  );
const anyFacts = fc.array(
  fc
    .record({ employments: fc.array(anyEmployment, { maxLength: 4 }), certificates: anyCertificates })
    .map(({ employments, certificates }) => factOf(employments, certificates)),
  { maxLength: 6 },
);

describe('figures of staff', () => {
  it.each<[string, readonly Part[], Way]>([
    ['as the tree was', ['then'], wayThen],
    ['in the newest boundaries', ['then', 'moved'], wayNewest],
    ['of a unit alone', ['own'], wayOwn],
  ])('are the heads at the end of every month at every unit, %s', (_, parts, way) => {
    fc.assert(
      fc.property(anyFacts, fc.subarray(MONTHS, { minLength: 1, maxLength: 6 }), (facts, months) => {
        const flows = flowsOf(facts, parts);
        for (const { id: at } of UNITS) {
          for (const month of months) {
            expect(stocksOf(flows[at], month), `${at} ${month}`).toEqual(
              headsOn(facts, { at, day: endOf(month), way }),
            );
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('count who is first certified at a level while at work, in the month of issue', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const flows = flowsOf(facts, ['then']);
        for (const { id: at } of UNITS) {
          const wanted: Record<string, number> = {};
          for (const fact of facts) {
            for (const level of LEVELS) {
              const [first] = fact.certificates
                .filter((one) => one.level === level)
                .map(({ issued }) => issued)
                .sort();
              if (first === undefined || first < '2016') continue;
              const heads = headsOn([factOf(fact.employments)], { at, day: first, way: wayThen });
              const name = `new:${first.slice(0, 7)}:${level}`;
              if (Object.keys(heads).length > 0) wanted[name] = (wanted[name] ?? 0) + 1;
            }
          }
          const found = Object.entries(flows[at] ?? {}).filter(
            ([name, value]) => name.startsWith('new:') && value !== 0,
          );
          expect(Object.fromEntries(found), at).toEqual(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('do not depend on the order of the pieces', () => {
    const anyFact = anyFacts.filter((facts) => facts.length > 0);
    fc.assert(
      fc.property(anyFact, ([fact]) => {
        const pieces = staffPieces(fact as StaffFact, lookup);
        expect(staffSums([...pieces].reverse())).toEqual(staffSums(pieces));
      }),
    );
  });

  const work = (id: string, post: Post, from: Day, to?: Day): Employment => ({
    ...{ unit: id, post, established: false, from, ...(to && { to }) },
  });

  it('count somebody with two employments once above both, at the post that stands first', () => {
    const fact = factOf([work('stays', 'grid-worker', '2018-01-10'), work('moves', 'social-worker', '2018-02-10')]);
    const flows = flowsOf([fact], ['then']);
    expect(stocksOf(flows.stays, '2018-03')).toEqual({ 'w:grid-worker': 1 });
    expect(stocksOf(flows.a, '2018-01')).toEqual({ 'w:grid-worker': 1 });
    expect(stocksOf(flows.a, '2018-03')).toEqual({ 'w:social-worker': 1 });
    // The second station goes to the other district.
    expect(stocksOf(flows.a, '2018-04')).toEqual({ 'w:grid-worker': 1 });
    expect(stocksOf(flows.b, '2018-04')).toEqual({ 'w:social-worker': 1 });
    expect(stocksOf(flows.root, '2018-04')).toEqual({ 'w:social-worker': 1 });
  });

  it('keep a registration that was renewed, and lose one that has lapsed', () => {
    const first: Certificate = {
      ...{ level: 'junior', number: 'N-0001', issued: '2016-12-20' },
      ...{ registrationFrom: '2017-02-01', registrationTo: '2020-01-31' },
    };
    const renewed = withCertificate([first], {
      ...first,
      registrationFrom: '2020-06-01',
      registrationTo: '2023-05-31',
    });
    const flows = flowsOf([factOf([work('stays', 'social-worker', '2016-01-01')], renewed)], ['then']).root;
    const registered = ['2017-01', '2017-02', '2020-01', '2020-02', '2020-05', '2020-06', '2023-05', '2023-06'].map(
      (month) => stocksOf(flows, month)['r:junior'] ?? 0,
    );
    expect(registered).toEqual([0, 1, 1, 0, 0, 1, 1, 0]);
  });

  it('are read by the readers of indicators', () => {
    const flows = flowsOf([factOf([work('stays', 'social-worker', '2018-01-10', '2019-03-01')])], ['then']).root;
    const stock = (year: number, to: number) => stockOf(flows, { what: 'w', months: { year, from: 1, to } });
    expect([stock(2017, 12), stock(2018, 1), stock(2019, 2), stock(2019, 3)]).toEqual([0, 1, 1, 0]);
  });

  it('know their units and say when they were written', () => {
    const fact = factOf([work('stays', 'other', '2018-01-10', '2018-02-01'), work('stays', 'other', '2019-01-10')]);
    expect(staffSource.unitsOf(fact)).toEqual(['stays']);
    expect(staffSource.stamp(fact)).toEqual({ version: 1, at: '2026-01-01T00:00:00.000Z' });
  });
});
