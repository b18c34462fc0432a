import { expect, it } from 'vitest';
import { byPerson, type Mark, withFresh } from '../../../../../../site/src/islands/staff/training/door/live-marks.ts';

const at = (minute: number) => `2026-05-23T01:${String(minute).padStart(2, '0')}:00.000Z`;
const mark = (n: number, kind: Mark['kind'], more: Partial<Mark> = {}): Mark => {
  return { person: 'p1', n, kind, at: at(n), receivedAt: at(n), how: 'scan', ...more };
};

it('holds a mark once that comes twice', () => {
  const first = withFresh([], [mark(1, 'in')]);
  expect(withFresh(first, [mark(1, 'in'), mark(2, 'out')])).toHaveLength(2);
});

it('says who is in, who has left, and who never came', () => {
  expect(byPerson([mark(1, 'in')]).get('p1')?.now).toBe('in');
  expect(byPerson([mark(1, 'in'), mark(2, 'out')]).get('p1')?.now).toBe('out');
  expect(byPerson([mark(1, 'in'), mark(2, 'void', { of: 1 })]).get('p1')?.now).toBe('none');
});

it('keeps somebody in who answers a check', () => {
  expect(byPerson([mark(1, 'in'), mark(2, 'mid')]).get('p1')?.now).toBe('in');
});

it('tells the name of a walk-in', () => {
  expect(byPerson([mark(1, 'in', { walkIn: '王某' })]).get('p1')?.walkIn).toBe('王某');
});
