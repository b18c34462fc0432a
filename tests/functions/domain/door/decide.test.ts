import { describe, expect, it } from 'vitest';
import { decideMark, type Held, type Wanted } from '../../../../functions/domain/door/decide.ts';
import { after, morning } from './builders.ts';

const inAt = (seconds: number, n = 1): Held => ({ n, kind: 'in', at: after(seconds), step: Math.floor(seconds / 10) });
const outAt = (seconds: number, n = 2): Held => ({ ...inAt(seconds, n), kind: 'out' });
const wanted = (kind: Wanted['kind'], seconds: number): Wanted => ({
  kind,
  at: after(seconds),
  step: Math.floor(seconds / 10),
});

describe('a mark', () => {
  it('is taken from an hour before the session on', () => {
    expect(decideMark(morning(), [], wanted('in', -3600))).toEqual({ ok: true, walkIn: false });
    expect(decideMark(morning(), [], wanted('in', -3601))).toEqual({ ok: false, reason: 'door-too-early' });
  });

  it('of coming is taken until the end, of leaving for an hour more', () => {
    expect(decideMark(morning(), [], wanted('in', 3 * 3600)).ok).toBe(true);
    expect(decideMark(morning(), [], wanted('in', 3 * 3600 + 1))).toEqual({ ok: false, reason: 'door-too-late' });
    expect(decideMark(morning(), [inAt(0)], wanted('out', 4 * 3600)).ok).toBe(true);
    expect(decideMark(morning(), [inAt(0)], wanted('out', 4 * 3600 + 1))).toEqual({
      ok: false,
      reason: 'door-too-late',
    });
  });

  it('at tomorrow’s session is too early', () => {
    expect(decideMark(morning(), [], wanted('in', -86_400))).toEqual({ ok: false, reason: 'door-too-early' });
  });

  it.each([
    ['cancelled', 'session-cancelled'],
    ['not-running', 'course-not-running'],
  ] as const)('at a session that is %s is refused', (state, reason) => {
    expect(decideMark(morning({ state }), [], wanted('in', 0))).toEqual({ ok: false, reason });
  });

  it('of somebody who is not enrolled is a walk-in’s where the course lets them in', () => {
    expect(decideMark(morning({ enrolled: false }), [], wanted('in', 0))).toEqual({
      ok: false,
      reason: 'not-enrolled',
    });
    const open = morning({ enrolled: false, walkIns: true });
    expect(decideMark(open, [], wanted('in', 0))).toEqual({ ok: true, walkIn: true });
  });
});

describe('the same mark', () => {
  it('is answered to a double scan within three seconds', () => {
    expect(decideMark(morning(), [outAt(0, 1)], wanted('out', 3))).toEqual({ ok: true, same: 1 });
    expect(decideMark(morning(), [outAt(0, 1)], wanted('out', 14))).toEqual({ ok: false, reason: 'already-out' });
  });

  it('is answered to whoever is in already, whenever they came', () => {
    expect(decideMark(morning(), [inAt(0)], wanted('in', 3600))).toEqual({ ok: true, same: 1 });
  });

  it('is answered to the code it was made by, also after its person has left', () => {
    expect(decideMark(morning(), [inAt(0), outAt(8)], { kind: 'in', at: after(9), step: 0 })).toEqual({
      ok: true,
      same: 1,
    });
  });

  it('is no hindrance to coming back from a break', () => {
    expect(decideMark(morning(), [inAt(0), outAt(3600)], wanted('in', 5400))).toEqual({ ok: true, walkIn: false });
  });

  it('does not hide an earlier arrival that is recorded later, by a device without network', () => {
    expect(decideMark(morning(), [inAt(600)], wanted('in', -300))).toEqual({ ok: true, walkIn: false });
  });
});

describe('leaving', () => {
  it('without having come is a mark: the verdict explains what it is worth', () => {
    expect(decideMark(morning(), [], wanted('out', 10_800))).toEqual({ ok: true, walkIn: false });
  });
});

describe('a mid-session mark', () => {
  const windows = [{ from: after(3600), until: after(3900) }];

  it('is taken in a window the trainer has opened, once', () => {
    const door = morning({ windows });
    expect(decideMark(door, [inAt(0)], wanted('mid', 3599))).toEqual({ ok: false, reason: 'no-window' });
    expect(decideMark(door, [inAt(0)], wanted('mid', 3700))).toEqual({ ok: true, walkIn: false });
    const held: Held[] = [inAt(0), { n: 2, kind: 'mid', at: after(3700), step: 370 }];
    expect(decideMark(door, held, wanted('mid', 3890))).toEqual({ ok: true, same: 2 });
  });

  it('does not bring anybody in or out', () => {
    const held: Held[] = [inAt(0), { n: 2, kind: 'mid', at: after(3700) }];
    expect(decideMark(morning({ windows }), held, wanted('in', 3800))).toEqual({ ok: true, same: 1 });
  });
});

it('takes no code again whose mark was voided', () => {
  const again = { ...wanted('in', 5), voided: [0] };
  expect(decideMark(morning(), [], again)).toEqual({ ok: false, reason: 'code-used' });
  expect(decideMark(morning(), [], { ...again, step: 1 })).toEqual({ ok: true, walkIn: false });
});
