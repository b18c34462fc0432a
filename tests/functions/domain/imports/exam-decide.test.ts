// What an import does with a row, against laws that hold for any history of an exam.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ExamEntry, type ExamFact, holdingOf, type Saying } from '../../../../functions/domain/exams/record.ts';
import { contradictions, judged, relationOf } from '../../../../functions/domain/exams/results.ts';
import { decideExam } from '../../../../functions/domain/imports/exam-decide.ts';
import { examRecord, LINES } from '../exams/builders.ts';

const BY = { at: '2025-09-02T01:00:00.000Z', by: 'keeper-1' };
const SUBJECTS = ['junior-comprehensive', 'junior-practice'] as const;

function row(
  kinds: Partial<Record<(typeof SUBJECTS)[number], 'registered' | 'sat' | 'passed' | 'failed' | 'absent'>>,
  more: Partial<Saying> = {},
): Saying {
  const papers = SUBJECTS.flatMap((subject) => {
    const kind = kinds[subject];
    return kind === undefined ? [] : [judged(LINES, { subject, result: { kind } }, { year: 2025, level: 'junior' })];
  });
  return { kind: 'said', ...BY, how: 'import', papers, evidence: [], units: [], day: '2025-05-24', ...more };
}

const entry = (...facts: ExamFact[]): ExamEntry => ({ year: 2025, level: 'junior', facts });
const both = (kind: 'registered' | 'sat' | 'passed' | 'failed') => ({
  'junior-comprehensive': kind,
  'junior-practice': kind,
});
const decide = (held: ExamEntry | undefined, said: Saying, replaces = false) =>
  decideExam({ entry: held, row: said, replaces });
const after = (held: ExamEntry | undefined, said: Saying, replaces = false) => {
  const decision = decide(held, said, replaces);
  return entry(...(held?.facts ?? []), ...('facts' in decision ? decision.facts : []));
};

describe('a row', () => {
  it('of an exam that nobody knew of is new, and confirmed', () => {
    expect(decide(undefined, row(both('passed')))).toMatchObject({
      outcome: 'new',
      stands: [{ result: null }, { result: null }],
    });
    expect(holdingOf(after(undefined, row(both('passed')))).state).toBe('confirmed');
  });

  it('that says what was confirmed, or less, is the same', () => {
    const held = after(undefined, row(both('passed')));
    for (const kind of ['passed', 'sat', 'registered'] as const)
      expect(decide(held, row(both(kind)))).toEqual({ outcome: 'same' });
    expect(decide(held, row({ 'junior-practice': 'passed' }))).toEqual({ outcome: 'same' });
  });

  it('that says more changes it, and leaves what it does not speak of', () => {
    const held = after(undefined, row(both('registered'), { ticket: 'T-1', site: '一中' }));
    const next = holdingOf(after(held, row({ 'junior-practice': 'passed' }, { site: '二中' })));
    expect(next.confirmed?.papers.map(({ result }) => result.kind)).toEqual(['registered', 'passed']);
    expect([next.confirmed?.ticket, next.confirmed?.site]).toEqual(['T-1', '二中']);
  });

  it('that contradicts what was confirmed is a conflict, unless it is to take its place', () => {
    const held = after(undefined, row(both('passed')));
    const against = row({ 'junior-practice': 'failed' });
    expect(decide(held, against)).toEqual({
      outcome: 'conflict',
      stands: [{ subject: 'junior-practice', result: { kind: 'passed' }, confirmed: true }],
    });
    expect(holdingOf(after(held, against, true)).confirmed?.papers.map(({ result }) => result.kind)).toEqual([
      'passed',
      'failed',
    ]);
  });

  it('takes the place of what was only declared, shows what stood there, and lets more of the same go on waiting', () => {
    const declared = (kind: 'passed' | 'failed') => entry({ ...row(both(kind)), how: 'own', by: 'person-1' });
    expect(decide(declared('failed'), row(both('passed')))).toMatchObject({
      outcome: 'changed',
      stands: [
        { result: { kind: 'failed' }, confirmed: false },
        { result: { kind: 'failed' }, confirmed: false },
      ],
    });
    expect(holdingOf(after(declared('failed'), row(both('passed')))).held?.papers[0]?.result.kind).toBe('passed');
    const registered = holdingOf(after(declared('passed'), row(both('registered'))));
    expect(registered.confirmed?.papers[0]?.result.kind).toBe('registered');
    expect([registered.state, registered.held?.papers[0]?.result.kind, registered.held?.by]).toEqual([
      'declared',
      'passed',
      'person-1',
    ]);
  });

  const junior = examRecord.map(({ entries }) => entries.find(({ level }) => level === 'junior'));
  const kinds = fc.constantFrom('registered', 'sat', 'passed', 'failed', 'absent', undefined);
  const anyRow = fc
    .tuple(kinds, kinds)
    .filter(([one, two]) => one !== undefined || two !== undefined)
    .map(([one, two]) => row({ ...(one && { 'junior-comprehensive': one }), ...(two && { 'junior-practice': two }) }));

  it('is the same when it comes again, whatever stood there', () => {
    fc.assert(
      fc.property(junior, anyRow, fc.boolean(), (held, said, replaces) => {
        const first = decide(held, said, replaces);
        const next = held === undefined && !('facts' in first) ? undefined : after(held, said, replaces);
        expect(decide(next, said, replaces).outcome).toBe(first.outcome === 'conflict' ? 'conflict' : 'same');
      }),
    );
  });

  it('writes over nothing confirmed without being told to, and takes no fact away', () => {
    fc.assert(
      fc.property(junior, anyRow, (held, said) => {
        const before = holdingOf(held ?? { facts: [] }).confirmed;
        const next = after(held, said);
        expect(next.facts.slice(0, held?.facts.length ?? 0)).toEqual(held?.facts ?? []);
        for (const paper of before?.papers ?? []) {
          const now = holdingOf(next).confirmed?.papers.find(({ subject }) => subject === paper.subject);
          expect(now && ['same', 'more'].includes(relationOf(paper, now))).toBe(true);
        }
        const isConflict = contradictions(before?.papers ?? [], said.papers).length > 0;
        expect(decide(held, said).outcome === 'conflict').toBe(isConflict);
      }),
    );
  });
});
