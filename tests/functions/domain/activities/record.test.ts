import { describe, expect, it } from 'vitest';
import { type Activity, corrected, recordOf, voided } from '../../../../functions/domain/activities/record.ts';

const work: Activity = {
  ...{ type: 'activity', day: '2026-02-10', kind: 'elderly', title: '为老义诊', place: '村委会' },
  ...{ served: 40, volunteers: 5, minutes: 120 },
};
const record = recordOf(work, { unit: 'u', id: 'r', at: '2026-02-10T04:00:00.000Z', by: 'p' });
const changing = { at: '2026-02-11T04:00:00.000Z', by: 'q', why: '补登' };

describe('a record', () => {
  it('keeps every version with who and why', () => {
    const first = corrected(record, { ...work, served: 41 }, changing);
    if (!first.ok) throw new Error(first.reason);
    const second = voided(first.record, { ...changing, why: '重复' });
    expect(second).toMatchObject({
      ok: true,
      record: {
        version: 3,
        voided: true,
        why: '重复',
        past: [
          { work, by: 'p' },
          { why: '补登', by: 'q' },
        ],
      },
    });
  });

  it('refuses a correction that changes nothing, whatever the order of its fields', () => {
    const { served, ...rest } = work;
    expect(corrected(record, { served, ...rest }, changing)).toEqual({ ok: false, reason: 'work-same' });
  });

  it('refuses another type, another year, and what is taken back', () => {
    const fund = { type: 'fund', day: '2026-02-10', cents: 1, source: '慈善会' } as const;
    expect(corrected(record, fund, changing)).toMatchObject({ reason: 'work-year' });
    expect(corrected(record, { ...work, day: '2025-02-10' }, changing)).toMatchObject({ reason: 'work-year' });
    const gone = voided(record, changing);
    if (!gone.ok) throw new Error(gone.reason);
    expect(voided(gone.record, changing)).toMatchObject({ reason: 'work-voided' });
  });

  it('takes twenty corrections and no more', () => {
    let current = record;
    for (let served = 1; served <= 20; served += 1) {
      const next = corrected(current, { ...work, served }, changing);
      if (!next.ok) throw new Error(next.reason);
      current = next.record;
    }
    expect(corrected(current, { ...work, served: 99 }, changing)).toMatchObject({ reason: 'list-full' });
  });
});
