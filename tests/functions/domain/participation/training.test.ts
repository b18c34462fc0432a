import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withCorrected, withNew, yearOf } from '../../../../functions/domain/participation/training.ts';
import { entries, entry } from './builders.ts';

const AT = '2026-04-03T02:00:00.000Z';
const LATER = '2026-05-01T02:00:00.000Z';
const year = { person: 'p', year: '2026', at: AT, before: undefined };

describe('withNew', () => {
  it('adds what is not there, in the order of the sessions, as the next version', () => {
    const first = withNew(year, [entry({ session: 'course-1-002' })]);
    const second = withNew({ ...year, at: LATER, before: first?.after }, [entry()]);
    expect(second?.after).toMatchObject({ version: 2, at: LATER });
    expect(second?.after.entries.map(({ session }) => session)).toEqual(['course-1-001', 'course-1-002']);
    expect(second?.before).toBe(first?.after);
  });

  it('leaves an entry as a correction has made it, and says nothing when there is nothing to add', () => {
    const corrected = withCorrected(year, entry({ minutes: 90 }))?.after;
    expect(withNew({ ...year, before: corrected }, [entry()])).toBeUndefined();
  });

  it('takes entries of its own year alone', () => {
    const both = [entry(), entry({ session: 'course-1-002', day: '2027-01-02' })];
    expect(withNew(year, both)?.after.entries).toEqual([entry()]);
    expect(withNew({ ...year, year: '2027' }, both)?.after.entries.map(yearOf)).toEqual(['2027']);
    expect(withNew({ ...year, year: '2025' }, both)).toBeUndefined();
  });

  it('comes to the same in whatever parts and order, however often', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 60 }), (all, order) => {
        let before = withNew(year, [])?.after;
        for (const one of [...order.flatMap((i) => all[i] ?? []), ...all]) {
          before = withNew({ ...year, before }, [one])?.after ?? before;
        }
        expect(before?.entries).toEqual(withNew(year, all)?.after.entries);
        expect(before?.version ?? 0).toBe(new Set(all.map(({ session }) => session)).size);
      }),
    );
  });
});

describe('withCorrected', () => {
  it('puts an entry in the place of the one before', () => {
    const before = withNew(year, [entry(), entry({ session: 'course-1-002' })])?.after;
    const after = withCorrected(
      { ...year, at: LATER, before },
      entry({ state: 'absent', minutes: 0, at: LATER }),
    )?.after;
    expect(after?.entries.map(({ session, minutes }) => [session, minutes])).toEqual([
      ['course-1-001', 0],
      ['course-1-002', 180],
    ]);
    expect(after?.version).toBe(2);
  });

  it('says nothing when the entry says the same, whenever it was written and in whatever order its fields come', () => {
    const before = withNew(year, [entry()])?.after;
    const turned = Object.fromEntries(Object.entries({ ...entry(), at: LATER }).reverse());
    expect(
      withCorrected({ ...year, at: LATER, before }, turned as unknown as ReturnType<typeof entry>),
    ).toBeUndefined();
  });

  it('never goes back in time, for versions are found by their instants', () => {
    const before = withNew({ ...year, at: LATER }, [entry()])?.after;
    expect(withCorrected({ ...year, at: AT, before }, entry({ minutes: 1 }))?.after.at).toBe(LATER);
  });
});
