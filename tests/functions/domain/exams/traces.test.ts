import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examPieces } from '../../../../functions/domain/exams/exam-figures.ts';
import { type ExamRecord, holdingOf } from '../../../../functions/domain/exams/record.ts';
import { isOthersToo, joinedExams, namelessExams } from '../../../../functions/domain/exams/traces.ts';
import { examRecord } from './builders.ts';

describe('a record without a name', () => {
  it('counts as it did, in every layer and paper', () => {
    fc.assert(
      fc.property(examRecord, (record) => {
        expect(examPieces(namelessExams(record))).toEqual(examPieces(record));
      }),
    );
  });

  it('holds no marks, tickets, places, regions, proofs and reasons, and is the same when done again', () => {
    fc.assert(
      fc.property(examRecord, (record) => {
        const bare = namelessExams(record);
        expect(JSON.stringify(bare)).not.toMatch(/"marks"|"line"|"ticket"|"site"|"region"|"why"|sha256/);
        expect(namelessExams(bare)).toEqual(bare);
      }),
    );
  });
});

const JOB = { unit: 'town-1', post: 'social-worker', established: true, from: '2021-01-01' } as const;
const empty: ExamRecord = { person: 'record-1', entries: [] };
const own = examRecord.map((record) => ({
  ...record,
  entries: record.entries.map((entry) => ({
    ...entry,
    facts: entry.facts
      .filter(({ kind }) => kind === 'said' || kind === 'withdrawn')
      .map((fact) => ({ ...fact, by: 'person-1' })),
  })),
}));
const standing = examRecord.map((record) => ({ ...record, person: 'record-1' }));

describe('joining what somebody kept under another id', () => {
  it('says in the empty record what they said, as its person, who worked where the record says', () => {
    fc.assert(
      fc.property(own, (record) => {
        const entries = joinedExams({ record: empty, employments: [JOB] }, record);
        expect(entries.map(({ year, level }) => [year, level])).toEqual(
          record.entries.map(({ year, level }) => [year, level]),
        );
        for (const [i, entry] of entries.entries()) {
          const [now, before] = [holdingOf(entry), holdingOf(record.entries[i] as (typeof entries)[number])];
          expect([now.state, now.held?.papers]).toEqual([before.state, before.held?.papers]);
          for (const fact of entry.facts) {
            expect(fact.by).toBe('record-1');
            if (fact.kind === 'said') expect(fact.units).toEqual(entry.year < 2021 ? [] : ['town-1']);
          }
        }
      }),
    );
  });

  it('leaves what was confirmed as it is, and changes nothing the second time', () => {
    fc.assert(
      fc.property(standing, own, (record, mine) => {
        const entries = joinedExams({ record, employments: [JOB] }, mine);
        for (const before of record.entries) {
          const after = entries.find(({ year, level }) => year === before.year && level === before.level);
          expect(after && holdingOf(after).confirmed).toEqual(holdingOf(before).confirmed);
          expect(after?.facts.slice(0, before.facts.length)).toEqual(before.facts);
        }
        expect(joinedExams({ record: { ...record, entries }, employments: [JOB] }, mine)).toEqual(entries);
      }),
    );
  });

  it('knows whether anybody else has had a say', () => {
    fc.assert(
      fc.property(own, (record) => {
        expect(isOthersToo(record)).toBe(false);
      }),
    );
    const refused = { kind: 'refused', at: '2022-01-01T00:00:00.000Z', by: 'keeper-1' } as const;
    expect(isOthersToo({ person: 'person-1', entries: [{ year: 2022, level: 'junior', facts: [refused] }] })).toBe(
      true,
    );
  });
});
