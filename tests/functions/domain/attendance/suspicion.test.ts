import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../../../functions/domain/attendance/sightings.ts';
import { identityOf, type Suspicion, suspicionsOf } from '../../../../functions/domain/attendance/suspicion.ts';
import { clock, morning } from './builders.ts';

const hall = { ...morning, id: 'hall', onSite: true };
const annex = { ...morning, id: 'annex', onSite: true };
const online = { ...morning, id: 'online', onSite: false };
const sessions = [hall, annex, online];

/** A sighting from a text: `person device kind time`, in the hall. */
function seen(text: string, more: Partial<Sighting> = {}): Sighting {
  const [person = '', device = '', kind = '', time = ''] = text.split(' ');
  return { person, device, kind: kind as Sighting['kind'], at: clock(time), how: 'scan', session: 'hall', ...more };
}

/** Earlier sessions in which each person used a phone of their own. */
function knownBy(...pairs: string[]): Sighting[] {
  return pairs.flatMap((pair) => ['before-1', 'before-2'].map((session) => seen(`${pair} in 09:00`, { session })));
}

function signs(sightings: Sighting[], history: Sighting[] = [], shared: string[] = []) {
  return suspicionsOf(sightings, { history, sessions, shared });
}

const brief = (all: Suspicion[]) => all.map(({ person, code }) => `${person} ${code}`);

describe('one phone for several people', () => {
  const two = [seen('an x in 08:50'), seen('bo x in 08:51'), seen('bo x out 12:00')];

  it('casts doubt on all of them while nobody knows whose it is', () => {
    expect(signs(two)).toEqual([
      { code: 'shared-device', session: 'hall', person: 'an', at: [clock('08:50')], with: ['bo'] },
      { code: 'shared-device', session: 'hall', person: 'bo', at: [clock('08:51'), clock('12:00')], with: ['an'] },
    ]);
  });

  it('casts none on the one whose phone it is', () => {
    expect(brief(signs(two, knownBy('an x', 'bo y')))).toEqual(['bo borrowed-device', 'bo shared-device']);
  });

  it('casts doubt on all again when several have used it alike', () => {
    expect(brief(signs(two, knownBy('an x', 'bo x')))).toEqual(['an shared-device', 'bo shared-device']);
  });

  it('casts none where a human has said that it is shared', () => {
    expect(signs(two, knownBy('an x', 'bo y'), ['x'])).toEqual([]);
  });

  it('casts none in two sessions, one after another', () => {
    expect(signs([seen('an x in 08:50'), seen('bo x in 08:51', { session: 'annex' })])).toEqual([]);
  });

  it.each(['manual', 'offline', 'relayed'] as const)('casts none when its marks are %s: it is the trainer’s', (how) => {
    expect(signs(two.map((one) => ({ ...one, how })))).toEqual([]);
  });
});

it('flags a phone that is somebody else’s, even when that one is not there', () => {
  expect(signs([seen('bo x in 08:51')], knownBy('an x'))).toEqual([
    { code: 'borrowed-device', session: 'hall', person: 'bo', at: [clock('08:51')], owners: ['an'] },
  ]);
});

it('flags nobody for a phone that was never seen', () => {
  expect(signs([seen('bo new in 08:51')], knownBy('an x', 'bo y'))).toEqual([]);
});

