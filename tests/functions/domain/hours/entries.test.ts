import { describe, expect, it } from 'vitest';
import {
  canMoveEntry,
  dayIn,
  type EntryMove,
  type EntryState,
  isOver,
  type Learned,
  minutesIn,
  moveEntry,
  type StateFact,
  stateOf,
} from '../../../../functions/domain/hours/entries.ts';
import { APPROVED, PROPOSED, REVOKED, stretch, training } from './builders.ts';

const REFUSED: StateFact = { ...REVOKED, state: 'refused' };
const fact = { at: '2025-03-01T08:00:00.000Z', by: 'manager-3', why: '材料不全' };

describe('an entry', () => {
  it.each<[EntryMove, EntryState | undefined, EntryState | undefined, EntryState | undefined, EntryState | undefined]>([
    ['approve', 'approved', undefined, undefined, undefined],
    ['refuse', 'refused', undefined, undefined, undefined],
    ['revoke', undefined, 'revoked', undefined, undefined],
  ])('%s goes from proposed to %s, from approved to %s, from refused to %s, from revoked to %s', (move, ...ends) => {
    [PROPOSED, APPROVED, REFUSED, REVOKED].forEach((state, i) => {
      const one = training('a', '2025-01-08 09:00', 180, state);
      const moved = moveEntry(one, move, fact);
      expect(moved.ok ? stateOf(moved.entry).state : undefined).toBe(ends[i]);
      expect(canMoveEntry(one, move, fact.by)).toBe(moved.ok);
      if (!moved.ok) expect(moved).toEqual({ ok: false, reason: 'wrong-state', state: state.state });
    });
  });

  it('keeps every state it was in, with who, when and why', () => {
    const moved = moveEntry(training('a', '2025-01-08 09:00', 180, PROPOSED, APPROVED), 'revoke', fact);
    expect(moved.ok && moved.entry.facts).toEqual([PROPOSED, APPROVED, { ...fact, state: 'revoked' }]);
  });

  it('is approved by another person than who proposed it', () => {
    const one = training('a', '2025-01-08 09:00', 180, PROPOSED);
    expect(moveEntry(one, 'approve', { ...fact, by: PROPOSED.by })).toMatchObject({ ok: false, reason: 'own' });
    expect(canMoveEntry(one, 'approve', PROPOSED.by)).toBe(false);
    expect(moveEntry(one, 'refuse', { ...fact, by: PROPOSED.by }).ok, 'who handed it in may take it back').toBe(true);
  });

  it('is refused and revoked for a reason', () => {
    const { why: _, ...silent } = fact;
    expect(moveEntry(training('a', '2025-01-08 09:00', 1, PROPOSED), 'refuse', silent)).toMatchObject({
      ok: false,
      reason: 'no-reason',
    });
    expect(moveEntry(training('a', '2025-01-08 09:00', 1), 'revoke', { ...fact, why: ' ' }).ok).toBe(false);
    expect(moveEntry(training('a', '2025-01-08 09:00', 1, PROPOSED), 'approve', silent).ok).toBe(true);
  });
});

describe('what was learned', () => {
  it.each<[string, Learned, boolean]>([
    ['today', { kind: 'degree', day: '2025-07-01' }, true],
    ['tomorrow', { kind: 'training', when: { day: '2025-07-02', minutes: 60 } }, false],
    ['until now', { kind: 'training', when: { intervals: [stretch('2025-07-01 09:00', 60)] } }, true],
    ['until a minute from now', { kind: 'training', when: { intervals: [stretch('2025-07-01 09:00', 61)] } }, false],
  ])('%s is over, or is not', (_when, learned, over) => {
    expect(isOver(learned, '2025-07-01T02:00:00.000Z')).toBe(over);
  });

  it.each<[string, Learned, number, string | undefined]>([
    ['a degree', { kind: 'degree', day: '2025-07-01' }, 5400, '2025-07-01'],
    ['so many minutes of a day', { kind: 'taught', when: { day: '2025-07-01', minutes: 960 } }, 960, '2025-07-01'],
    [
      'stretches, which overlap and lie in no order',
      {
        kind: 'training',
        when: { intervals: [stretch('2025-07-01 01:00', 60), stretch('2025-06-30 23:00', 150)] },
      },
      180,
      '2025-06-30',
    ],
    ['nothing', { kind: 'training', when: { intervals: [] } }, 0, undefined],
  ])('%s has its minutes and its first day', (_what, learned, minutes, day) => {
    expect([minutesIn(learned), dayIn(learned)]).toEqual([minutes, day]);
  });
});
