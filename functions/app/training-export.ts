// One's own training, taken out whole: what was enrolled in, the marks and leave of every session, the ledger, the completions. What figures are counted
// from (participation.ts) is made of these alone, and is not listed again.
import type { Answer } from '../contract/index.ts';
import { dayIn, minutesIn } from '../domain/hours/entries.ts';
import type { AccountDeps } from './deps.ts';
import { sessionsOf } from './training-traces.ts';

type Training = Answer<'exportSelf'>['training'];

export async function trainingTakenOut(deps: AccountDeps, person: string): Promise<Training> {
  const [enrolments, attendance, hours, completions] = await Promise.all([
    enrolmentsOf(deps, person),
    attendanceOf(deps, person),
    hoursOf(deps, person),
    completionsOf(deps, person),
  ]);
  return { enrolments, ...attendance, hours, completions };
}

async function enrolmentsOf(deps: AccountDeps, person: string): Promise<Training['enrolments']> {
  const held = await deps.store.enrolments.ofPerson(person);
  const courses = await deps.store.courses.getMany(held.map(({ course }) => course));
  return held.map(({ course, name, state, unit, steps }) => ({
    ...{ course, title: courses.get(course)?.title ?? '', name, state },
    ...(unit === undefined ? {} : { unit }),
    steps: steps.map(said),
  }));
}

/** Session by session, so that many sessions are not many requests at once. */
async function attendanceOf(deps: AccountDeps, person: string): Promise<Pick<Training, 'marks' | 'excuses'>> {
  const found: Pick<Training, 'marks' | 'excuses'> = { marks: [], excuses: [] };
  for (const session of await sessionsOf(deps, person)) {
    const [marks, excuse] = await Promise.all([
      deps.store.marks.ofPerson(session, person),
      deps.store.excuses.get(session, person),
    ]);
    for (const mark of marks) {
      const { n, kind, how, at, why } = mark;
      const of = mark.kind === 'void' ? { of: mark.of } : {};
      found.marks.push({ session, n, kind, how, at, ...of, ...(why === undefined ? {} : { why }) });
    }
    if (excuse !== undefined) found.excuses.push({ session, state: excuse.state, steps: excuse.steps.map(said) });
  }
  return found;
}

async function hoursOf(deps: AccountDeps, person: string): Promise<Training['hours']> {
  return (await deps.store.hours.ofPerson(person)).map((entry) => {
    const day = dayIn(entry);
    return {
      ...{ kind: entry.kind, minutes: minutesIn(entry) },
      ...(day === undefined ? {} : { day }),
      ...(entry.course === undefined ? {} : { course: entry.course }),
      ...(entry.title === undefined ? {} : { title: entry.title }),
      ...(entry.organiser === undefined ? {} : { organiser: entry.organiser }),
      ...(entry.kind === 'local' ? { category: entry.category } : {}),
      evidence: entry.evidence.map(({ name }) => name),
      states: entry.facts.map(said),
    };
  });
}

async function completionsOf(deps: AccountDeps, person: string): Promise<Training['completions']> {
  return (await deps.store.completions.ofPerson(person)).map((completion) => {
    const { number, name, maskedId, title, issuer, from, to, issuedAt, status, signature } = completion;
    const { minutes, minutesPerHour } = completion;
    return {
      ...{ number, name, title, issuer, from, to, minutes, minutesPerHour, issuedAt, status, signature },
      ...(maskedId === undefined ? {} : { idNumber: maskedId }),
    };
  });
}

function said<S extends string>({ state, at, why }: { state: S; at: string; why?: string | undefined }) {
  return { state, at, ...(why === undefined ? {} : { why }) };
}
