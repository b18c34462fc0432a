import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coverage, CoverageBook } from '../../../../functions/domain/activities/coverage.ts';
import { standingIn } from '../../../../functions/domain/activities/coverage.ts';
import { recordOf, voided, type Work } from '../../../../functions/domain/activities/record.ts';
import { workPieces, workSums } from '../../../../functions/domain/activities/work-figures.ts';
import { appraisalId, opened } from '../../../../functions/domain/appraisal/appraisal.ts';
import type { Template } from '../../../../functions/domain/appraisal/template.ts';
import { additionsOf } from '../../../../functions/domain/figures/additions.ts';
import { chainsOf } from '../../../../functions/domain/figures/chains.ts';
import type { Unit } from '../../../../functions/domain/units/unit.ts';

const unit = (id: string, parents: Unit['parents'], more: Partial<Unit> = {}): Unit => ({
  ...{ id, kind: 'bureau', division: '360400', opened: '2020-01-01', parents, version: 1 },
  ...{ names: [{ from: '2020-01-01', value: id }], successors: [], contacts: {}, posts: [], ...more },
});
const root = unit('root', [{ from: '2020-01-01', value: null }]);
const [a, b] = ['a', 'b'].map((id) => unit(id, [{ from: '2020-01-01', value: 'root' }])) as [Unit, Unit];
const stays = unit('s', [{ from: '2020-01-01', value: 'a' }]);
/** Goes from a to b on the 16th of April. */
const moves = unit('s', [...stays.parents, { from: '2026-04-16', value: 'b' }]);
const lookup = (station: Unit) => (id: string) => [root, a, b, station].find((one) => one.id === id);

const at = '2026-03-01T04:00:00.000Z';
const record = (work: Work) => recordOf(work, { unit: 's', id: 'r', at, by: 'p' });
const activity: Work = {
  ...{ type: 'activity', day: '2026-02-10', kind: 'elderly', title: '为老义诊', place: '村委会' },
  ...{ served: 40, volunteers: 5, minutes: 120 },
};
const sumsOf = (fact: Parameters<typeof workPieces>[0], station = stays) => workSums(workPieces(fact, lookup(station)));

const of = (households: number, more: Partial<Coverage> = {}): Coverage => ({
  ...{ households, people: 0, visits: 0, volunteers: 0, ...more },
});
function bookOf(said: Record<string, Coverage>): CoverageBook {
  const months = Object.entries(said).map(([month, coverage]) => [month, { coverage, at, by: 'p', past: [] }]);
  return { unit: 's', version: 1, at, months: Object.fromEntries(months) };
}

/** What stands at a unit at the end of a month: all flows up to it. */
function stockAt(
  station: Unit,
  book: CoverageBook,
  { at: place, month, name = 'hh' }: { at: string; month: string; name?: string },
) {
  const all = additionsOf(workPieces({ kind: 'coverage', book }, lookup(station)), workSums, chainsOf(lookup(station)));
  const flows = all
    .filter(({ unit: id, part, shelf }) => id === place && part === 'then' && shelf === 'coverage')
    .flatMap(({ sums }) => Object.entries(sums));
  return flows
    .filter(([key]) => key.startsWith(`${name}:`) && key.slice(name.length + 1) <= month)
    .reduce((sum, [, value]) => sum + value, 0);
}

describe('records', () => {
  it('add to the month of their day', () => {
    expect(sumsOf({ kind: 'record', record: record(activity) })).toEqual({
      'work#2026': { 'a:02:elderly': 1, 'ps:02': 40, 'vt:02': 5, 'am:02': 120 },
    });
    const fund: Work = { type: 'fund', day: '2025-11-02', cents: 250_000, source: '慈善会' };
    expect(sumsOf({ kind: 'record', record: record(fund) })).toEqual({ 'work#2025': { 'f:11': 250_000 } });
  });

  it('add nothing once they are taken back', () => {
    const gone = voided(record(activity), { at, by: 'p', why: '重复' });
    if (!gone.ok) throw new Error(gone.reason);
    expect(sumsOf({ kind: 'record', record: gone.record })).toEqual({});
  });
});

