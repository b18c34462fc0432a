import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../../../functions/domain/attendance/intervals.ts';
import type { Mark } from '../../../../functions/domain/attendance/marks.ts';
import {
  COUNT_BY,
  DEFAULT_RULE,
  MISSED_CHECK,
  MISSING_OUT,
  type Rule,
} from '../../../../functions/domain/attendance/rule.ts';
import { type Verdict, verdictOf } from '../../../../functions/domain/attendance/verdict.ts';
import { hoursText } from '../../../../functions/domain/hours/conversion.ts';
import { anyInstant, anyMarks, clock, mark, marks, morning, voidOf } from './builders.ts';

const codes = ({ lines }: Verdict) => lines.map(({ code }) => code);

function judge(texts: string[], rule: Partial<Rule> = {}): Verdict {
  return verdictOf(morning, { marks: marks(...texts) }, { ...DEFAULT_RULE, ...rule });
}

describe('a session 09:00–12:00, late after 15 minutes, hours by presence, at least 80 %', () => {
  it.each<[string[], string, object]>([
    [['in 08:50', 'out 12:05'], '3.00', { state: 'present', flags: [], presence: 180, minutes: 180, share: 10_000 }],
    [['in 09:20', 'out 12:00'], '2.67', { state: 'late', flags: ['late'], presence: 160, minutes: 160, share: 8888 }],
    [
      ['in 09:00', 'out 10:00', 'in 10:30', 'out 12:00'],
      '2.50',
      { state: 'present', flags: [], presence: 150, minutes: 150, share: 8333 },
    ],
  ])('with %j gives %s hours', (texts, hours, verdict) => {
    const given = judge(texts);
    expect(given).toMatchObject({ ...verdict, counts: true });
    expect(hoursText(given.minutes)).toBe(hours);
  });

  it.each([
    ['none', { minutes: 0, presence: 0, counts: false, flags: ['no-sign-out'] }],
    ['half', { minutes: 0, presence: 90, share: 5000, counts: false, flags: ['no-sign-out'] }],
    ['until-end', { minutes: 180, presence: 180, counts: true, flags: ['no-sign-out'] }],
    ['review', { minutes: 0, presence: 0, counts: false, flags: ['no-sign-out', 'review'] }],
  ] as const)('flags a missing sign-out by the policy %s', (missingOut, verdict) => {
    const given = judge(['in 09:00'], { missingOut });
    expect(given).toMatchObject({ ...verdict, state: 'no-sign-out' });
    const line = { from: clock('09:00'), policy: missingOut, minutes: verdict.presence };
    expect(given.lines).toContainEqual({ code: 'stay-open', params: line });
  });

  it('counts an open stay up to an answered check, where it is proved', () => {
    expect(judge(['in 09:00', 'mid 11:30'], { missingOut: 'none' })).toMatchObject({ presence: 150, counts: true });
    expect(judge(['in 09:00', 'mid 11:00'], { missingOut: 'half' })).toMatchObject({ presence: 150, counts: true });
  });

  it('counts nothing of somebody who was there too short', () => {
    const given = judge(['in 09:00', 'out 11:23']);
    expect(given).toMatchObject({
      state: 'left-early',
      presence: 143,
      share: 7944,
      counts: false,
      minutes: 0,
      intervals: [],
    });
    expect(judge(['in 09:00', 'out 11:24'])).toMatchObject({ presence: 144, share: 8000, counts: true, minutes: 144 });
  });

  it('counts the whole session of somebody who was there long enough, where the course says so', () => {
    expect(judge(['in 09:20', 'out 12:00'], { countBy: 'whole' })).toMatchObject({ presence: 160, minutes: 180 });
    expect(judge(['in 10:00', 'out 12:00'], { countBy: 'whole' })).toMatchObject({ presence: 120, minutes: 0 });
  });
});

