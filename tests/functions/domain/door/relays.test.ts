import { describe, expect, it } from 'vitest';
import { clockOff, relayBody, relayedAt } from '../../../../functions/domain/door/relays.ts';
import { after } from './builders.ts';

describe('a clock', () => {
  it('is right when it differs by five seconds, and off when by more, ahead or behind', () => {
    expect(clockOff(after(5), after(0))).toBe(0);
    expect(clockOff(after(6), after(0))).toBe(6000);
    expect(clockOff(after(0), after(3600))).toBe(-3_600_000);
  });
});

describe('a mark from a device', () => {
  it('is relayed when it comes within two minutes, offline later, and none when it is yet to come', () => {
    expect(relayedAt(after(0), { offMs: 0, now: after(120) })).toEqual({ at: after(0), how: 'relayed' });
    expect(relayedAt(after(0), { offMs: 0, now: after(121) })).toEqual({ at: after(0), how: 'offline' });
    expect(relayedAt(after(6), { offMs: 0, now: after(0) })).toBeUndefined();
  });

  it('is put right by how far the clock is off', () => {
    expect(relayedAt(after(3600), { offMs: 3_600_000, now: after(10) })).toEqual({ at: after(0), how: 'relayed' });
  });

  it('is another one when it says another person, kind or time', () => {
    const said = { person: 'a', kind: 'in', at: after(0) };
    const all = [said, { ...said, person: 'b' }, { ...said, kind: 'out' }, { ...said, at: after(1) }].map(relayBody);
    expect(new Set(all).size).toBe(4);
  });
});
