import { describe, expect, it } from 'vitest';
import { boundsOf, countedOf, staysOf } from '../../../../functions/domain/attendance/stays.ts';
import { clock, marks, morning } from './builders.ts';

function staysFrom(...texts: string[]) {
  const { stays, loose } = staysOf(marks(...texts));
  return { stays: stays.map(({ from, to }) => [from, to]), loose: loose.map(({ kind, at }) => [kind, at]) };
}

describe('stays', () => {
  it('begin down and end up to the minute, in the favour of whoever came', () => {
    const { stays } = staysFrom('in 09:15:59', 'out 11:59:01');
    expect(stays).toEqual([[clock('09:15'), clock('12:00')]]);
  });

  it('are several for somebody who came and went', () => {
    const { stays, loose } = staysFrom('in 09:00', 'out 10:00', 'in 10:30', 'out 12:00');
    expect(stays).toEqual([
      [clock('09:00'), clock('10:00')],
      [clock('10:30'), clock('12:00')],
    ]);
    expect(loose).toEqual([]);
  });

  it('go on for somebody who is in and signs in again', () => {
    expect(staysFrom('in 09:00', 'in 10:30', 'out 12:00').stays).toEqual([[clock('09:00'), clock('12:00')]]);
  });

  it('end with the first sign-out', () => {
    expect(staysFrom('in 09:00', 'out 10:00', 'out 12:00')).toEqual({
      stays: [[clock('09:00'), clock('10:00')]],
      loose: [['out', clock('12:00')]],
    });
  });

  it('take a second sign-out within the minute for the same one', () => {
    expect(staysFrom('in 09:00', 'out 12:00:00', 'out 12:00:59').loose).toEqual([]);
    expect(staysFrom('in 09:00', 'out 12:00:00', 'out 12:01:00').loose).toEqual([['out', clock('12:01')]]);
  });

  it('end and begin anew by two marks of one instant', () => {
    expect(staysFrom('in 09:00', 'in 10:00', 'out 10:00', 'out 12:00').stays).toEqual([
      [clock('09:00'), clock('10:00')],
      [clock('10:00'), clock('12:00')],
    ]);
  });

  it('are empty for somebody who comes and goes in one instant', () => {
    expect(staysFrom('out 10:00', 'in 10:00').stays).toEqual([[clock('10:00'), clock('10:00')]]);
  });

  it('have beside them what was signed without coming in', () => {
    expect(staysFrom('mid 10:00', 'out 12:00')).toEqual({
      stays: [],
      loose: [
        ['mid', clock('10:00')],
        ['out', clock('12:00')],
      ],
    });
  });

  it('are proved up to the last check that was answered', () => {
    const { stays } = staysOf(marks('in 09:00', 'mid 10:10', 'mid 10:40:20'));
    expect(stays).toEqual([{ from: clock('09:00'), proved: clock('10:41') }]);
  });
});

describe('a session in whole minutes', () => {
  it('is rounded inwards, so that nobody is present longer than it lasts', () => {
    expect(boundsOf({ startsAt: clock('09:00:30'), endsAt: clock('12:00:30') })).toEqual({
      from: clock('09:01'),
      to: clock('12:00'),
    });
  });

  it('is empty when it ends before it begins', () => {
    const { from, to } = boundsOf({ startsAt: clock('12:00'), endsAt: clock('09:00') });
    expect(from).toBe(to);
  });
});

describe('a stay in a session', () => {
  const bounds = boundsOf(morning);
  const stay = (from: string, to: string) => ({ from: clock(from), to: clock(to), proved: clock(from) });

  it('counts what lies inside', () => {
    const rule = { missingOut: 'none' } as const;
    expect(countedOf(stay('08:50', '12:05'), bounds, rule)).toEqual(bounds);
    expect(countedOf(stay('09:20', '11:00'), bounds, rule)).toEqual({ from: clock('09:20'), to: clock('11:00') });
  });

  it.each([
    ['08:00', '09:00'],
    ['12:00', '12:30'],
  ])('does not touch it from %s to %s', (from, to) => {
    expect(countedOf(stay(from, to), bounds, { missingOut: 'until-end' })).toBeUndefined();
  });

  it.each([
    ['none', '10:00', '10:11'],
    ['review', '10:00', '10:11'],
    ['half', '10:00', '11:05'],
    ['until-end', '10:00', '12:00'],
    ['half', '08:30', '10:35'],
  ] as const)(
    'without an end counts by %s, from %s and proved until 10:11, up to %s at the least',
    (missingOut, from, to) => {
      const proved = from === '08:30' ? clock('09:10') : clock('10:11');
      expect(countedOf({ from: clock(from), proved }, bounds, { missingOut })?.to).toBe(clock(to));
    },
  );

  it('without an end and begun after the session does not touch it', () => {
    const late = { from: clock('12:00'), proved: clock('12:00') };
    expect(countedOf(late, bounds, { missingOut: 'until-end' })).toBeUndefined();
  });
});