describe('the state', () => {
  it.each([
    ['in 09:15:59', 'present'],
    ['in 09:16:00', 'late'],
  ])('after %s is %s: a minute has begun or it has not', (came, state) => {
    expect(judge([came, 'out 12:00']).state).toBe(state);
  });

  it.each([
    ['out 11:45', 'present'],
    ['out 11:44:01', 'present'],
    ['out 11:44', 'left-early'],
  ])('after %s is %s', (went, state) => {
    expect(judge(['in 09:00', went]).state).toBe(state);
  });

  it('names being late before leaving early, and flags both', () => {
    expect(judge(['in 09:30', 'out 11:30'])).toMatchObject({ state: 'late', flags: ['late', 'left-early'] });
  });

  it('goes by the first coming and the last going that reach into the session', () => {
    expect(judge(['in 08:10', 'out 08:30', 'in 09:20', 'out 12:00']).state).toBe('late');
    expect(judge(['in 09:00', 'out 11:00', 'in 12:00', 'out 12:20']).state).toBe('left-early');
  });

  it('is absent without marks, excused with leave, and neither counts', () => {
    expect(judge([])).toMatchObject({ state: 'absent', counts: false, minutes: 0 });
    const excused = verdictOf(morning, { marks: [], excused: true }, DEFAULT_RULE);
    expect(excused).toMatchObject({ state: 'excused', counts: false, minutes: 0 });
  });

  it('goes by the marks of somebody who had leave and came', () => {
    const given = verdictOf(morning, { marks: marks('in 09:00', 'out 12:00'), excused: true }, DEFAULT_RULE);
    expect(given).toMatchObject({ state: 'present', minutes: 180 });
    expect(codes(given)).toContain('excused-came');
  });

  it('is absent and to be looked at when somebody signed out who never signed in', () => {
    expect(judge(['out 12:00'])).toMatchObject({ state: 'absent', flags: ['review'], minutes: 0 });
    expect(judge(['mid 10:00'])).toMatchObject({ state: 'absent', flags: ['review'], minutes: 0 });
  });

  it('flags marks by hand and walk-ins, unless they were taken back', () => {
    const all = [mark(1, 'in', '09:00', { how: 'manual', walkIn: true }), mark(2, 'out', '12:00')];
    expect(verdictOf(morning, { marks: all }, DEFAULT_RULE).flags).toEqual(['added', 'walk-in']);
    const again = [...all, voidOf(3, 1), mark(4, 'in', '09:00')];
    expect(verdictOf(morning, { marks: again }, DEFAULT_RULE).flags).toEqual([]);
  });
});

describe('a random check', () => {
  const session = { ...morning, windows: [{ from: clock('10:00'), until: clock('10:05') }] };
  const flagsOf = (texts: string[], rule: Partial<Rule> = {}) =>
    verdictOf(session, { marks: marks(...texts) }, { ...DEFAULT_RULE, ...rule }).flags;

  it('that was not answered asks for a look, where the course says so', () => {
    expect(flagsOf(['in 09:00', 'out 12:00'])).toEqual(['review']);
    expect(flagsOf(['in 09:00', 'out 12:00'], { missedCheck: 'ignore' })).toEqual([]);
  });

  it.each([
    [['in 09:00', 'mid 10:05', 'out 12:00']],
    [['in 09:00', 'out 10:04', 'in 10:20', 'out 12:00']],
    [['in 10:01', 'out 12:00']],
  ])('is no question to %j: answered, or not there the whole time', (texts) => {
    expect(flagsOf(texts)).not.toContain('review');
  });
});

describe('the lines', () => {
  it('explain a long morning one after another', () => {
    const all = [
      mark(1, 'in', '08:00'),
      mark(2, 'out', '08:20'),
      mark(3, 'in', '09:20'),
      mark(4, 'out', '10:00'),
      mark(5, 'in', '10:30', { how: 'manual', by: 'trainer-1', why: '手机没电' }),
      mark(6, 'out', '11:30'),
      mark(7, 'out', '11:50'),
      voidOf(8, 6),
    ];
    expect(verdictOf(morning, { marks: all }, DEFAULT_RULE).lines).toEqual([
      { code: 'session', params: { from: clock('09:00'), to: clock('12:00'), minutes: 180 } },
      { code: 'voided', params: { kind: 'out', at: clock('11:30'), by: 'trainer-1', why: '误签' } },
      { code: 'added', params: { kind: 'in', at: clock('10:30'), by: 'trainer-1', why: '手机没电' } },
      { code: 'stay', params: { from: clock('09:20'), to: clock('10:00'), minutes: 40 } },
      { code: 'stay', params: { from: clock('10:30'), to: clock('11:50'), minutes: 80 } },
      { code: 'gap', params: { from: clock('10:00'), to: clock('10:30'), minutes: 30 } },
      { code: 'outside', params: { from: clock('08:00'), to: clock('08:20') } },
      { code: 'late', params: { at: clock('09:20'), minutes: 20, allowed: 15 } },
      { code: 'share-short', params: { minutes: 120, of: 180, share: 6666, needed: 8000 } },
      { code: 'counts-nothing', params: {} },
    ]);
  });

  it.each<[string[], Partial<Rule>, string[]]>([
    [[], {}, ['session', 'absent']],
    [['out 12:00'], {}, ['session', 'out-without-in', 'absent']],
    [['mid 10:00'], {}, ['session', 'mid-without-in', 'absent']],
    [['in 09:00', 'out 11:30'], {}, ['session', 'stay', 'left-early', 'share-enough', 'counts-presence']],
    [['in 09:00', 'out 12:00'], { countBy: 'whole' }, ['session', 'stay', 'share-enough', 'counts-whole']],
  ])('of %j are %j %j', (texts, rule, expected) => {
    expect(codes(judge(texts, rule))).toEqual(expected);
  });
});

