// Which session comes first, and whose doors are open.
import { expect, it } from 'vitest';
import {
  heldSessions,
  isOpen,
  likelyKind,
  type Mine,
  nextSession,
} from '../../../../site/src/islands/training/doors.ts';

const DAY = '2026-05-01T';
const at = (clock: string) => `${DAY}${clock}:00.000Z`;

function session(id: string, from: string, to: string, state: 'planned' | 'cancelled' = 'planned') {
  return { id, form: 'on-site' as const, startsAt: at(from), endsAt: at(to), trainers: [], state, sequence: 0 };
}

function mine(course: string, sessions: Mine['sessions'], state: Mine['state'] = 'enrolled'): Mine {
  const names = { title: course, kind: 'other', form: 'on-site', unitName: 'unit' } as const;
  return { course, ...names, courseState: 'published', state, at: at('00:00'), sessions };
}

const morning = session('m-001', '01:00', '04:00');
const noon = session('n-001', '04:30', '06:00');

it('opens the doors an hour before and closes them an hour after', () => {
  expect(['23:59', '00:00', '05:00'].map((clock) => isOpen(morning, at(clock)))).toEqual([false, true, true]);
  expect(isOpen(morning, `${DAY}05:00:00.001Z`)).toBe(false);
});

it.each([
  ['00:30', 'm-001'],
  ['03:50', 'm-001'],
  ['04:10', 'n-001'],
  ['06:30', 'n-001'],
  ['07:30', undefined],
])('shows at %s the session %s', (clock, id) => {
  expect(nextSession([mine('b', [noon]), mine('a', [morning])], at(clock))?.session.id).toBe(id);
});

it('knows no door of a course one waits for, nor of a session that is cancelled', () => {
  const cancelled = session('c-001', '01:00', '04:00', 'cancelled');
  expect(heldSessions([mine('a', [morning], 'waiting'), mine('b', [cancelled])])).toEqual([]);
});

it('takes the first half for coming and the second for going', () => {
  expect([at('02:29'), at('02:30')].map((now) => likelyKind(morning, now))).toEqual(['in', 'out']);
});
