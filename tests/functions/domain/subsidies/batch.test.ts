import { describe, expect, it } from 'vitest';
import { type Batch, MEMBERS_MOST, withMembers } from '../../../../functions/domain/subsidies/batch.ts';

const at = '2026-11-24T02:00:00.000Z';
const batch: Batch = {
  ...{ id: 'list-1', desk: 'b', rule: 'place-award', version: 1, at, by: 'y', from: '2026-11-24', last: '2026-12-01' },
  ...{ members: [], cents: 0 },
};
const some = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ person: `p${i}`, application: `a${i}`, cents: 100 }));

describe('a batch', () => {
  it('takes in who is put on it, with what they come to', () => {
    const added = withMembers(batch, some(2), { at, day: '2026-11-23' });
    expect(added).toMatchObject({
      ok: true,
      batch: { version: 2, cents: 200, members: [{ person: 'p0' }, { application: 'a1' }] },
    });
  });

  it('takes in nobody after its first day, and no more than fit on a list', () => {
    expect(withMembers(batch, some(1), { at, day: '2026-11-25' })).toEqual({ ok: false, reason: 'begun' });
    expect(withMembers(batch, some(MEMBERS_MOST + 1), { at, day: '2026-11-24' })).toEqual({
      ok: false,
      reason: 'full',
    });
  });
});
