import { describe, expect, it } from 'vitest';
import {
  beginCorrection,
  type Correction,
  canDecide,
  decideCorrection,
  factsOf,
  type WantedMark,
} from '../../../../functions/domain/attendance/corrections.ts';
import { DEFAULT_RULE } from '../../../../functions/domain/attendance/rule.ts';
import { verdictOf } from '../../../../functions/domain/attendance/verdict.ts';
import { clock, marks, morning, voidOf } from './builders.ts';

const held = marks('in 09:00', 'out 10:00');
const wanted: WantedMark[] = [
  { kind: 'void', of: 2 },
  { kind: 'out', at: clock('12:00') },
];
const asked = { marks: wanted, by: 'trainer-1', at: clock('13:00'), why: '误扫签退码' };
const decision = { by: 'manager-1', at: clock('14:00'), why: '已核对签到表' };

function begun(isClosed: boolean): Correction {
  const result = beginCorrection(asked, held, isClosed);
  if (!result.ok) throw new Error(result.reason);
  return result.correction;
}

function verdictAfter(correction: Correction) {
  return verdictOf(morning, { marks: [...held, ...factsOf(correction, held)] }, DEFAULT_RULE);
}

describe('a correction', () => {
  it('holds at once while the course runs, with who and why in its facts', () => {
    const correction = begun(false);
    expect(correction).toEqual({ ...asked, state: 'approved' });
    const fact = { how: 'manual', by: 'trainer-1', why: '误扫签退码' };
    expect(factsOf(correction, held)).toEqual([
      { ...fact, n: 3, kind: 'void', of: 2, at: clock('13:00') },
      { ...fact, n: 4, kind: 'out', at: clock('12:00') },
    ]);
    expect(verdictAfter(correction)).toMatchObject({ minutes: 180, flags: ['added'] });
  });

  it('counts after the closing only once another person has approved it', () => {
    const proposed = begun(true);
    expect(factsOf(proposed, held)).toEqual([]);
    expect(verdictAfter(proposed)).toMatchObject({ minutes: 0, state: 'left-early' });
    const approved = decideCorrection(proposed, 'approve', decision);
    expect(approved).toMatchObject({ ok: true, correction: { state: 'approved', decided: decision } });
    expect(approved.ok && verdictAfter(approved.correction).minutes).toBe(180);
  });

  it('counts nothing when it is refused', () => {
    const refused = decideCorrection(begun(true), 'refuse', decision);
    expect(refused.ok && factsOf(refused.correction, held)).toEqual([]);
  });

  it.each(['approve', 'refuse'] as const)('is not for the one who asked to %s', (move) => {
    const proposed = begun(true);
    expect(decideCorrection(proposed, move, { ...decision, by: 'trainer-1' })).toEqual({ ok: false, reason: 'own' });
    expect(canDecide(proposed, move, 'trainer-1')).toBe(false);
    expect(canDecide(proposed, move, 'manager-1')).toBe(true);
  });

  it('is decided once, and with a reason', () => {
    const first = decideCorrection(begun(true), 'refuse', decision);
    const again = first.ok && decideCorrection(first.correction, 'approve', { ...decision, by: 'manager-2' });
    expect(again).toEqual({ ok: false, reason: 'wrong-state' });
    expect(decideCorrection(begun(true), 'approve', { ...decision, why: ' ' })).toEqual({
      ok: false,
      reason: 'no-reason',
    });
    expect(canDecide(begun(false), 'approve', 'manager-1')).toBe(false);
  });

  it.each<[string, Partial<typeof asked>, string]>([
    ['without a reason', { why: ' ' }, 'no-reason'],
    ['of nothing', { marks: [] }, 'nothing'],
    ['of a mark that is not there', { marks: [{ kind: 'void', of: 9 }] }, 'no-such-mark'],
    ['of a mark twice', { marks: [wanted[0], wanted[0]] as WantedMark[] }, 'no-such-mark'],
  ])('%s is refused', (_what, change, reason) => {
    expect(beginCorrection({ ...asked, ...change }, held, false)).toEqual({ ok: false, reason });
  });

  it('of a mark that was taken back before is refused', () => {
    const marksNow = [...held, voidOf(3, 2)];
    expect(beginCorrection(asked, marksNow, true)).toEqual({ ok: false, reason: 'no-such-mark' });
  });

  it('takes nothing back that somebody else took back while it waited', () => {
    const approved = decideCorrection(begun(true), 'approve', decision);
    const meanwhile = [...held, voidOf(3, 2)];
    const facts = approved.ok ? factsOf(approved.correction, meanwhile) : [];
    expect(facts.map(({ n, kind }) => [n, kind])).toEqual([[4, 'out']]);
  });
});
