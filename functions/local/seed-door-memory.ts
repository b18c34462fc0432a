// What the seed has read or written at the doors of one course, remembered: nobody else writes there while it runs, and thousands of marks would
// ask the table for the same course, session, door and enrolment each.
import type { CoreStore } from '../store/store.ts';

type Marks = CoreStore['marks'];
type Mark = Awaited<ReturnType<Marks['ofPerson']>>[number];

/** The store with a memory for what a mark is judged by. Of use until the course changes. */
export function rememberingDoors(store: CoreStore): CoreStore {
  const { courses, courseSessions, doors, enrolments, marks } = store;
  return {
    ...store,
    courses: { ...courses, get: once(courses.get) },
    courseSessions: { ...courseSessions, get: once(courseSessions.get) },
    doors: { ...doors, get: once(doors.get) },
    enrolments: { ...enrolments, get: once(enrolments.get) },
    marks: rememberMarks(marks),
  };
}

/** A read that asks once for each key; what is not there yet is asked for again. */
function once<K extends string[], T>(
  read: (...key: K) => Promise<T | undefined>,
): (...key: K) => Promise<T | undefined> {
  const known = new Map<string, T>();
  return async (...key) => {
    const name = key.join(' ');
    const found = known.get(name) ?? (await read(...key));
    if (found !== undefined) known.set(name, found);
    return found;
  };
}

function rememberMarks(marks: Marks): Marks {
  const known = new Map<string, Mark[]>();

  async function ofPerson(session: string, person: string): Promise<Mark[]> {
    const name = `${session} ${person}`;
    const found = known.get(name) ?? (await marks.ofPerson(session, person));
    known.set(name, found);
    return found;
  }

  return {
    ...marks,
    ofPerson,
    put: async (mark, more) => {
      const done = await marks.put(mark, more);
      const name = `${mark.session} ${mark.person}`;
      if (done === 'done') known.set(name, [...(known.get(name) ?? []), mark]);
      else known.delete(name);
      return done;
    },
  };
}
