// What a course says of the people who should have come to it or came: an entry of training for each session at which they were judged.
import type { Course } from '../domain/courses/course.ts';
import type { TrainingEntry } from '../domain/participation/training.ts';
import { employmentsOn } from '../domain/people/employment.ts';
import type { Day } from '../domain/time.ts';
import type { Attender } from './attendance.ts';
import type { TrainerDeps } from './deps.ts';
import type { HeldSession } from './door-finding.ts';
import { inParallel } from './in-parallel.ts';

/** People who are read at once. */
const READS_AT_ONCE = 8;

/** What writing training needs. */
export type TrainingDeps = Pick<TrainerDeps, 'now' | 'store'>;

/** Somebody with what a closed course says of them: an entry for each session at which they were judged. */
export interface Trained {
  person: string;
  entries: readonly TrainingEntry[];
}

/** The entries of a part of a course's people. `at`: when they earned them. */
export async function trainedOf(
  deps: TrainingDeps,
  { course, at }: { course: Course; at: string },
  people: readonly Attender[],
): Promise<Trained[]> {
  const walkIns = people.filter(({ walkIn }) => walkIn).map(({ person }) => person);
  const workplaces = await workplacesOf(deps, walkIns);
  return people.map(({ person, walkIn, unit, verdicts }) => ({
    person,
    entries: [...verdicts].map(([session, { form, day, state, minutes, views }]) => ({
      ...{ session, course: course.id, organiser: course.unit, kind: course.kind, form, day },
      ...unitField(walkIn ? workplaces(person, day) : unit),
      ...{ state, enrolled: !walkIn, minutes, views, at },
    })),
  }));
}

function unitField(unit: string | undefined): { unit?: string } {
  return unit === undefined ? {} : { unit };
}

/** Where people work on a day; of several the place where they have been longest. */
async function workplacesOf(deps: TrainingDeps, ids: readonly string[]) {
  const found = new Map<string, Awaited<ReturnType<TrainingDeps['store']['people']['get']>>>();
  await inParallel(READS_AT_ONCE, ids, async (id) => {
    found.set(id, await deps.store.people.get(id));
  });
  return (person: string, day: Day): string | undefined => {
    const all = employmentsOn(found.get(person)?.employments ?? [], day);
    return all.toSorted((a, b) => (`${a.from} ${a.unit}` < `${b.from} ${b.unit}` ? -1 : 1))[0]?.unit;
  };
}

/** The entry of somebody at a session whose course's closing has not come to them yet. */
export async function newEntry(
  deps: TrainingDeps,
  { course, session, person }: HeldSession & { person: string },
  day: Day,
): Promise<Omit<TrainingEntry, 'state' | 'minutes' | 'at'>> {
  const enrolment = await deps.store.enrolments.get(course.id, person);
  const enrolled = enrolment?.state === 'enrolled';
  const unit = enrolled ? enrolment.unit : (await workplacesOf(deps, [person]))(person, day);
  const { kind, unit: organiser } = course;
  return {
    session: session.id,
    course: course.id,
    organiser,
    kind,
    form: session.form,
    day,
    ...unitField(unit),
    enrolled,
    views: 0,
  };
}
