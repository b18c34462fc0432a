import { expect, it } from 'vitest';
import {
  emptyPattern,
  sessionsOf,
  timesOf,
} from '../../../../../../site/src/islands/staff/training/course/session-form.ts';

const pattern = emptyPattern('on-site', '2026-05-18');

it('makes a session of each day in a row, with what they share', () => {
  const sessions = sessionsOf({ ...pattern, how: 'days', count: '3', trainers: '甲\n乙\n', name: ' 实务 ' });
  expect(sessions.map(({ startsAt }) => startsAt)).toEqual([
    '2026-05-18T01:00:00.000Z',
    '2026-05-19T01:00:00.000Z',
    '2026-05-20T01:00:00.000Z',
  ]);
  expect(sessions[0]).toMatchObject({ title: '实务', trainers: ['甲', '乙'], place: null });
});

it('repeats weekly on the weekdays that are ticked, without the days left out', () => {
  const weekly = { ...pattern, how: 'weeks' as const, count: '2', weekdays: '13', except: '2026-05-20' };
  expect(sessionsOf(weekly).map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
    '2026-05-18',
    '2026-05-25',
    '2026-05-27',
  ]);
});

it('says what is missing of one session', () => {
  expect(timesOf(pattern)).toEqual({ ok: false, reason: 'time-invalid' });
  const wrong = { ...pattern, startsAt: '2026-05-18T12:00', endsAt: '2026-05-18T09:00' };
  expect(timesOf(wrong)).toEqual({ ok: false, reason: 'time-order' });
});
