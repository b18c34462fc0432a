import { describe, expect, it } from 'vitest';
import type { Shelves } from '../../../../functions/domain/figures/additions.ts';
import {
  figureOf,
  INDICATORS,
  indicatorOf,
  shelvesOf,
  valuesOf,
} from '../../../../functions/domain/figures/indicators.ts';
import { trainingSums } from '../../../../functions/domain/participation/training-figures.ts';

const year = { year: 2026, from: 1, to: 12 };
const spring = { year: 2026, from: 3, to: 5 };
const ID = /^[a-z][a-z0-9-]{0,30}(:[a-z0-9-]{1,30}){0,2}$/;

describe('the catalogue', () => {
  it('names each indicator once, as the wire takes it', () => {
    const ids = INDICATORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !ID.test(id))).toEqual([]);
  });

  it('reads every indicator from the shelves it names and from no others', () => {
    for (const one of INDICATORS) {
      const asked: string[] = [];
      const spy = new Proxy({}, { get: (_, name) => void asked.push(String(name)) }) as Shelves;
      one.read(spy, spring);
      const allowed = one.shelves(spring);
      expect(
        asked.filter((shelf) => !allowed.includes(shelf)),
        one.id,
      ).toEqual([]);
    }
  });

  it('asks for the shelves of both years, each once, and of unknown ids for none', () => {
    expect(shelvesOf(['registered', 'passed', 'workers', 'nobody-knows'], year)).toEqual([
      'exam#2026',
      'exam#2025',
      'staff',
    ]);
    expect(shelvesOf(['people'], spring)).toEqual(['training#2026#people#all', 'training#2025#people#all']);
    expect(indicatorOf('nobody-knows')).toBeUndefined();
    expect(valuesOf(['nobody-knows'], year)({})).toEqual({});
  });
});

describe('of the exam', () => {
  const shelves = {
    'exam#2026': {
      'reg:junior': 4000,
      'reg:intermediate': 523,
      'sat:junior': 3000,
      'pass:junior': 1000,
      'pass:intermediate': 85,
    },
    'exam#2025': { 'reg:junior': 100, 'pass:junior': 10 },
  };

  it('the pass rate is told by those who registered and by those who sat', () => {
    const values = valuesOf(['registered', 'passed', 'pass-rate', 'pass-rate-sat:junior'], year)(shelves);
    expect(values).toEqual({
      registered: { now: { n: 4523 }, last: { n: 100 } },
      passed: { now: { n: 1085 }, last: { n: 10 } },
      'pass-rate': { now: { n: 1085, of: 4523 }, last: { n: 10, of: 100 } },
      'pass-rate-sat:junior': { now: { n: 1000, of: 3000 }, last: { n: 10, of: 0 } },
    });
  });

  it('is of the year, whatever months are asked for', () => {
    expect(figureOf('registered', shelves, spring)).toEqual({ n: 4523 });
  });
});

describe('of training', () => {
  const piece = {
    unit: 'u',
    session: 's',
    course: 'c',
    kind: 'pre-exam',
    form: 'on-site',
    enrolled: true,
    minutes: 90,
  } as const;
  const shelves = trainingSums([
    { ...piece, day: '2026-03-10', state: 'present', views: 0 },
    { ...piece, day: '2026-04-10', session: 's2', state: 'absent', views: 0, minutes: 0 },
    { ...piece, day: '2026-05-10', session: 's3', form: 'recorded', state: 'present', views: 5 },
  ]);

  it('distinct people of any months are one person, once', () => {
    expect(figureOf('people', shelves, year)).toEqual({ n: 1 });
    expect(figureOf('people', shelves, spring)).toEqual({ n: 1 });
    expect(figureOf('people', shelves, { year: 2026, from: 4, to: 4 })).toEqual({ n: 0 });
    expect(figureOf('people:on-site', shelves, spring)).toEqual({ n: 1 });
  });

  it('person-times differ by their rule', () => {
    expect(figureOf('attendances', shelves, year)).toEqual({ n: 2 });
    expect(figureOf('person-courses', shelves, year)).toEqual({ n: 1 });
    expect(figureOf('online-views', shelves, year)).toEqual({ n: 5 });
    // Five lessons that were watched, and the one session on site: the recorded session itself is not counted once more.
    expect(figureOf('learnings', shelves, year)).toEqual({ n: 6 });
  });

  it('the rate of attendance is of all who should have come', () => {
    expect(figureOf('attendance-rate', shelves, year)).toEqual({ n: 2, of: 3 });
    expect(figureOf('attendance-rate', {}, year)).toEqual({ n: 0, of: 0 });
  });
});

