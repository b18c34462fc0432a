import { expect, it } from 'vitest';
import {
  absentees,
  attendanceSheet,
  timesOf,
} from '../../../../../../site/src/islands/staff/training/list/unit-attendance.ts';
import { teachZh } from '../../../../../../site/src/words/zh-teach.ts';

const at = (state: 'present' | 'absent' | 'late', minutes: number, session = 's-1') => ({
  session,
  startsAt: '2026-04-01T01:00:00.000Z',
  endsAt: '2026-04-01T04:00:00.000Z',
  state,
  minutes,
});

const people = [
  { person: 'p-1', name: '甲', sessions: [at('absent', 0), at('present', 180, 's-2'), at('absent', 0, 's-3')] },
  { person: 'p-2', name: '乙', sessions: [{ ...at('late', 160), title: '第一讲' }] },
  { person: 'p-3', name: '丙', sessions: [] },
];

it('counts the sessions of each state', () => {
  expect(people.map(({ sessions }) => timesOf(sessions))).toEqual([
    [
      ['absent', 2],
      ['present', 1],
    ],
    [['late', 1]],
    [],
  ]);
});

it('counts who was absent once, however often', () => {
  expect(absentees(people)).toBe(1);
});

it('is a table with a row for each person and session, by China’s clock', () => {
  const { head, rows } = attendanceSheet(people, '冲刺班', teachZh);
  expect(rows.map((row) => row.length)).toEqual(Array(4).fill(head.length));
  expect(rows.at(-1)).toEqual(['乙', '冲刺班', '第一讲', '2026-04-01 09:00', '2026-04-01 12:00', '迟到', 160]);
});
