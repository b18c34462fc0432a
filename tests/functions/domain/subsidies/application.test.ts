import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Application,
  inTheWay,
  isOpen,
  MOVES,
  type Move,
  monthsIn,
  moved,
  movesOf,
  receivedBy,
  sideOf,
} from '../../../../functions/domain/subsidies/application.ts';

const at = '2026-11-24T02:00:00.000Z';
const fresh: Application = {
  ...{ id: 'a', person: 'her', version: 1, at, rule: 'place-award', day: '2026-11-24', level: 'junior', unit: 's' },
  ...{ desk: 'b', answers: {}, recorded: {}, state: 'applied', cents: 100_000 },
  steps: [{ move: 'apply', at, by: 'her' }],
};
const step = (before: Application, move: Move, by: string) =>
  moved(before, { move, by, at, why: '材料不清', batch: 'list-1', cents: move === 'check' ? 100_000 : undefined });
const through = (...moves: [Move, string][]): Application =>
  moves.reduce((one, [move, by]) => {
    const next = step(one, move, by);
    if (!next.ok) throw new Error(`${move}: ${next.reason}`);
    return next.application;
  }, fresh);

describe('an application', () => {
  it('goes from the desk to the payment, by two people at least', () => {
    const paid = through(['check', 'x'], ['list', 'y'], ['publish', 'y'], ['pay', 'y']);
    expect(paid).toMatchObject({ state: 'paid', version: 5, cents: 100_000, batch: 'list-1' });
    expect(paid.steps.map(({ move }) => move)).toEqual(['apply', 'check', 'list', 'publish', 'pay']);
    expect(step(through(['check', 'x']), 'list', 'x')).toEqual({ ok: false, reason: 'four-eyes' });
  });

  it('is checked anew by anybody after it was returned, and listed by another than the last checker', () => {
    const again = through(['check', 'x'], ['return', 'y'], ['resubmit', 'her'], ['check', 'y']);
    expect(step(again, 'list', 'y')).toEqual({ ok: false, reason: 'four-eyes' });
    expect(step(again, 'list', 'x').ok).toBe(true);
  });

  it('is decided by nobody about themselves, and taken back by nobody else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...MOVES), { maxLength: 12 }),
        fc.infiniteStream(fc.boolean()),
        (moves, hers) => {
          let one = fresh;
          for (const move of moves) {
            const by = hers.next().value ? 'her' : 'x';
            const next = moved(one, { move, by, at, why: 'why', cents: 5 });
            if (!next.ok) continue;
            expect(sideOf(move) === 'self').toBe(by === 'her');
            expect(next.application.version).toBe(one.version + 1);
            expect(next.application.steps.slice(0, -1)).toEqual(one.steps);
            expect(isOpen(one.state)).toBe(true);
            one = next.application;
          }
        },
      ),
    );
  });

  it('says why it is returned, refused, objected to, or why an objection is not heard', () => {
    const without = (before: Application, move: Move) => moved(before, { move, by: 'y', at, why: ' ' });
    const listed = through(['check', 'x'], ['list', 'y']);
    expect(without(fresh, 'return')).toEqual({ ok: false, reason: 'no-reason' });
    expect(without(fresh, 'refuse')).toEqual({ ok: false, reason: 'no-reason' });
    expect(without(listed, 'object')).toEqual({ ok: false, reason: 'no-reason' });
    expect(without(through(['check', 'x'], ['list', 'y'], ['object', 'y']), 'dismiss')).toMatchObject({
      reason: 'no-reason',
    });
  });

  it('stays on its list through an objection that is not heard', () => {
    const back = through(['check', 'x'], ['list', 'y'], ['object', 'y'], ['dismiss', 'z']);
    expect(back).toMatchObject({ state: 'listed', batch: 'list-1' });
  });

  it('is not checked before anybody says what it comes to', () => {
    const { cents: _, ...unsure } = fresh;
    expect(moved(unsure, { move: 'check', by: 'x', at })).toEqual({ ok: false, reason: 'no-amount' });
    expect(moved(unsure, { move: 'check', by: 'x', at, cents: 70 })).toMatchObject({ application: { cents: 70 } });
  });

  it('offers each the moves that are theirs', () => {
    expect(movesOf(fresh, 'her')).toEqual(['withdraw']);
    expect(movesOf(fresh, 'x')).toEqual(['check', 'return', 'refuse']);
    expect(movesOf(through(['check', 'x']), 'x')).toEqual(['return', 'refuse']);
    expect(movesOf(through(['check', 'x'], ['list', 'y'], ['publish', 'y'], ['pay', 'y']), 'x')).toEqual([]);
  });

  it('stands in the way of another for its level, and while it is under way for any level of the rule', () => {
    const paid = through(['check', 'x'], ['list', 'y'], ['publish', 'y'], ['pay', 'y']);
    const want = { rule: fresh.rule, level: 'intermediate' } as const;
    expect(inTheWay([fresh], want)).toBe(fresh);
    expect(inTheWay([paid], want)).toBeUndefined();
    expect(inTheWay([paid], { ...want, level: 'junior' })).toBe(paid);
    expect(inTheWay([through(['withdraw', 'her']), through(['refuse', 'x'])], fresh)).toBeUndefined();
    expect(inTheWay([fresh], { ...want, rule: 'other-award' })).toBeUndefined();
  });

  it('stands in the way of another for its months alone, where it is monthly', () => {
    const monthly = { ...fresh, months: { from: '2026-11', count: 3 } };
    const want = (from: string) => ({ rule: fresh.rule, level: 'junior', months: { from, count: 2 } }) as const;
    expect(monthsIn(monthly.months)).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(inTheWay([monthly], want('2027-01'))).toBe(monthly);
    expect(inTheWay([monthly], want('2027-02'))).toBeUndefined();
    expect(inTheWay([monthly], want('2026-09'))).toBeUndefined();
  });

  it('counts as received when it was paid, by its own rule alone', () => {
    const paid = { rule: 'a', state: 'paid', cents: 5 } as const;
    expect(receivedBy([paid, { ...paid, rule: 'b' }, { ...paid, state: 'published' }, paid], 'a')).toBe(10);
  });
});
