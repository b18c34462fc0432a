import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerOn, periodsUntil } from '../../../../functions/domain/hours/registered.ts';
import type { Certificate } from '../../../../functions/domain/people/certificate.ts';
import { addDays } from '../../../../functions/domain/time.ts';
import { training } from './builders.ts';

const junior: Certificate = { level: 'junior', number: 'J-1', issued: '2023-09-18', registered: '2024-05-10' };
const intermediate: Certificate = {
  level: 'intermediate',
  number: 'I-1',
  issued: '2025-09-22',
  registered: '2026-01-15',
};
const unregistered: Certificate = { level: 'senior', number: 'S-1', issued: '2020-01-01' };

describe('the ledger of a day', () => {
  it('is none for somebody without a registered certificate', () => {
    expect(ledgerOn([], { entries: [] }, '2026-03-01')).toEqual({ ok: false, reason: 'not-registered' });
    expect(ledgerOn([unregistered], { entries: [] }, '2026-03-01')).toEqual({ ok: false, reason: 'not-registered' });
  });

  it('says when the first registration begins', () => {
    const read = ledgerOn([intermediate, junior], { entries: [] }, '2024-05-09');
    expect(read).toEqual({ ok: false, reason: 'before', begins: '2024-05-10' });
  });

  it('is that of the highest certificate, from its registration on', () => {
    const entries = [training('a', '2025-06-01 09:00', 60), training('b', '2026-02-01 09:00', 120)];
    const on = (day: string) => ledgerOn([junior, intermediate, unregistered], { entries }, day);
    expect(on('2026-01-14')).toMatchObject({ level: 'junior', ledger: { target: 4320, total: 180 } });
    const after = { from: '2026-01-15', last: '2029-01-14' };
    expect(on('2026-01-15')).toMatchObject({
      level: 'intermediate',
      ledger: { target: 5400, total: 120, period: after },
    });
  });

  it('is that of the certificate that was registered last where two are of one level', () => {
    const again = { ...junior, number: 'J-2', registered: '2025-01-01' };
    expect(ledgerOn([again, junior], { entries: [] }, '2025-02-01')).toMatchObject({
      ledger: { period: { from: '2025-01-01' } },
    });
  });

  it('is none where no rule held when the registration began', () => {
    const early = { ...junior, registered: '2009-01-01' };
    expect(ledgerOn([early], { entries: [] }, '2010-01-01')).toEqual({ ok: false, reason: 'no-target' });
  });
});

describe('the periods of somebody', () => {
  it('follow each other, and a higher certificate takes over within one', () => {
    expect(periodsUntil([intermediate, junior], '2029-02-01')).toEqual([
      { level: 'junior', from: '2024-05-10', last: '2027-05-09', nth: 1 },
      { level: 'intermediate', from: '2026-01-15', last: '2029-01-14', nth: 1 },
      { level: 'intermediate', from: '2029-01-15', last: '2032-01-14', nth: 2 },
    ]);
    expect(periodsUntil([unregistered], '2029-02-01')).toEqual([]);
    expect(periodsUntil([junior], '2024-05-09')).toEqual([]);
  });

  it('are each the period of their first day, the last of them that of the day they go up to', () => {
    const days = fc.integer({ min: 0, max: 6000 }).map((n) => addDays('2012-01-01', n));
    const certificates = fc
      .tuple(fc.constantFrom('junior' as const, 'intermediate' as const, 'senior' as const), days)
      .map(([level, registered]) => ({ level, number: `${level}-1`, issued: '2011-01-01', registered }));
    const period = (all: Certificate[], day: string) => {
      const read = ledgerOn(all, { entries: [] }, day);
      return read.ok ? { level: read.level, ...read.ledger.period } : undefined;
    };
    fc.assert(
      fc.property(fc.array(certificates, { maxLength: 4 }), days, (all, until) => {
        const periods = periodsUntil(all, until);
        for (const one of periods) expect(period(all, one.from)).toEqual(one);
        expect(periods.map(({ from }) => from)).toEqual(periods.map(({ from }) => from).toSorted());
        expect(periods.at(-1)).toEqual(period(all, until));
      }),
    );
  });
});
