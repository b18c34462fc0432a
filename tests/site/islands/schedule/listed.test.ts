// Which sessions the schedule shows, and the grid of a month.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../functions/domain/time.ts';
import {
  byDay,
  fits,
  type Listed,
  monthAfter,
  UNFILTERED,
  weeksOf,
} from '../../../../site/src/islands/schedule/listed.ts';

const NOW = '2026-05-10T04:00:00.000Z';

function listed(change: Partial<Listed> = {}): Listed {
  return {
    ...{ course: 'course-0001', session: 'course-0001-001', title: '考前冲刺班', kind: 'pre-exam', form: 'on-site' },
    ...{ unitName: '九江市社工协会', startsAt: '2026-05-11T01:00:00.000Z', endsAt: '2026-05-11T04:00:00.000Z' },
    ...{ place: { division: '360400', address: '301 教室' }, cancelled: false, capacity: 30, open: 3, waiting: 0 },
    ...change,
  };
}

const over = { startsAt: '2026-05-10T01:00:00.000Z', endsAt: NOW };

describe('a session', () => {
  it.each<[string, Partial<Listed>, Partial<typeof UNFILTERED>, boolean]>([
    ['is shown without filters', {}, {}, true],
    ['is hidden once it is over', over, {}, false],
    ['is shown when past ones are wanted', over, { past: true }, true],
    ['is hidden by another kind', {}, { kind: 'other' }, false],
    ['is hidden by another form', {}, { form: 'live' }, false],
    ['is hidden without seats where seats are wanted', { open: 0 }, { open: true }, false],
    ['is hidden when cancelled where seats are wanted', { cancelled: true }, { open: true }, false],
    [
      'is found by words of its title, place and organiser, in any order and width',
      {},
      { text: ' ３０１　冲刺 协会' },
      true,
    ],
    ['is not found by a word it lacks', {}, { text: '冲刺 督导' }, false],
  ])('%s', (_, change, filters, isShown) => {
    expect(fits(listed(change), { ...UNFILTERED, ...filters }, NOW)).toBe(isShown);
  });

  it('is shown on its own day in China, over or not, and on no other', () => {
    const late = listed({ startsAt: '2026-05-08T16:30:00.000Z', endsAt: '2026-05-08T18:00:00.000Z' });
    const on = (day: string) => fits(late, { ...UNFILTERED, day }, NOW);
    expect([on('2026-05-09'), on('2026-05-08')]).toEqual([true, false]);
  });
});

it('groups by the day in China, earliest first', () => {
  const evening = listed({ session: 'course-0001-002', startsAt: '2026-05-11T15:59:00.000Z' });
  const night = listed({ session: 'course-0001-003', startsAt: '2026-05-11T16:00:00.000Z' });
  const days = byDay([night, evening, listed()]).map(([day, all]) => [
    day,
    all.map(({ session }) => session.slice(-3)),
  ]);
  expect(days).toEqual([
    ['2026-05-11', ['001', '002']],
    ['2026-05-12', ['003']],
  ]);
});

describe('the grid of a month', () => {
  const month = fc
    .tuple(fc.integer({ min: 2020, max: 2099 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

  it('holds every day of the month once, in order, Monday first', () => {
    fc.assert(
      fc.property(month, (of) => {
        const weeks = weeksOf(of);
        const days = weeks.flat().filter((day) => day !== undefined);
        expect(days[0]).toBe(`${of}-01`);
        expect(days.every((day, i) => day === addDays(`${of}-01`, i))).toBe(true);
        expect(addDays(days.at(-1) ?? '', 1)).toBe(`${monthAfter(of, 1)}-01`);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          week.forEach((day, i) => {
            if (day !== undefined) expect((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(i);
          });
        }
      }),
    );
  });

  it('goes over the turn of the year both ways', () => {
    expect([monthAfter('2026-11', 2), monthAfter('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
  });
});
