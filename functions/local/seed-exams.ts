// Seeds what people have sat and what came of it: lists of bureaus, imported through the capability that they use. What is there already is 'same', so a
// seeding that was cut off is done anew.
import type { ExamDeps } from '../app/deps.ts';
import { importExams } from '../app/exam-imports.ts';
import { inParallel } from '../app/in-parallel.ts';
import { hasBegun } from '../domain/exams/results.ts';
import { addMonths } from '../domain/period.ts';
import { dayOf } from '../domain/time.ts';
import { type ExamRow, type PlannedList, plannedExams } from './seed-exams-plan.ts';
import { asJob } from './seed-job.ts';
import { plannedPeople } from './seed-people.ts';
import type { PlannedPerson } from './seed-plan.ts';
import { type PlannedTree, plannedTrees } from './seed-units.ts';
import { employ, type Writer } from './seed-write.ts';

const JOB = 'demo-exams-1';

/** Rows of one request, as the contract has it. */
const ROWS_AT_ONCE = 100;

/** Lists of different units at once. */
const AT_ONCE = 8;

/** Results are out two months after the exam. */
const RESULTS_MONTHS = 2;

/** The writer of the world, and the means of the exam's function. */
export interface ExamWriter extends Writer {
  exams: ExamDeps;
}

/** Whose exams they are. */
interface ExamPlan {
  trees: readonly PlannedTree[];
  people: readonly PlannedPerson[];
}

function demoPlan(): ExamPlan {
  const trees = plannedTrees();
  return { trees, people: plannedPeople(trees) };
}

/** Everything, unless it was seeded. */
export async function seedExams(writer: ExamWriter, planned: () => ExamPlan = demoPlan): Promise<void> {
  const { deps, actor, exams } = writer;
  await asJob(deps, { id: JOB, by: actor.person }, async () => {
    const { trees, people } = planned();
    const { joining, lists } = plannedExams(trees, people, lastYear(exams));
    await inParallel(AT_ONCE, [...Map.groupBy(joining, ({ unit }) => unit).values()], async (own) => {
      for (const person of own) await employ(writer, person);
    });
    let rows = 0;
    for (const list of lists) rows += await importList(writer, list);
    return { people: joining.length, rows };
  });
}

/** The last exam of which results are out. */
export function lastYear({ exams: { sittings }, now }: ExamDeps): number {
  const out = addMonths(dayOf(now()), -RESULTS_MONTHS);
  const years = sittings.map(({ year }) => year).filter((year) => hasBegun(sittings, year, out));
  return Math.max(...years);
}

/**
 * Imports a list of any length, slice by slice; gives how many rows it has. Throws when a row is not taken: the plan is wrong then. Some 400 rows a
 * second on one machine.
 */
export async function importList({ exams, deps, actor }: ExamWriter, { unit, rows }: PlannedList): Promise<number> {
  const { units, people } = deps.store;
  const means: ExamDeps = { ...exams, store: { ...exams.store, units, people } };
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const body = { dry: false, rows: rows.slice(at, at + ROWS_AT_ONCE) };
    const { lines } = await importExams(means)(actor, { params: { unit }, query: undefined, body });
    const refused = lines.findIndex(({ outcome }) => outcome === 'refused' || outcome === 'conflict');
    if (refused >= 0)
      throw new Error(`not taken: ${nameOf(body.rows[refused])}: ${lines[refused]?.reason ?? 'conflict'}`);
  }
  return rows.length;
}

function nameOf(row: ExamRow | undefined): string {
  return `${row?.person} ${row?.year} ${row?.level}`;
}
