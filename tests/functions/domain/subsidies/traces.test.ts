import { describe, expect, it } from 'vitest';
import type { Application } from '../../../../functions/domain/subsidies/application.ts';
import { subsidyPieces } from '../../../../functions/domain/subsidies/subsidy-figures.ts';
import { namelessApplication } from '../../../../functions/domain/subsidies/traces.ts';

const at = '2026-11-24T02:00:00.000Z';
const later = '2026-12-01T02:00:00.000Z';
const paid: Application = {
  ...{ id: 'a', person: 'her', version: 5, at, rule: 'place-award', day: '2026-11-24', level: 'junior', unit: 's' },
  ...{ desk: 'b', answers: { received: 1 }, recorded: { registered: true }, state: 'paid', cents: 100_000 },
  steps: [
    { move: 'apply', at, by: 'her' },
    { move: 'check', at, by: 'x', why: '电话核对过本人' },
    { move: 'pay', at, by: 'y', day: '2026-11-24' },
  ],
};

describe('an application whose person has gone', () => {
  it('that was paid is counted as before, with who decided and without a word of anybody', () => {
    const left = namelessApplication(paid, later);
    expect(subsidyPieces(left)).toEqual(subsidyPieces(paid));
    expect(left).toMatchObject({ state: 'paid', version: 6, answers: {}, recorded: {} });
    expect(left.steps.map(({ by, why }) => [by, why])).toEqual([
      ['her', undefined],
      ['x', undefined],
      ['y', undefined],
    ]);
  });

  it('that is under way is taken back', () => {
    const left = namelessApplication({ ...paid, state: 'published' }, later);
    expect(left).toMatchObject({ state: 'withdrawn', at: later });
    expect(left.steps.at(-1)).toEqual({ move: 'withdraw', at: later, by: 'her' });
  });

  it('is made so once: again it is the same', () => {
    const once = namelessApplication(paid, later);
    expect(namelessApplication(once, '2026-12-02T02:00:00.000Z')).toBe(once);
  });
});