describe('of staff', () => {
  const staff = {
    'w:2024-02:social-worker': 10,
    'w:2024-02:volunteer': 50,
    'w:2026-06:social-worker': -2,
    'c:2025-09:junior:social-worker': 3,
    'c:2026-06:junior:social-worker': -1,
    'c:2026-06:intermediate:social-worker': 1,
    'new:2025-09:junior': 3,
    'new:2026-06:intermediate': 1,
    'r:2026-01:junior': 2,
  };

  it('stocks are what stands at the end of the last month; volunteers are no staff', () => {
    const may = { year: 2026, from: 1, to: 5 };
    expect(valuesOf(['workers', 'certified', 'certified-rate'], may)({ staff })).toEqual({
      workers: { now: { n: 10 }, last: { n: 10 } },
      certified: { now: { n: 3 }, last: { n: 0 } },
      'certified-rate': { now: { n: 3, of: 10 }, last: { n: 0, of: 10 } },
    });
    expect(figureOf('certified-rate:social-worker', { staff }, year)).toEqual({ n: 3, of: 8 });
    expect(figureOf('certified:intermediate', { staff }, year)).toEqual({ n: 1 });
    expect(figureOf('newly-certified', { staff }, year)).toEqual({ n: 1 });
    expect(figureOf('certificate-registered', { staff }, year)).toEqual({ n: 2 });
  });

  it('for every 10,000 people there is no figure until somebody has said how many live there', () => {
    expect(figureOf('certified-per-10000', { staff }, year)).toBeNull();
    const population = { '2025-01-01': 40_000, '2026-12-31': 50_000 };
    expect(figureOf('certified-per-10000', { staff, population }, year)).toEqual({ n: 3, of: 50_000 });
    expect(figureOf('certified-per-10000', { staff, population }, { ...year, to: 11 })).toEqual({ n: 3, of: 40_000 });
    expect(figureOf('certified-per-10000', { staff, population }, { ...year, year: 2024 })).toBeNull();
  });
});

describe('of work, practice and subsidies', () => {
  const shelves = {
    'work#2026': { 'a:01:elderly': 2, 'a:02:visits': 3, 'a:06:visits': 9, 'am:01': 60, 'ap:year:good': 4, 'ps:02': 30 },
    coverage: { 'hh:2025-12': 205, 'hh:2026-02': -5, 'hh:2026-09': 7 },
    'practice#2026': { 'n:Q1': 3, 'x:01': 150, 'p:01': 200 },
    'subsidy#2026': {
      'n:hexian-first:paid': 2,
      'f:hexian-first:paid': 300_000,
      'n:hexian-first:withdrawn': 1,
      'n:hexian-first:applied': 4,
    },
  };
  const first = { year: 2026, from: 1, to: 3 };

  it.each([
    ['activities', { n: 5 }],
    ['activities:visits', { n: 3 }],
    ['served', { n: 30 }],
    ['households', { n: 200 }],
    ['appraisals:good', { n: 4 }],
    ['active-candidates', { n: 3 }],
    ['mock-mean', { n: 150, of: 200 }],
    ['subsidy-applications', { n: 6 }],
    ['subsidies-paid', { n: 2 }],
    ['subsidy-money', { n: 300_000 }],
  ])('%s is %o', (id, figure) => {
    expect(figureOf(id, shelves, first)).toEqual(figure);
  });

  it('distinct candidates of odd months are those whose pattern holds one of them', () => {
    const people = { 'practice#2026#people': { '001': 2, '003': 1, '004': 4 } };
    expect(figureOf('active-candidates', people, { year: 2026, from: 1, to: 2 })).toEqual({ n: 3 });
  });
});
