import { expect, it } from 'vitest';
import { DECIDED_STATES } from '../../../functions/domain/outbox/message.ts';
import {
  addressLetter,
  completionLetter,
  decisionLetter,
  newsLetter,
  offerLetter,
} from '../../../functions/jobs/letters.ts';

const ORIGIN = 'https://zhuren.example';
const course = { id: 'course-1', title: '考前冲刺班' };
const at = '2026-03-01T04:00:00.000Z';
const told = {
  id: 'course-1-001',
  form: 'mixed',
  startsAt: '2026-04-01T01:00:00.000Z',
  endsAt: '2026-04-01T04:00:00.000Z',
  place: { division: '360400', address: '一号教室' },
  link: 'https://room.example/secret',
  state: 'planned',
} as const;
const night = { ...told, startsAt: '2026-12-31T14:00:00.000Z', endsAt: '2026-12-31T17:30:00.000Z' };

it('tells each change with the day in China, how it was and how it is, Chinese first', () => {
  const changes = [
    { news: ['time', 'place'] as ('time' | 'place')[], before: told, after: { ...night, title: '第一讲' } },
    { news: ['cancelled'] as 'cancelled'[], before: told, after: { ...told, state: 'cancelled' as const } },
    { news: ['added'] as 'added'[], after: { ...told, form: 'live' as const } },
  ];
  const { subject, text } = newsLetter(ORIGIN, course, { upTo: 1, at, changes });
  expect(subject).toBe('【助人学堂】「考前冲刺班」有变动 · 考前冲刺班 has changed');
  expect(text).toBe(`你好：

你报名的培训「考前冲刺班」有变动：

· 第一讲 — 时间有变 · 地点或线上地址有变
  原来: 2026年4月1日（周三） 09:00–12:00 一号教室
  现在: 2026年12月31日（周四） 22:00–2027年1月1日（周五） 01:30 一号教室

· 这一场取消
  2026年4月1日（周三） 09:00–12:00 一号教室

· 新增一场
  2026年4月1日（周三） 09:00–12:00 线上（地址见培训页面）

查看培训：https://zhuren.example/course/?c=course-1

你收到这封信，是因为你在助人学堂留了这个邮箱。信是系统自动发出的，请不要回复。
不想再收到？在「我的资料」里关掉：https://zhuren.example/profile/

————

Hello,

A course that you are enrolled in, “考前冲刺班”, has changed:

· 第一讲 — a new time · a new place or online address
  Before: Wed 1 Apr 2026 09:00–12:00 (China time) 一号教室
  Now: Thu 31 Dec 2026 22:00–Fri 1 Jan 2027 01:30 (China time) 一号教室

· this session is cancelled
  Wed 1 Apr 2026 09:00–12:00 (China time) 一号教室

· a session more
  Wed 1 Apr 2026 09:00–12:00 (China time) online (the address is on the course’s page)

See the course: https://zhuren.example/en/course/?c=course-1

You get this because you gave this address at 助人学堂 (Zhuren). It was sent automatically; please do not reply.
No more of these? Turn them off in “Your data”: https://zhuren.example/en/profile/
`);
});

it('says until when a seat is kept', () => {
  const { subject, text } = offerLetter(ORIGIN, course, '2026-03-02T04:00:00.000Z');
  expect(subject).toContain('有名额给你');
  expect(text).toContain('名额为你保留到 2026年3月2日（周一） 12:00');
  expect(text).toContain('until Mon 2 Mar 2026 12:00 (China time)');
  expect(text).toContain('https://zhuren.example/my-training/');
});

it('says each decision in its own words, in both languages', () => {
  const letters = DECIDED_STATES.map((state) => decisionLetter(ORIGIN, course, state));
  expect(new Set(letters.map(({ subject }) => subject)).size).toBe(DECIDED_STATES.length);
  expect(new Set(letters.map(({ text }) => text)).size).toBe(DECIDED_STATES.length);
});

it('leads to where one turns it off from every letter but the one that asks for an address', () => {
  const usual = [
    newsLetter(ORIGIN, course, { upTo: 1, at, cancelled: '停课', changes: [] }),
    offerLetter(ORIGIN, course, at),
    completionLetter(ORIGIN, course.title),
    ...DECIDED_STATES.map((state) => decisionLetter(ORIGIN, course, state)),
  ];
  for (const { text } of usual) {
    expect(text).toContain('关掉：https://zhuren.example/profile/\n');
    expect(text).toContain('“Your data”: https://zhuren.example/en/profile/\n');
    expect(text).not.toContain('room.example');
  }
  const { text } = addressLetter(ORIGIN, 'the-code');
  expect(text.match(/https:\S+/g)).toEqual([
    'https://zhuren.example/profile/#email=the-code',
    'https://zhuren.example/en/profile/#email=the-code',
  ]);
  expect(text).toContain('不是你？');
  expect(text).toContain('Not you?');
});
