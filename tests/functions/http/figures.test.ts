// The figures of bureaus through the whole stack: readFigures, rankFigures, readTrend, givePopulation, countShortfall; and that nobody gets a sibling's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INDICATORS } from '../../../functions/domain/figures/indicators.ts';
import { staffOf } from '../../support/door.ts';
import { count, type Desk, openDesk } from '../../support/figures.ts';
import type { Came } from '../../support/staff.ts';
import { settle } from '../../support/tenants.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

let world: World;
let desk: Desk;
let city: SignedIn;
let county: SignedIn;
let station: SignedIn;

/** What each unit registered and passed this year, and last year. */
const EXAMS: Record<string, [number, number, number, number]> = {
  '11': [620, 160, 80, 30],
  '21': [453, 150, 80, 59],
  '211': [160, 8, 0, 0],
  '31': [300, 147, 60, 40],
  '311': [140, 3, 20, 19],
};

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  for (const [unit, [reg, pass, lastReg, lastPass]] of Object.entries(EXAMS)) {
    await count(world, unit, {
      'exam#2026': { 'reg:junior': reg - 3, 'reg:senior': 3, 'pass:junior': pass },
      'exam#2025': { 'reg:junior': lastReg, 'pass:junior': lastPass },
    });
  }
  await count(world, '21', { 'exam#2026': { 'reg:junior': 13 } }, 'own');
  await count(world, '21', { 'exam#2026': { 'reg:junior': 40 } }, 'moved');
  const staff = {
    'w:2025-02:social-worker': 36,
    'c:2025-08:junior:social-worker': 7,
    'c:2026-01:intermediate:social-worker': 1,
  };
  await count(world, '21', { staff });
  desk = await openDesk(world);
  city = await staffOf(world, 'bureau-manager', '11');
  county = await staffOf(world, 'bureau-reader', '21');
  station = await staffOf(world, 'liaison', '31');
}, 60_000);
afterAll(async () => {
  await desk.close();
  await world.test.close();
});

const YEAR = 'year=2026&from=1&to=12';
const idsOf = (came: Came) => came.rows.map((row: { unit: { id: string } }) => row.unit.id);

describe('the figures of a unit', () => {
  it('stand beside those of the year before', async () => {
    const came = await desk.get(`21/figures?${YEAR}&ids=registered,passed,pass-rate,certified-rate`, county);
    expect(came).toMatchObject({
      ...{ status: 200, unit: { id: '21', name: '单位〔21〕' }, path: [], boundaries: 'then', recounting: false },
      figures: [
        { id: 'registered', now: { n: 453 }, last: { n: 80 } },
        { id: 'passed', now: { n: 150 }, last: { n: 59 } },
        { id: 'pass-rate', now: { n: 150, of: 453 }, last: { n: 59, of: 80 } },
        { id: 'certified-rate', now: { n: 8, of: 36 }, last: { n: 7, of: 36 } },
      ],
      may: { givePopulation: false, listPeople: true, seeBelow: true },
    });
  });

  it('are others in the newest boundaries', async () => {
    const came = await desk.get(`21/figures?${YEAR}&ids=registered&boundaries=newest`, county);
    expect(came).toMatchObject({ boundaries: 'newest', figures: [{ now: { n: 493 }, last: { n: 80 } }] });
  });

  it('are the headlines where nothing else is asked for, and lead up as far as one may see', async () => {
    const manager = await staffOf(world, 'unit-manager', '11');
    const came = await desk.get(`31/figures?${YEAR}`, manager);
    expect(came.path).toEqual([
      { id: '21', name: '单位〔21〕' },
      { id: '11', name: '单位〔11〕' },
    ]);
    expect(came.figures.length).toBeGreaterThan(10);
    expect((await desk.get(`31/figures?${YEAR}`, station)).path).toEqual([]);
  });

  it.each([
    ['months that end before they begin', 'year=2026&from=5&to=4'],
    ['a month that is none', 'year=2026&from=0&to=4'],
    ['an indicator that nobody knows', `${YEAR}&ids=registered,no-such`],
  ])('are refused for %s', async (_what, query) => {
    expect(await desk.get(`21/figures?${query}`, county)).toMatchObject({ status: 400, code: 'invalid_input' });
  });

  it('of small counts are not for the public, nor what would betray them', async () => {
    const levels = 'registered,registered:junior,registered:intermediate,registered:senior';
    const came = await desk.get(`21/figures?${YEAR}&ids=${levels}&share=true`, county);
    const by = Object.fromEntries(came.figures.map((one: { id: string; now: unknown }) => [one.id, one.now]));
    expect(by).toEqual({
      registered: { n: 453 },
      'registered:junior': null,
      'registered:intermediate': { n: 0 },
      'registered:senior': null,
    });
  });

  it('take as many reads with much behind them as with little', async () => {
    const reads = async (unit: string) => {
      world.test.spent();
      await desk.get(`${unit}/figures?${YEAR}`, county);
      return world.test.spent().requests;
    };
    const little = await reads('21');
    await count(world, '21', { 'training#2026': Object.fromEntries(manyNames()) });
    expect(await reads('21')).toBe(little);
  });
});

