import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWN_STATES, ownAttendance } from '../../../../functions/domain/attendance/own.ts';
import { anyInstant, anyMarks, clock, marks, morning, voidOf } from './builders.ts';

const held = { endsAt: morning.endsAt, openMin: 60 };
const during = clock('10:00');
const after = clock('13:01');

describe('what somebody sees of their own attendance', () => {
  it('is nothing before they come, and absence when the door has closed behind the others', () => {
    expect(ownAttendance([], held, during)).toBeUndefined();
    expect(ownAttendance([], held, clock('13:00'))).toBeUndefined();
    expect(ownAttendance([], held, after)).toEqual({ state: 'absent' });
  });

  it('says since when they are in, and that they never signed out', () => {
    expect(ownAttendance(marks('in 08:52'), held, during)).toEqual({ state: 'in', in: clock('08:52') });
    expect(ownAttendance(marks('in 08:52', 'in 09:30'), held, during)).toEqual({ state: 'in', in: clock('08:52') });
    expect(ownAttendance(marks('in 08:52'), held, after)).toEqual({ state: 'no-sign-out', in: clock('08:52') });
  });

  it('is out after the last sign-out, and in again from the next coming on', () => {
    const [came, went] = [clock('08:52'), clock('10:00')];
    expect(ownAttendance(marks('in 08:52', 'out 10:00'), held, after)).toEqual({ state: 'out', in: came, out: went });
    expect(ownAttendance(marks('in 08:52', 'out 10:00', 'in 10:30'), held, clock('11:00'))).toEqual({
      ...{ state: 'in', in: clock('10:30') },
    });
    expect(ownAttendance(marks('out 11:58'), held, after)).toEqual({ state: 'out', out: clock('11:58') });
  });

  it('counts no mark that was taken back, and calls nobody absent who answered a check', () => {
    expect(ownAttendance([...marks('in 08:52'), voidOf(2, 1)], held, after)).toEqual({ state: 'absent' });
    expect(ownAttendance(marks('mid 10:00'), held, after)).toBeUndefined();
  });

  it('does not depend on the order in which marks are read', () => {
    const shuffled = anyMarks.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), anyInstant),
    );
    fc.assert(
      fc.property(shuffled, ([all, other, now]) => {
        const own = ownAttendance(all, held, now);
        expect(ownAttendance(other, held, now)).toEqual(own);
        if (own !== undefined) expect(OWN_STATES).toContain(own.state);
      }),
    );
  });
});