describe('two places at once', () => {
  const there = (text: string, session = 'annex') => seen(text, { session });

  it('are flagged in both', () => {
    const all = signs([seen('an x in 09:00'), seen('an x out 12:00'), there('an x in 10:00'), there('an x out 12:00')]);
    expect(all.map(({ session, code }) => [session, code])).toEqual([
      ['annex', 'two-places'],
      ['hall', 'two-places'],
    ]);
    expect(all[0]).toEqual({
      code: 'two-places',
      session: 'annex',
      person: 'an',
      at: [clock('10:00'), clock('12:00')],
      other: 'hall',
    });
  });

  it.each<[string, Sighting[]]>([
    ['somebody signs in here in the middle of a stay there', [there('an x in 10:00')]],
    ['a check was answered here in the middle of a stay there', [there('an x in 08:50'), there('an x mid 10:00')]],
  ])('are proved when %s, without a sign-out', (_what, others) => {
    expect(brief(signs([seen('an x in 09:00'), seen('an x out 12:00'), ...others]))).toHaveLength(2);
  });

  it.each<[string, Sighting[]]>([
    ['goes from one room to the other', [seen('an x in 09:00'), seen('an x out 10:00:10'), there('an x in 10:00:40')]],
    ['forgot to sign out here', [seen('an x in 09:00'), there('an x in 09:05'), there('an x out 12:00')]],
    [
      'is in an online session too',
      [
        seen('an x in 09:00'),
        seen('an x out 12:00'),
        there('an x in 09:00', 'online'),
        there('an x out 12:00', 'online'),
      ],
    ],
    [
      'is in a session that nobody named',
      [seen('an x in 09:00'), seen('an x out 12:00'), there('an x in 10:00', 'else'), there('an x out 11:00', 'else')],
    ],
  ])('are not proved when somebody %s', (_what, sightings) => {
    expect(signs(sightings)).toEqual([]);
  });

  it('are not proved by signing out late of one session after signing in early to the next', () => {
    const next = { id: 'next', onSite: true, startsAt: clock('12:00'), endsAt: clock('14:00') };
    const sightings = [
      seen('an x in 09:00'),
      seen('an x out 12:10'),
      there('an x in 11:50', 'next'),
      there('an x out 14:00', 'next'),
    ];
    expect(suspicionsOf(sightings, { history: [], sessions: [hall, next] })).toEqual([]);
  });
});

describe('a sign', () => {
  const two = [seen('an x in 08:50'), seen('bo x in 08:51')];
  const ids = (sightings: Sighting[], history: Sighting[] = []) => signs(sightings, history).map(identityOf);

  it('is the same one while others are drawn into it, and whoever the phone is said to belong to', () => {
    const more = [...two, seen('cy x in 08:52')];
    expect(ids(more)).toEqual(expect.arrayContaining(ids(two)));
    const lent = [seen('bo x in 08:51')];
    expect(ids(lent, knownBy('an x'))).toEqual(ids(lent, knownBy('cy x')));
  });

  it('is another one with another mark, of another kind and of another person', () => {
    const later = [...two, seen('bo x out 12:00')];
    expect(ids(later).filter((id) => ids(two).includes(id))).toHaveLength(1);
    const all = ids(later, knownBy('an x'));
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the signs', () => {
  const sighting = fc.record({
    person: fc.constantFrom('an', 'bo', 'cy'),
    device: fc.constantFrom('x', 'y', 'z'),
    session: fc.constantFrom('hall', 'annex', 'online'),
    kind: fc.constantFrom('in', 'out', 'mid'),
    at: fc
      .nat({ max: 200 })
      .map((minute) =>
        clock(`${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`),
      ),
    how: fc.constantFrom('scan', 'digits', 'manual'),
  });
  const history = knownBy('an x', 'bo y');

  it('do not depend on the order of the sightings', () => {
    const shuffled = fc
      .array(sighting, { maxLength: 12 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(signs(other, history)).toEqual(signs(all, history));
      }),
    );
  });

  it('stand in one order also when somebody marks with two phones in one moment', () => {
    const marks = [seen('cy x in 09:01'), seen('an x in 09:00'), seen('cy y in 09:01')];
    expect(signs(marks, history)).toHaveLength(3);
    expect(signs(marks.toReversed(), history)).toEqual(signs(marks, history));
  });

  it('do not see a network address', () => {
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 12 }), (all) => {
        const behindOne = all.map((one) => ({ ...one, address: '203.0.113.7' }));
        expect(signs(behindOne, history)).toEqual(signs(all, history));
      }),
    );
  });
});