function manyNames(): [string, number][] {
  return Array.from({ length: 100 }, (_, i) => [`t:01:planted-${i}`, 100_000]);
}

describe('the ranking of the units below', () => {
  it('is put in order by the server: by value, by change, by name', async () => {
    const rank = async (query: string) => idsOf(await desk.get(`21/ranking?${YEAR}&id=passed&${query}`, county));
    expect(await rank('sort=value')).toEqual(['311', '31']);
    expect(await rank('sort=value&descending=true')).toEqual(['31', '311']);
    expect(await rank('sort=change')).toEqual(['311', '31']);
    expect(await rank('sort=name')).toEqual(['31', '311']);
  });

  it('shows the whole and what is the unit’s alone beside the rows', async () => {
    const came = await desk.get(`21/ranking?${YEAR}&id=registered&sort=name`, county);
    expect(came).toMatchObject({
      total: { now: { n: 453 } },
      own: { now: { n: 13 } },
      rows: [
        { unit: { id: '31' }, now: { n: 300 }, last: { n: 60 } },
        { unit: { id: '311' }, now: { n: 140 }, last: { n: 20 } },
      ],
    });
  });

  it('for the public hides a small row and another one', async () => {
    const came = await desk.get(`21/ranking?${YEAR}&id=passed&sort=name&share=true`, county);
    expect(came.rows).toMatchObject([
      { unit: { id: '31' }, now: null, last: { n: 40 }, hidden: { now: true, last: false } },
      { unit: { id: '311' }, now: null, last: { n: 19 }, hidden: { now: true, last: false } },
    ]);
    expect(came.total.now).toEqual({ n: 150 });
  });

  it('of somebody who sees one unit alone is empty', async () => {
    expect(await desk.get(`31/ranking?${YEAR}&id=passed`, station)).toMatchObject({ status: 200, rows: [] });
  });
});

describe('the trend', () => {
  it('goes through the months of three years, and no further than today', async () => {
    const { points } = await desk.get('21/trend?id=workers&year=2026', county);
    expect(points).toHaveLength(24 + 3);
    expect(points.at(-1)).toEqual({ year: 2026, month: 3, figure: { n: 36 } });
    expect(points.find((one: { year: number; month: number }) => one.year === 2025 && one.month === 1).figure).toEqual({
      n: 0,
    });
  });

  it('of what is counted by the year goes through six years', async () => {
    const { points } = await desk.get('21/trend?id=passed&year=2026', county);
    expect(points).toHaveLength(6);
    expect(points.slice(-2)).toEqual([
      { year: 2025, figure: { n: 59 } },
      { year: 2026, figure: { n: 150 } },
    ]);
  });
});

describe('the population', () => {
  it('is said by whoever runs the bureau, once a wish, and divides what is certified', async () => {
    const manager = await staffOf(world, 'bureau-manager', '21');
    const said = { version: 0, from: '2026-01-01', people: 40_000, source: '统计公报' };
    expect(await desk.get(`21/figures?${YEAR}&ids=certified-per-10000`, county)).toMatchObject({
      figures: [{ now: null }],
    });
    expect(await desk.send('21/population', said, county)).toMatchObject({ status: 404 });
    expect(await desk.send('21/population', said, manager)).toMatchObject({ status: 200, version: 1 });
    expect(await desk.send('21/population', said, manager)).toMatchObject({ status: 409 });
    expect(await desk.get(`21/figures?${YEAR}&ids=certified-per-10000`, county)).toMatchObject({
      figures: [{ now: { n: 8, of: 40_000 }, last: null }],
      population: { version: 1, said: [{ from: '2026-01-01', people: 40_000, source: '统计公报' }] },
    });
    expect(await desk.send('21/population', { ...said, version: 1, people: 0 }, manager)).toMatchObject({ version: 2 });
    expect((await desk.get(`21/figures?${YEAR}`, county)).population).toEqual({ version: 2, said: [] });
  });
});

