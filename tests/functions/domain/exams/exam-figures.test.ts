// The figures of exams against counting people one by one, and what must not matter to them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passedIn } from '../../../../functions/domain/exams/cycle.ts';
import { examPieces, examSource, examSums } from '../../../../functions/domain/exams/exam-figures.ts';
import { type ExamEntry, type ExamRecord, holdingOf, type Paper } from '../../../../functions/domain/exams/record.ts';
import { relationOf } from '../../../../functions/domain/exams/results.ts';
import { examRecord } from './builders.ts';

const SAT = ['sat', 'passed', 'passed-local', 'failed', 'marks'];

/** The papers of an entry that count: of each what is said, unless it cannot be beside what was confirmed of it. */
function papersOf(entry: ExamEntry, layer: 'held' | 'confirmed'): Paper[] {
  const { held, confirmed } = holdingOf(entry);
  if (layer === 'confirmed' || held === undefined) return (layer === 'held' ? held : confirmed)?.papers ?? [];
  const subjects = new Set([...held.papers, ...(confirmed?.papers ?? [])].map(({ subject }) => subject));
  return [...subjects].flatMap((subject) => {
    const [said, kept] = [held, confirmed].map((one) => one?.papers.find((paper) => paper.subject === subject));
    if (said === undefined || kept === undefined) return said ?? kept ?? [];
    return relationOf(kept, said) === 'other' ? kept : said;
  });
}

/** What one person adds at a set of units, counted by hand: a name for every line of the definition. */
function byHand(record: ExamRecord, units: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [layer, prefix] of [
    ['held', ''],
    ['confirmed', 'cf'],
  ] as const) {
    for (const entry of record.entries) {
      const saying = holdingOf(entry)[layer];
      if (saying === undefined || !saying.units.some((unit) => units.includes(unit))) continue;
      const { year, level } = entry;
      const add = (name: string) => {
        counts[`${year} ${name}`] = 1;
      };
      const own = papersOf(entry, layer);
      const papers = record.entries
        .filter((one) => one.level === level)
        .flatMap((one) => papersOf(one, layer).map(({ subject, verdict }) => ({ year: one.year, subject, verdict })));
      const [national, local] = [passedIn(papers, level, 'national'), passedIn(papers, level, 'local')];
      const isSat = own.some(({ result }) => SAT.includes(result.kind));
      const isLocal = local === year && (national === undefined || national > year);
      add(`${prefix}reg:${level}`);
      if (isSat || national === year || isLocal) add(`${prefix}sat:${level}`);
      if (national === year) add(`${prefix}pass:${level}`);
      if (isLocal) add(`${prefix}local:${level}`);
      if (layer === 'confirmed') continue;
      for (const { subject, result, verdict } of own) {
        add(`preg:${subject}`);
        if (SAT.includes(result.kind)) add(`psat:${subject}`);
        if (verdict === 'national') add(`ppass:${subject}`);
        if (verdict === 'local') add(`plocal:${subject}`);
      }
    }
  }
  return counts;
}

function named(record: ExamRecord, units: readonly string[]): Record<string, number> {
  const shelves = examSums(examPieces(record).filter(({ unit }) => units.includes(unit)));
  return Object.fromEntries(
    Object.entries(shelves).flatMap(([shelf, sums]) =>
      Object.entries(sums).map(([name, count]) => [`${shelf.slice('exam#'.length)} ${name}`, count]),
    ),
  );
}

const someUnits = fc.subarray(['town-1', 'town-2', 'county', 'elsewhere']);

describe('the figures of a person', () => {
  it('are those that counting by hand gives, at any unit or units, each person once', () => {
    fc.assert(
      fc.property(examRecord, someUnits, (record, units) => {
        expect(named(record, units)).toEqual(byHand(record, units));
      }),
    );
  });

  it('do not depend on the order of the pieces', () => {
    fc.assert(
      fc.property(examRecord, (record) => {
        const pieces = examPieces(record);
        expect(examSums(pieces.toReversed())).toEqual(examSums(pieces));
      }),
    );
  });

  it('hold no name, mark, ticket or place: the pieces are ids, days and numbers', () => {
    fc.assert(
      fc.property(examRecord, (record) => {
        expect(JSON.stringify(examPieces(record))).not.toMatch(/person-1|keeper-1|ticket|site|marks|成绩单/);
      }),
    );
  });
});

it('the source names the units of all its pieces, and when it was written', () => {
  fc.assert(
    fc.property(examRecord, (record) => {
      const fact = { ...record, version: 3, at: '2025-09-01T01:00:00.000Z' };
      const pieces = examSource.pieces(fact, () => undefined);
      expect([...examSource.unitsOf(fact)].sort()).toEqual([...new Set(pieces.map(({ unit }) => unit))].sort());
      expect(examSource.stamp(fact)).toEqual({ version: 3, at: '2025-09-01T01:00:00.000Z' });
    }),
  );
});
