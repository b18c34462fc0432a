// People who watch a recorded session from its first lesson to its last, one lesson an evening: every beat of a player judged by the rule that the server
// has, and of each lesson the last one kept. A beat at a time through the table would be a hundred writes a lesson.
import { inParallel } from '../app/in-parallel.ts';
import type { Lesson } from '../domain/courses/course.ts';
import { BEAT_S, NOTHING, type Watching, watched } from '../domain/lessons/watching.ts';
import { type Instant, instantOf, msOf } from '../domain/time.ts';
import type { CoreStore } from '../store/store.ts';

/** Writes at once: what one Node and one engine on two cores take. */
const AT_ONCE = 16;

const EVENING_MS = 86_400_000;

interface Recorded {
  session: string;
  startsAt: Instant;
  lessons: readonly Lesson[];
}

/** Everybody's lessons; what was watched already stays as it is. */
export async function watchAll(
  store: Pick<CoreStore, 'watching'>,
  { session, startsAt, lessons }: Recorded,
  people: readonly string[],
): Promise<void> {
  await inParallel(AT_ONCE, [...people.entries()], async ([i, person]) => {
    for (const [n, lesson] of lessons.entries()) {
      // Half past seven, give or take: sessions open in the morning.
      const from = instantOf(msOf(startsAt) + n * EVENING_MS + (11.5 * 60 + (i % 40)) * 60_000);
      const one = { ...wholeOf(lesson, from), session, person, lesson: n + 1, version: 1 };
      await store.watching.put(one);
    }
  });
}

/** A lesson played through from an instant on. */
function wholeOf({ minutes }: Lesson, from: Instant): Watching {
  const seconds = minutes * 60;
  let one: Watching = NOTHING;
  for (let position = 0; position <= seconds; position += BEAT_S) {
    const beat = { at: instantOf(msOf(from) + position * 1000), position, playing: position < seconds };
    one = watched(one, beat, seconds);
  }
  return one;
}