describe('coverage', () => {
  it('gives visits to their month and stocks as flows', () => {
    const book = bookOf({
      '2026-02': of(205, { people: 335, visits: 61 }),
      '2026-03': of(210, { people: 335, visits: 60 }),
    });
    expect(sumsOf({ kind: 'coverage', book })).toEqual({
      'work#2026': { 'hv:02': 61, 'hv:03': 60 },
      coverage: { 'hh:2026-02': 205, 'pp:2026-02': 335, 'hh:2026-03': 5 },
    });
  });

  it('goes along when the unit moves, and stays the same above both', () => {
    const book = bookOf({ '2026-02': of(205) });
    const stands = (place: string, month: string) => stockAt(moves, book, { at: place, month });
    expect([stands('a', '2026-03'), stands('b', '2026-03')]).toEqual([205, 0]);
    expect([stands('a', '2026-04'), stands('b', '2026-04')]).toEqual([0, 205]);
    expect([stands('root', '2026-03'), stands('root', '2026-04')]).toEqual([205, 205]);
  });

  it('ends with its unit', () => {
    const closed = { ...stays, closed: '2026-05-10' };
    const book = bookOf({ '2026-02': of(205) });
    expect(stockAt(closed, book, { at: 'root', month: '2026-04' })).toBe(205);
    expect(stockAt(closed, book, { at: 'root', month: '2026-05' })).toBe(0);
  });

  it('is what was said last, at every month and every unit above', () => {
    const month = fc.integer({ min: 1, max: 12 }).map((n) => `2026-${String(n).padStart(2, '0')}`);
    const said = fc.dictionary(
      month,
      fc.nat(500).map((households) => of(households)),
      { maxKeys: 8 },
    );
    fc.assert(
      fc.property(said, month, (given, asked) => {
        const book = bookOf(given);
        const standing = standingIn(book, asked)?.households ?? 0;
        expect(stockAt(moves, book, { at: 'root', month: asked })).toBe(standing);
        const here = asked < '2026-04' ? 'a' : 'b';
        expect(stockAt(moves, book, { at: here, month: asked })).toBe(standing);
        expect(stockAt(moves, book, { at: here === 'a' ? 'b' : 'a', month: asked })).toBe(0);
      }),
    );
  });
});

describe('appraisals', () => {
  it('count once they are published, by their grade, in the year that was appraised', () => {
    const term = { year: '2025', quarter: 4 };
    const template: Template = {
      ...{ id: 'quarter', version: 1, cycle: 'quarter', title: { zh: '', en: '' }, source: { zh: '', en: '' } },
      ...{ verified: false, from: '2024-01-01', visited: false, groups: [], grades: [] },
    };
    const open = opened({
      unit: 's',
      bureau: 'a',
      due: '2026-01-31',
      term,
      template,
      at,
      by: 'p',
    });
    expect(open.id).toBe(appraisalId(term, 'quarter'));
    const sheet = { scores: {}, note: '' };
    const decided = { ...open, state: 'decided', decision: { ...sheet, grade: 'good' } } as const;
    expect(sumsOf({ kind: 'appraisal', appraisal: decided })).toEqual({});
    const steps = [...open.steps, { move: 'publish', at, by: 'p' } as const];
    const published = { ...decided, state: 'published', steps } as const;
    expect(sumsOf({ kind: 'appraisal', appraisal: published })).toEqual({ 'work#2025': { 'ap:quarter:good': 1 } });
    const settled = { ...published, state: 'settled', settlement: { ...sheet, grade: 'excellent' } } as const;
    expect(sumsOf({ kind: 'appraisal', appraisal: settled })).toEqual({ 'work#2025': { 'ap:quarter:excellent': 1 } });
  });
});
