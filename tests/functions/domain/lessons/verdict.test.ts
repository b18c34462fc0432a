import { describe, expect, it } from 'vitest';
import { dayFor, viewsOf } from '../../../../functions/domain/lessons/verdict.ts';

const lesson = (minutes: number) => ({ title: '网课', minutes, link: 'https://example.cn/1' });
const session = { form: 'recorded', lessons: [lesson(45), lesson(1)] } as const;
const seen = (n: number, ...spans: [number, number][]) => ({
  lesson: n,
  spans: spans.map(([from, to]) => ({ from: from * 1000, to: to * 1000 })),
});

describe('viewsOf', () => {
  it('counts lessons watched to the end, of which half a minute may lack', () => {
    expect(viewsOf(session, [seen(1, [0, 2700]), seen(2, [0, 60])])).toBe(2);
    expect(viewsOf(session, [seen(1, [0, 2670])])).toBe(1);
    expect(viewsOf(session, [seen(1, [0, 2669])])).toBe(0);
    expect(viewsOf(session, [seen(1, [0, 1300], [1400, 2700])])).toBe(0);
    expect(viewsOf(session, [])).toBe(0);
  });

  it('counts none where nothing is watched', () => {
    expect(viewsOf({ form: 'on-site' }, [seen(1, [0, 2700])])).toBe(0);
  });
});

describe('dayFor', () => {
  it('is the day on which watching began, in China, or that of the session', () => {
    const startsAt = '2026-04-30T16:30:00.000Z';
    const time = (from: string) => ({ times: [{ from, to: '2026-06-01T00:00:00.000Z' }] });
    expect(dayFor({ startsAt }, [])).toBe('2026-05-01');
    expect(dayFor({ startsAt }, [{ times: [] }])).toBe('2026-05-01');
    expect(dayFor({ startsAt }, [time('2026-05-20T17:00:00.000Z'), time('2026-05-03T01:00:00.000Z')])).toBe(
      '2026-05-03',
    );
  });
});
