import { describe, expect, it } from 'vitest';
import { entryOf, eventOf, seatEntryOf, stamped } from '../../../../functions/domain/calendar/entries.ts';
import { NOON } from '../../../support/builders.ts';
import { courseOf, sessionOf } from '../courses/builders.ts';

const origin = 'https://zhuren.example';
const LATER = '2026-03-05T04:00:00.000Z';

describe('an event', () => {
  it('names the course and the session, where it is held, and its page', () => {
    const session = sessionOf({ title: '第一讲', trainers: ['王老师', '李老师'], changedAt: LATER });
    expect(eventOf(entryOf(courseOf(), session, '九江市社会工作协会'), { origin, lang: 'zh' })).toEqual({
      ...{ id: 'course-a-001', sequence: 0, isCancelled: false, changedAt: LATER, isFree: false },
      ...{ startsAt: '2026-04-01T01:00:00.000Z', endsAt: '2026-04-01T04:00:00.000Z' },
      ...{ summary: '考前冲刺班：第一讲', location: '一号教室', url: `${origin}/course/?c=course-a` },
      description: '主办：九江市社会工作协会\n形式：线下\n授课：王老师、李老师',
    });
  });

  it('speaks English where it is asked to, and leads to the English page', () => {
    const event = eventOf(entryOf(courseOf(), sessionOf({ form: 'live' }), 'A'), { origin, lang: 'en' });
    expect(event).toMatchObject({ location: 'Online', url: `${origin}/en/course/?c=course-a` });
    expect(event.description).toBe('By: A\nForm: live online');
  });

  it('says that it is off, and why', () => {
    const session = sessionOf({ state: 'cancelled', cancelled: { at: NOON, why: '台风' } });
    const event = eventOf(entryOf(courseOf(), session, ''), { origin, lang: 'zh' });
    expect(event).toMatchObject({ isCancelled: true, summary: '【已取消】考前冲刺班' });
    expect(event.description).toMatch(/^取消原因：台风\n/);
  });

  it('tells those who have a seat alone where it is followed online and whom to ask', () => {
    const course = courseOf({ link: 'https://example.cn/room', contact: { name: '王老师', phone: '13800138000' } });
    const session = sessionOf({ form: 'mixed' });
    const shown = eventOf(seatEntryOf(course, session, ''), { origin, lang: 'zh' }).description;
    expect(shown).toContain('上课链接：https://example.cn/room\n联系人：王老师 13800138000');
    expect(JSON.stringify(entryOf(course, session, ''))).not.toMatch(/example\.cn|王老师|13800138000/);
  });
});

describe('the instant of a change', () => {
  const before = { course: courseOf(), sessions: [sessionOf(), sessionOf({ id: 'course-a-002', title: '第二讲' })] };
  const changed = (after: typeof before) => stamped(before, after, LATER).map(({ changedAt }) => changedAt);

  it('is noted at the sessions that a calendar shows anew', () => {
    const [first, second] = before.sessions as [(typeof before.sessions)[0], (typeof before.sessions)[0]];
    const moved = { ...second, startsAt: '2026-04-01T02:00:00.000Z' };
    expect(changed({ ...before, sessions: [first, moved] })).toEqual([undefined, LATER]);
    expect(changed({ ...before, sessions: [...before.sessions, sessionOf({ id: 'course-a-003' })] })).toEqual([
      undefined,
      undefined,
      LATER,
    ]);
  });

  it('is noted at all of them when the course is called otherwise, and at none when nothing shows', () => {
    expect(changed({ ...before, course: courseOf({ title: '冲刺班' }) })).toEqual([LATER, LATER]);
    expect(changed({ ...before, course: courseOf({ capacity: 9, version: 2 }) })).toEqual([undefined, undefined]);
  });

  it('is that of a new course’s beginning', () => {
    expect(stamped(undefined, before, NOON).map(({ changedAt }) => changedAt)).toEqual([NOON, NOON]);
  });
});
