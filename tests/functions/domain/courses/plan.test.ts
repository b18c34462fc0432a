import { expect, it } from 'vitest';
import { changed, copied, newsOf, planOf } from '../../../../functions/domain/courses/plan.ts';
import { courseOf, sessionOf } from './builders.ts';

it('keeps what a change does not name, and takes away what it names as null', () => {
  const course = courseOf({ link: 'https://example.cn/room' });
  const after = changed(course, { title: '新名称', link: null, target: undefined });
  expect([after.title, 'link' in after, after.target]).toEqual(['新名称', false, course.target]);
});

it('copies a plan for later, without what was cancelled and without its past', () => {
  const off = sessionOf({ id: 'course-a-002', state: 'cancelled' });
  const copy = copied(courseOf(), [sessionOf({ sequence: 4 }), off], 7);
  expect(copy.sessions).toEqual([
    { form: 'on-site', trainers: [], startsAt: '2026-04-08T01:00:00.000Z', endsAt: '2026-04-08T04:00:00.000Z' },
  ]);
  expect(copy.plan.window).toEqual({ opens: '2026-02-08T00:00:00.000Z', closes: '2026-03-27T00:00:00.000Z' });
  expect(Object.keys(copy.plan)).not.toContain('state');
  expect(planOf(courseOf()).title).toBe(courseOf().title);
});

it('knows what those who come must be told of: time, place, whether at all; and nothing else', () => {
  const session = sessionOf();
  const renamed = { ...session, title: '第一讲', trainers: ['王老师'] };
  expect(newsOf(session, renamed)).toEqual([]);
  expect(newsOf(session, { ...session, endsAt: '2026-04-01T05:00:00.000Z' })).toEqual(['time']);
  expect(newsOf(session, { ...session, link: 'https://example.cn/room' })).toEqual(['place']);
  const place = { division: '360400', address: '二号教室' };
  expect(newsOf(session, { ...session, place, state: 'cancelled' })).toEqual(['place', 'cancelled']);
});
