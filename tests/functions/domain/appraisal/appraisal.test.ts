import { describe, expect, it } from 'vitest';
import { templates } from '../../../../functions/content/appraisal/templates.ts';
import {
  type Appraisal,
  isVisitorOf,
  MOVES,
  monthsOf,
  moved,
  movesFrom,
  opened,
  STATES,
  type State,
  toldState,
} from '../../../../functions/domain/appraisal/appraisal.ts';
import { indicatorsOf, type Template } from '../../../../functions/domain/appraisal/template.ts';

const sixfold = templates.find(({ id }) => id === 'sixfold') as Template;
const at = '2026-03-01T04:00:00.000Z';
const open = opened({
  unit: 'u',
  bureau: 'b',
  due: '2026-03-31',
  term: { year: '2026' },
  template: sixfold,
  at,
  by: 'p',
});
const scores = Object.fromEntries(indicatorsOf(sixfold).map(({ id, most }) => [id, most]));

describe('the table of moves', () => {
  it('leads on from each state by these moves alone', () => {
    const table = Object.fromEntries(STATES.map((state) => [state, movesFrom(state, sixfold).join(' ')]));
    expect(table).toEqual({
      opened: 'score visit withdraw',
      scored: 'score visit withdraw',
      visited: 'visit decide withdraw',
      decided: 'decide publish withdraw',
      published: 'object',
      objected: 'settle',
      settled: '',
      withdrawn: '',
    });
  });

  it('goes from the unit’s own word to the decision where nobody visits', () => {
    const short = { ...sixfold, visited: false };
    expect(movesFrom('opened', short)).toEqual(['score', 'withdraw']);
    expect(movesFrom('scored', short)).toEqual(['score', 'decide', 'withdraw']);
  });

  it('lets a unit object once at most, on every way through', () => {
    const walk = (state: State, objected: number): number[] =>
      movesFrom(state, sixfold).flatMap((move) => {
        const to: Record<string, State> = { publish: 'published', object: 'objected', settle: 'settled' };
        const next = to[move];
        return next === undefined ? [] : [objected, ...walk(next, objected + (move === 'object' ? 1 : 0))];
      });
    expect(Math.max(...walk('decided', 0))).toBeLessThanOrEqual(1);
  });
});

describe('a move', () => {
  const visited: Appraisal = { ...open, state: 'visited' };

  it('adds a step and a version, and is refused from any other state', () => {
    const next = moved(open, { move: 'score', scores, note: '自评', figures: {} }, { template: sixfold, at, by: 'q' });
    expect(next).toMatchObject({
      ok: true,
      appraisal: {
        state: 'scored',
        version: 2,
        self: { scores, note: '自评' },
        steps: [{ move: 'open' }, { move: 'score', by: 'q' }],
      },
    });
    for (const state of STATES) {
      const came = moved({ ...open, state }, { move: 'publish' }, { template: sixfold, at, by: 'q' });
      expect(came.ok).toBe(state === 'decided');
    }
  });

  it('needs a word why for a grade that the points do not give', () => {
    const decide = (grade: 'good' | 'excellent', note: string) =>
      moved(visited, { move: 'decide', scores, grade, note }, { template: sixfold, at, by: 'q' });
    expect(decide('good', '')).toEqual({ ok: false, reason: 'no-reason' });
    expect(decide('good', '有一起属实的投诉').ok).toBe(true);
    expect(decide('excellent', '').ok).toBe(true);
  });

  it('is decided by somebody else than whoever made the visit that stands', () => {
    const visit = (from: Appraisal, by: string) => {
      const moving = { move: 'visit', scores, note: '', day: '2026-02-27' } as const;
      const came = moved(from, moving, { template: sixfold, at, by });
      if (!came.ok) throw new Error(came.reason);
      return came.appraisal;
    };
    const decide = (from: Appraisal, by: string) =>
      moved(from, { move: 'decide', scores, grade: 'excellent', note: '' }, { template: sixfold, at, by });
    const seen = visit(open, 'q');
    expect(decide(seen, 'q')).toEqual({ ok: false, reason: 'appraisal-eyes' });
    expect(decide(seen, 'r').ok).toBe(true);
    const again = visit(seen, 'r');
    expect([decide(again, 'q').ok, decide(again, 'r').ok]).toEqual([true, false]);
    const settle = { move: 'settle', scores, grade: 'excellent', note: '复核' } as const;
    const objected: Appraisal = { ...seen, state: 'objected' };
    expect(moved(objected, settle, { template: sixfold, at, by: 'q' })).toMatchObject({ reason: 'appraisal-eyes' });
  });

  it('forgets the visit of a round that was withdrawn', () => {
    const steps = [...open.steps, { move: 'visit', at, by: 'q' } as const];
    expect(isVisitorOf({ steps }, 'q')).toBe(true);
    expect(isVisitorOf({ steps: [...steps, { move: 'open', at, by: 'p' }] }, 'q')).toBe(false);
  });

  it('begins anew over a withdrawn one, with its steps', () => {
    const gone = moved(open, { move: 'withdraw', note: '不考' }, { template: sixfold, at, by: 'q' });
    if (!gone.ok) throw new Error(gone.reason);
    const { unit, bureau, due, term } = open;
    const again = opened({ unit, bureau, due, term, template: sixfold, at, by: 'p' }, gone.appraisal);
    expect([again.version, again.steps.map(({ move }) => move)]).toEqual([3, ['open', 'withdraw', 'open']]);
  });
});

describe('terms', () => {
  it('are quarters and years', () => {
    expect(monthsOf({ year: '2026', quarter: 4 })).toEqual({ from: '2026-10', to: '2026-12' });
    expect(monthsOf({ year: '2026' })).toEqual({ from: '2026-01', to: '2026-12' });
  });
});

describe('what the unit is told', () => {
  it('is no decision before it is published, and everything else', () => {
    expect(STATES.filter((state) => toldState(state) !== state)).toEqual(['decided']);
    expect(toldState('decided')).toBe('visited');
    expect(MOVES).toHaveLength(7);
  });
});
