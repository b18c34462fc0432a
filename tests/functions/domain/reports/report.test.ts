// The steps of a report: what leads where, who may take which.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Beginning,
  begun,
  isFrozen,
  movedReport,
  REPORT_MOVES,
  type Report,
  type ReportMove,
  type ReportMoving,
  reportMoves,
  signersOf,
} from '../../../../functions/domain/reports/report.ts';

const AT = '2026-03-03T02:00:00.000Z';
const HASH = 'a'.repeat(64);
const selection = { indicators: ['served'], levels: 1, note: '' } as const;
const beginning: Beginning = {
  ...{ unit: '21', template: 'month', months: { year: 2026, from: 2, to: 2 }, ...selection },
  ...{ at: AT, by: 'maker', today: '2026-03-03' },
};

function draft(): Report {
  const first = begun(beginning);
  if (!first.ok) throw new Error(first.reason);
  return first.report;
}

const movings: Record<ReportMove, ReportMoving> = {
  edit: { move: 'edit', ...selection, note: '改过' },
  make: { move: 'make', made: { cutOff: AT, hash: HASH, at: AT, by: 'maker' } },
  sign: { move: 'sign', hash: HASH },
  countersign: { move: 'countersign', hash: HASH },
  reopen: { move: 'reopen', why: '漏报' },
  send: { move: 'send', to: '11' },
  receive: { move: 'receive' },
  return: { move: 'return', why: '漏报' },
  drop: { move: 'drop' },
};

function after(...steps: [ReportMove, string][]): Report {
  return steps.reduce((report, [move, by]) => {
    const next = movedReport(report, movings[move], { at: AT, by });
    if (!next.ok) throw new Error(`${move} by ${by}: ${next.reason}`);
    return next.report;
  }, draft());
}

const FROZEN: [ReportMove, string][] = [
  ['make', 'maker'],
  ['sign', 'one'],
  ['countersign', 'two'],
];

describe('a report', () => {
  it('begins with months of its template that have begun, and once', () => {
    expect(draft()).toMatchObject({ id: '2026-02.month.1', version: 1, edition: 1, state: 'draft' });
    expect(begun({ ...beginning, today: '2026-01-31' })).toEqual({ ok: false, reason: 'report-term' });
    for (const state of ['draft', 'made', 'signed'] as const) {
      expect(begun(beginning, { ...draft(), state })).toEqual({ ok: false, reason: 'report-open' });
    }
    expect(begun(beginning, after(...FROZEN))).toMatchObject({ report: { id: '2026-02.month.2', version: 1 } });
    expect(begun(beginning, after(['drop', 'maker']))).toMatchObject({ report: { id: '2026-02.month.1', version: 3 } });
  });

  it('is signed by two people, and received by a third', () => {
    const signed = after(['make', 'maker'], ['sign', 'one']);
    expect(movedReport(signed, movings.countersign, { at: AT, by: 'one' })).toEqual({
      ok: false,
      reason: 'report-signer',
    });
    expect(reportMoves(signed, 'one')).toEqual(['reopen']);
    expect(reportMoves(signed, 'two')).toEqual(['countersign', 'reopen']);
    const sent = after(...FROZEN, ['send', 'one']);
    expect([reportMoves(sent, 'one'), reportMoves(sent, 'two'), reportMoves(sent, 'three')]).toEqual([
      [],
      [],
      ['receive', 'return'],
    ]);
    expect(signersOf(sent).map(({ by }) => by)).toEqual(['one', 'two']);
  });

  it('lets whoever signed before it was opened again sign anew', () => {
    const again = after(['make', 'maker'], ['sign', 'one'], ['reopen', 'one'], ['make', 'one'], ['sign', 'two']);
    expect(signersOf(again).map(({ by }) => by)).toEqual(['two']);
    expect(movedReport(again, movings.countersign, { at: AT, by: 'one' }).ok).toBe(true);
  });

  it('is signed with the hash of its figures, which an edit takes away', () => {
    const made = after(['make', 'maker']);
    const other = { move: 'sign', hash: 'b'.repeat(64) } as const;
    expect(movedReport(made, other, { at: AT, by: 'one' })).toEqual({ ok: false, reason: 'report-hash' });
    expect(after(['make', 'maker'], ['edit', 'maker'])).toMatchObject({ state: 'draft', note: '改过' });
    expect(after(['make', 'maker'], ['edit', 'maker'])).not.toHaveProperty('made');
    expect(after(['make', 'maker'], ['sign', 'one'], ['reopen', 'two'])).not.toHaveProperty('made');
  });

  it('never changes what is frozen, counts its versions, and offers no move that it refuses', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...REPORT_MOVES), fc.constantFrom('one', 'two', 'three')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, (taken) => {
        let report = draft();
        for (const [move, by] of taken) {
          const next = movedReport(report, movings[move], { at: AT, by });
          expect(next.ok).toBe(reportMoves(report, by).includes(move));
          if (!next.ok) continue;
          expect(next.report.version).toBe(report.version + 1);
          if (isFrozen(report)) expect([next.report.made, isFrozen(next.report)]).toEqual([report.made, true]);
          if (isFrozen(next.report)) expect(new Set(signersOf(next.report).map((step) => step.by)).size).toBe(2);
          report = next.report;
        }
      }),
    );
  });
});
