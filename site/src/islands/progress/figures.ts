// The figures of the progress page: days, sums and the chapter that needs practice most, all from the fold.
import type { DayCount, State } from '../../../../functions/domain/practice/fold.ts';
import { mastery, progressOf } from '../../../../functions/domain/practice/progress.ts';
import type { Catalogue } from '../../../../functions/domain/questions/release.ts';
import { addDays, type Day } from '../../../../functions/domain/time.ts';
import type { Place } from '../../shell/bank.ts';

export interface DayFigures extends DayCount {
  day: Day;
}

/** The last `count` days, today the last; days without an answer included. */
export function recentDays(state: State, today: Day, count: number): DayFigures[] {
  return Array.from({ length: count }, (_, i) => {
    const day = addDays(today, i + 1 - count);
    return { day, answers: 0, rights: 0, ...state.days.get(day) };
  });
}

/** Answers and full-mark answers of some days together. */
export function sumOf(days: Iterable<Readonly<DayCount>>): DayCount {
  const sum = { answers: 0, rights: 0 };
  for (const { answers, rights } of days) {
    sum.answers += answers;
    sum.rights += rights;
  }
  return sum;
}

/** The round number an axis ends at, not below `most`, which is above 0. */
export function axisTop(most: number): number {
  const step = most <= 50 ? 5 : most <= 200 ? 20 : 100;
  return Math.ceil(most / step) * step;
}

/** The chapter with the lowest mastery of the papers somebody has begun; of equals the one that weighs most. */
export function weakestChapter(state: State, catalogue: Catalogue): Place | undefined {
  const begun = catalogue.subjects.filter((subject) =>
    subject.chapters.some((chapter) => chapter.questions.some((q) => (state.questions.get(q.id)?.answers ?? 0) > 0)),
  );
  const places = begun.flatMap((subject) => subject.chapters.map((chapter) => ({ subject, chapter })));
  const masteryOf = ({ chapter }: Place) =>
    mastery(
      progressOf(
        state,
        chapter.questions.map((q) => q.id),
      ),
    ) ?? 100;
  const [weakest] = places
    .map((place) => ({ place, mastered: masteryOf(place) }))
    .filter(({ mastered }) => mastered < 100)
    .sort((a, b) => a.mastered - b.mastered || b.place.chapter.weight - a.place.chapter.weight);
  return weakest?.place;
}
