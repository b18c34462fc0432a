// Makes the large world on top of the demo world, through the capabilities that people use: people are employed, courses held, lists of exams imported by
// the bureaus. Jobs of the store, as the demo world is: what is done stays done.

import type { Signer } from '../app/deps.ts';
import { inParallel } from '../app/in-parallel.ts';
import { subjectsOf } from '../domain/exams/cycle.ts';
import { type ExamWriter, importList } from './seed-exams.ts';
import type { ExamRow } from './seed-exams-plan.ts';
import { asJob } from './seed-job.ts';
import { seedTraining } from './seed-training.ts';
import { employ } from './seed-write.ts';
import type { Sat, WorldPlan } from './world-plan.ts';

/** Writes at once: what one Node and one engine on two cores take. */
const AT_ONCE = 16;
const TOLD_EVERY = 1000;

type Log = (line: string) => void;

export interface LargeWorld extends ExamWriter {
  signer: Signer;
}

/** Makes what is missing of the plan. */
export async function seedLarge(world: LargeWorld, plan: WorldPlan, log: Log): Promise<void> {
  const by = world.actor.person;
  await asJob(world.deps, { id: 'world-people-1', by }, () => employAll(world, plan, log));
  log(`培训 Courses: ${plan.courses.length} …`);
  await seedTraining(world, world.signer, {
    job: 'world-training-1',
    planned: () => ({ held: plan.courses, upcoming: [] }),
  });
  await asJob(world.deps, { id: 'world-exams-1', by }, () => importAll(world, plan, log));
}

async function employAll(world: LargeWorld, { people }: WorldPlan, log: Log): Promise<Record<string, number>> {
  let done = 0;
  log(`人员 People: ${people.length} …`);
  await inParallel(AT_ONCE, [...Map.groupBy(people, ({ unit }) => unit).values()], async (own) => {
    for (const person of own) {
      await employ(world, person);
      done += 1;
      if (done % TOLD_EVERY === 0) log(`  ${done} / ${people.length}`);
    }
  });
  return { people: done };
}

/** Each list as the bureau has it; a line that is not taken is a fault of the plan. */
async function importAll(world: LargeWorld, { exams }: WorldPlan, log: Log): Promise<Record<string, number>> {
  let rows = 0;
  for (const { unit, rows: own } of exams) {
    log(`考试名单 Exams of ${unit}: ${own.length} …`);
    rows += await importList(world, { unit, rows: own.map((row, i) => rowOf(row, i + 2)) });
  }
  return { rows };
}

function rowOf({ person, name, level, year, result }: Sat, line: number): ExamRow {
  // Who fails does so in every paper, so that no paper of one year makes a level of the next.
  const papers = subjectsOf(level).map((subject) => ({ subject, result: { kind: result } }));
  return { line, name, person, level, year, papers };
}
