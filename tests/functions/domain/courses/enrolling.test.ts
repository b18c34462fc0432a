import { describe, expect, it } from 'vitest';
import { type Joining, join, moveRefused } from '../../../../functions/domain/courses/enrolling.ts';
import {
  ENROLMENT_MOVES,
  ENROLMENT_STATES,
  type Enrolment,
  type EnrolmentMove,
  holdsSeat,
  isEnd,
  mayMove,
  stepped,
} from '../../../../functions/domain/courses/enrolment.ts';
import { NOON } from '../../../support/builders.ts';
import { courseOf, seatsOf } from './builders.ts';

const clerk = { unit: 'station', ancestors: ['station', 'county'], post: 'social-worker' } as const;

function held(change: Partial<Enrolment> = {}): Enrolment {
  const who = { course: 'course-a', person: 'person-a', name: '王某' };
  return { ...who, state: 'withdrawn', at: NOON, steps: [], version: 1, ...change };
}

function asked(change: Partial<Joining> = {}): string {
  const usual = { course: courseOf(), seats: seatsOf(), applicant: { working: [clerk], levels: [] }, now: NOON };
  const joined = join({ ...usual, ...change });
  return joined.ok ? joined.outcome : joined.reason;
}

describe('joining', () => {
  const full = seatsOf({ taken: 3 });
  it.each<[string, Partial<Joining>]>([
    ['take', {}],
    ['queue', { seats: full }],
    ['request', { course: courseOf({ approval: 'unit' }) }],
    ['request', { course: courseOf({ approval: 'unit' }), seats: full }],
    ['take', { course: courseOf({ approval: 'unit' }), byUnit: true }],
    ['unit-needed', { course: courseOf({ approval: 'unit' }), applicant: { working: [], levels: [] } }],
    ['unit-not-eligible', { course: courseOf({ who: { units: ['city'] } }) }],
    ['course-cancelled', { course: courseOf({ state: 'cancelled' }) }],
    ['course-closed', { course: courseOf({ state: 'closed' }) }],
    ['course-closed', { course: courseOf({ state: 'draft' }) }],
    ['enrolment-not-open', { now: '2026-01-31T23:59:59.999Z' }],
    ['enrolment-over', { now: '2026-03-20T00:00:00.000Z' }],
    ['already-enrolled', { held: held({ state: 'waiting' }) }],
    ['take', { held: held() }],
    ['take', { held: held({ turnedDown: true }) }],
    ['no-second-offer', { held: held({ turnedDown: true }), seats: full }],
  ])('comes to %s', (expected, change) => {
    expect(asked(change)).toBe(expected);
  });
});

describe('the moves', () => {
  it('lead from every state but an end somewhere, and from an end to a new beginning alone', () => {
    const moves = Object.keys(ENROLMENT_MOVES) as EnrolmentMove[];
    for (const state of ENROLMENT_STATES) {
      const from = moves.filter((move) => mayMove(state, move));
      expect(from.length, state).toBeGreaterThan(0);
      expect(from.includes('begin'), state).toBe(isEnd(state));
      if (isEnd(state)) expect([from, holdsSeat(state)], state).toEqual([['begin'], false]);
    }
  });

  it('come too late for an offer from its very instant on', () => {
    const offered = held({ state: 'offered', offer: { expiresAt: NOON } });
    expect(moveRefused(offered, 'accept', '2026-03-01T03:59:59.999Z')).toBeUndefined();
    expect(moveRefused(offered, 'accept', NOON)).toBe('offer-over');
    expect(moveRefused(held({ state: 'lapsed' }), 'decline', NOON)).toBe('offer-over');
    expect(moveRefused(held(), 'withdraw', NOON)).toBe('enrolment-state');
  });
});

describe('a step', () => {
  it('keeps ticket and offer no longer than the state they belong to, and who turned an offer down for ever', () => {
    const waiting = stepped(held({ version: 0 }), { state: 'waiting', at: NOON, ticket: 7 });
    expect(waiting).toMatchObject({ state: 'waiting', ticket: 7, version: 1 });
    const offered = stepped(waiting, { state: 'offered', at: NOON, expiresAt: NOON });
    expect([offered.ticket, offered.offer]).toEqual([undefined, { expiresAt: NOON }]);
    const declined = stepped(offered, { state: 'declined', at: NOON });
    expect([declined.offer, declined.turnedDown]).toEqual([undefined, true]);
    expect(stepped(declined, { state: 'enrolled', at: NOON }).turnedDown).toBe(true);
  });

  it('is added to those before, of which the last twenty are kept', () => {
    let one = held();
    for (let i = 0; i < 30; i += 1) one = stepped(one, { state: 'withdrawn', at: `${i}` });
    expect([one.steps.length, one.steps.at(-1)?.at, one.version]).toEqual([20, '29', 31]);
  });
});