describe('who lacks hours', () => {
  it('is counted page by page over all below, each person once', async () => {
    const came = await desk.get('21/shortfall', county);
    expect(came).toMatchObject({ status: 200, people: 3, ends: [] });
    expect(came.unregistered).toBe(came.people);
    expect(await desk.get('31/shortfall', county)).toMatchObject({ status: 200 });
    expect(await desk.get('11/shortfall', county)).toMatchObject({ status: 404 });
  });
});

describe('nobody gets a sibling’s number', () => {
  /** Told from every other number: no year, id or other figure has it. */
  const CANARY = 7_654_321;

  it('by any route, indicator, filter, order, boundaries, months or publication', async () => {
    await count(world, '211', canaries());
    await count(world, '211', canaries(), 'own');
    await count(world, '211', canaries(), 'moved');
    await count(world, '312', canaries());
    for (const { who, own } of [
      { who: county, own: ['21', '31'] },
      { who: station, own: ['31'] },
    ]) {
      const others = ['21', '211', '312', '11', '2110', 'nobody'].filter((unit) => !own.includes(unit));
      const asked = [
        ...own.flatMap((unit) => routesOf(unit).map((path) => ({ path, expected: 200 }))),
        ...others.flatMap((unit) => oneOfEach(unit).map((path) => ({ path, expected: 404 }))),
      ];
      for (const { path, expected } of asked) {
        const { status, text } = await desk.text(path, who);
        expect([path, status]).toEqual([path, expected]);
        expect(text).not.toContain(String(CANARY));
      }
    }
    const above = await desk.text(`211/figures?${YEAR}&ids=people`, city);
    expect(above.text).toContain(String(CANARY));
  }, 20_000);

  /** One number everywhere: on every shelf, under names that indicators read. */
  function canaries() {
    const names = {
      'exam#2026': ['reg:junior', 'sat:junior', 'pass:junior', 'local:junior', 'cfreg:junior', 'cfpass:junior'],
      'training#2026': ['t', 'd', 'c', 'v', 'm', 's', 'a', 'n'].map((name) => `${name}:03:all`).concat('n:Y:all'),
      'training#2026#people#all': ['004'],
      'held#2026': ['h', 'k', 'd', 'm', 'e', 'x', 'f', 'g', 't'].map((name) => `${name}:03:all`),
      'practice#2026': ['n:03', 'n:Y', 'q:03', 'k:03', 'x:03', 'p:03'],
      'work#2026': ['a:03:visits', 'ps:03', 'vt:03', 'hv:03', 'f:03', 'su:03', 'sm:03', 'ap:year:good'],
      'subsidy#2026': ['n:planted:paid', 'f:planted:paid'],
      coverage: ['hh:2026-01', 'pp:2026-01', 'vo:2026-01'],
      staff: [
        'w:2026-01:social-worker',
        'e:2026-01',
        'c:2026-01:junior:social-worker',
        'r:2026-01:junior',
        'new:2026-01:junior',
      ],
    };
    return Object.fromEntries(
      Object.entries(names).map(([shelf, all]) => [shelf, Object.fromEntries(all.map((name) => [name, CANARY]))]),
    );
  }

  function oneOfEach(unit: string): string[] {
    const named = ['ranking', 'trend', 'facts'].map((route) => `${unit}/${route}?${YEAR}&id=people`);
    return [
      `${unit}/figures?${YEAR}`,
      ...named.map((path) => path.replace('trend?year=2026&from=1&to=12', 'trend?year=2026')),
      `${unit}/shortfall`,
    ];
  }

  function routesOf(unit: string): string[] {
    const groups = new Map(INDICATORS.map(({ id, group }) => [group, id]));
    const ids = ['people', 'registered', 'attendance-rate', ...groups.values()];
    const all = INDICATORS.map(({ id }) => id);
    const parts = [...Map.groupBy(all.keys(), (i) => Math.floor(i / 70)).values()].map((part) =>
      part.map((i) => all[i]),
    );
    const queries = [YEAR, 'year=2026&from=3&to=3&boundaries=newest&share=true'];
    return [
      ...queries.map((query) => `${unit}/figures?${query}`),
      ...parts.map((part) => `${unit}/figures?${YEAR}&ids=${part.join(',')}`),
      ...ids.flatMap((id) => queries.map((query) => `${unit}/ranking?${query}&id=${id}&sort=change&descending=true`)),
      ...ids.map((id) => `${unit}/trend?id=${id}&year=2026`),
      ...ids.map((id) => `${unit}/facts?${YEAR}&id=${id}`),
      `${unit}/shortfall`,
    ];
  }
});