describe('the laws of the verdict', () => {
  const anyRule: fc.Arbitrary<Rule> = fc.record({
    lateAfterMin: fc.nat({ max: 60 }),
    earlyBeforeMin: fc.nat({ max: 60 }),
    minShare: fc.nat({ max: 100 }),
    countBy: fc.constantFrom(...COUNT_BY),
    missingOut: fc.constantFrom(...MISSING_OUT),
    missedCheck: fc.constantFrom(...MISSED_CHECK),
  });
  const anySession = fc.tuple(anyInstant, anyInstant, anyInstant).map((all) => {
    const [startsAt = '', middle = '', endsAt = ''] = all.sort();
    return { startsAt, endsAt, windows: [{ from: middle, until: endsAt }] };
  });
  const anyCase = fc.record({ session: anySession, marks: anyMarks, rule: anyRule, excused: fc.boolean() });
  const verdictIn = (
    { session, rule, excused }: { session: typeof morning; rule: Rule; excused: boolean },
    all: readonly Mark[],
  ) => verdictOf(session, { marks: all, excused }, rule);
  /** Everything but that a mark was once there. */
  const withoutHistory = (verdict: Verdict) => ({
    ...verdict,
    lines: verdict.lines.filter(({ code }) => code !== 'voided'),
  });

  it('never counts more than the session, and its intervals sum to its minutes', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const verdict = verdictIn(one, one.marks);
        const whole = Math.max(
          0,
          Math.floor((Date.parse(one.session.endsAt) - Date.parse(one.session.startsAt)) / 60_000),
        );
        expect(verdict.presence).toBeLessThanOrEqual(whole);
        expect(verdict.minutes).toBeLessThanOrEqual(whole);
        expect(verdict.presence).toBeGreaterThanOrEqual(0);
        expect(verdict.share).toBeLessThanOrEqual(10_000);
        expect(minutesOf(verdict.intervals)).toBe(verdict.minutes);
        expect(verdict.counts || verdict.minutes === 0).toBe(true);
      }),
    );
  });

  it('does not depend on the order of receipt', () => {
    const shuffled = anyCase.chain((one) =>
      fc.tuple(fc.constant(one), fc.shuffledSubarray(one.marks, { minLength: one.marks.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const number = new Map(other.map(({ n }, i) => [n, i + 1]));
        const renumbered = other.map((each): Mark => {
          const n = number.get(each.n) ?? 0;
          return each.kind === 'void' ? { ...each, n, of: number.get(each.of) ?? 99 } : { ...each, n };
        });
        expect(verdictIn(one, other)).toEqual(verdictIn(one, one.marks));
        expect(verdictIn(one, renumbered)).toEqual(verdictIn(one, one.marks));
      }),
    );
  });

  it('is after a void as if the mark had never been', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (one, pick) => {
        const gone = one.marks[pick % Math.max(1, one.marks.length)];
        fc.pre(gone !== undefined && gone.kind !== 'void');
        const after = verdictIn(one, [...one.marks, voidOf(90, gone.n)]);
        const never = verdictIn(
          one,
          one.marks.filter((each) => each !== gone),
        );
        expect(withoutHistory(after)).toEqual(withoutHistory(never));
      }),
    );
  });

  it('is the same when marks are made once more', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (one, pick) => {
        const again = one.marks[pick % Math.max(1, one.marks.length)];
        fc.pre(again !== undefined);
        const { lines: _, ...twice } = verdictIn(one, [...one.marks, { ...again, n: 90 }]);
        const { lines: __, ...once } = verdictIn(one, one.marks);
        const isVoided = one.marks.some((each) => each.kind === 'void' && each.of === again.n);
        fc.pre(!isVoided);
        expect(twice).toEqual(once);
        expect(verdictIn(one, [...one.marks, again])).toEqual(verdictIn(one, one.marks));
      }),
    );
  });

  it('counts as much when somebody goes out and comes in again within a stay', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, anyInstant, (a, b, c) => {
        const [came = '', cut = '', went = ''] = [a, b, c].sort();
        const pair: Mark[] = [
          { n: 1, kind: 'in', at: came, how: 'scan' },
          { n: 2, kind: 'out', at: went, how: 'scan' },
        ];
        const split: Mark[] = [
          { n: 3, kind: 'out', at: cut, how: 'scan' },
          { n: 4, kind: 'in', at: cut, how: 'scan' },
        ];
        const { presence } = verdictOf(morning, { marks: pair }, DEFAULT_RULE);
        fc.pre(came < cut && cut < went);
        expect(verdictOf(morning, { marks: [...pair, ...split] }, DEFAULT_RULE).presence).toBe(presence);
      }),
    );
  });

  it('gives a missing sign-out the more, the kinder the policy', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const [none = 0, half = 0, untilEnd = 0] = (['none', 'half', 'until-end'] as const).map(
          (missingOut) => verdictIn({ ...one, rule: { ...one.rule, missingOut } }, one.marks).presence,
        );
        expect(none).toBeLessThanOrEqual(half);
        expect(half).toBeLessThanOrEqual(untilEnd);
      }),
    );
  });
});
