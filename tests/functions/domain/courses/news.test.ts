import { describe, expect, it } from 'vitest';
import { type Numbered, newsIn } from '../../../../functions/domain/courses/news.ts';
import { type Told, toldOf } from '../../../../functions/domain/courses/notice.ts';
import { sessionOf } from './builders.ts';

const first = toldOf(sessionOf());
const later = { ...first, startsAt: '2026-04-01T06:00:00.000Z', endsAt: '2026-04-01T09:00:00.000Z' };
const elsewhere = { ...later, place: { division: '360400', address: '二号教室' } };

/** A notice of one change; the news it was written with are not looked at. */
function told(number: number, after: Told, before?: Told): Numbered {
  const change = { news: ['time' as const], after, ...(before && { before }) };
  return { course: 'course-a', at: `2026-03-0${number}T04:00:00.000Z`, kind: 'sessions', number, changes: [change] };
}

describe('news', () => {
  it('are none without notices', () => {
    expect(newsIn([])).toBeUndefined();
  });

  it('tell a session that changed twice once, as it was and as it is', () => {
    expect(newsIn([told(2, later, first), told(3, elsewhere, later)])).toEqual({
      ...{ upTo: 3, at: '2026-03-03T04:00:00.000Z' },
      changes: [{ news: ['time', 'place'], before: first, after: elsewhere }],
    });
  });

  it('tell nothing of what came back to what it was', () => {
    expect(newsIn([told(2, later, first), told(3, first, later)])).toBeUndefined();
  });

  it('tell of a new session as it is now, and not of one that is gone again', () => {
    expect(newsIn([told(2, first), told(3, later, first)])?.changes).toEqual([{ news: ['added'], after: later }]);
    expect(newsIn([told(2, first), told(3, { ...first, state: 'cancelled' }, first)])).toBeUndefined();
  });

  it('say of a session that is off nothing but that', () => {
    const off = { ...elsewhere, state: 'cancelled' as const };
    expect(newsIn([told(2, later, first), told(3, off, later)])?.changes).toEqual([
      { news: ['cancelled'], before: first, after: off },
    ]);
  });

  it('say why a course is off, and nothing of its sessions', () => {
    const off: Numbered = {
      course: 'course-a',
      at: '2026-03-05T04:00:00.000Z',
      kind: 'cancelled',
      why: '台风',
      number: 5,
    };
    expect(newsIn([told(2, later, first), off])).toEqual({ upTo: 5, at: off.at, cancelled: '台风', changes: [] });
  });
});
