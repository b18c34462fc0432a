// `npm run backfill`: makes what figures of training are counted from for courses that were closed before there were figures. For whoever runs the table,
// once after an update; again it changes nothing.
import { backfillTraining } from '../app/participation.ts';
import { instantOf } from '../domain/time.ts';
import { closedCourses } from '../store/closed-courses.ts';
import { makeTrainerStore } from '../store/store.ts';
import type { Table } from '../store/table.ts';
import { withTable } from './open-table.ts';
import { StartError } from './start-error.ts';

const USAGE = `npm run backfill
  为以前结班、还没有统计数据的培训班补上统计数据；可以重复运行
  makes the figures of courses that were closed before there were any; may be run again
  DATA_DIR（默认 .data）指定本机的数据目录；TABLE_NAME、AWS_REGION、DYNAMODB_ENDPOINT 指定别处的数据表。`;

/** Looks at all closed courses; answers how many there are, and how many had no figures. */
export async function backfill(table: Table, now: () => string): Promise<{ courses: number; made: number }> {
  const deps = { store: makeTrainerStore(table), now };
  const counts = { courses: 0, made: 0 };
  for await (const course of closedCourses(table)) {
    counts.courses += 1;
    if ((await deps.store.held.get(course.id)) === undefined) counts.made += 1;
    // Whoever began it may have been cut off: it is cheap to look at everybody again.
    for (let after: string | undefined, isFirst = true; isFirst || after !== undefined; isFirst = false) {
      after = await backfillTraining(deps, course, after);
    }
  }
  return counts;
}

/** The command on the table of an environment; answers the exit code. An expected failure is its sentence. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, nowMs: () => number): Promise<number> {
  if (args.length > 0) {
    console.log(USAGE);
    return 1;
  }
  try {
    await withTable(env, nowMs(), async (table, where) => {
      console.log(`补统计数据 Making figures in ${where}`);
      const { courses, made } = await backfill(table, () => instantOf(nowMs()));
      console.log(`共 ${courses} 个已结的培训班 closed courses，补了 ${made} 个 made`);
    });
    return 0;
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.log(error.message);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env, Date.now);
