// `npm run figures -- …`: what the nightly recount of figures found, a recount now, and what one does about it. For whoever runs the table.
import type { ReckonerDeps } from '../app/deps.ts';
import { SOURCES } from '../domain/figures/sources.ts';
import { instantOf } from '../domain/time.ts';
import { type Asked, reckoner, type Shown } from '../jobs/tally/reckoner.ts';
import { again } from '../jobs/tally/tally.ts';
import { allKeys } from '../store/all-keys.ts';
import { isPractice } from '../store/practice-changes.ts';
import { makeReckonerStore } from '../store/store.ts';
import type { Table } from '../store/table.ts';
import { withTable } from './open-table.ts';
import { StartError } from './start-error.ts';

const USAGE = `npm run figures -- show | recount | redrive | mend | count
  show     上一次核算的结果 what the last recount found
  recount  现在就核算：用事实重算，与统计数字比较，不改任何数字 recounts now from the facts and compares; changes nothing
  redrive  把没有计入或计入了旧内容的事实重新计入 counts the facts again that are counted otherwise than they are
  mend     把对不上的数字补上差额；核算之后变动过的不动 adds to figures what they are off by; those that have moved since stay
  count    通读整个数据表，把所有事实计入；可以重复运行 reads the whole table and counts all facts; may be run again
  有对不上的，退出码为 1 ends with exit code 1 while anything is off
  DATA_DIR（默认 .data）指定本机的数据目录；TABLE_NAME、AWS_REGION、DYNAMODB_ENDPOINT 指定别处的数据表。`;

const ASKED: Readonly<Record<string, Asked>> = {
  show: { show: true },
  recount: { recount: true },
  redrive: { redrive: true },
  mend: { mend: true },
};

/** Facts that are counted at once, and lines of a list that are printed. */
const AT_ONCE = 100;
const LINES_MOST = 200;

/** What a command needs: the table, where it is in words, the time, and where it prints. */
export interface Ways {
  table: Table;
  where: string;
  nowMs(): number;
  print(text: string): void;
}

/** Runs the command on a table; answers the exit code. */
export async function run(command: string, { table, where, nowMs, print }: Ways): Promise<number> {
  const now = () => instantOf(nowMs());
  const deps: ReckonerDeps = { store: makeReckonerStore(table), sink: print, now, clockMs: nowMs, sources: SOURCES };
  print(`统计数字 Figures in ${where}`);
  if (command === 'count') return countAll(deps, table, print);
  const shown = await reckoner(deps)(ASKED[command]);
  if (shown === undefined) {
    print('还没有核算过 nothing has been recounted yet');
    return 0;
  }
  return tell(shown, print);
}

function tell({ day, endedAt, facts, figures, behindKeys }: Shown, print: Ways['print']): number {
  print(`${day} 的核算 recount，${endedAt}：${facts} 件事实 facts`);
  const lines = [
    ...behindKeys.map(({ PK, SK }) => `✗ 没有计入，或计入了旧内容 counted otherwise than it is：${PK} ${SK}`),
    ...figures.map(({ unit, shelf, part, name, counted, facts: said, state }) => {
      const mended = state === 'mended' ? '（已补 mended）' : '';
      return `${state === 'mended' ? '✓' : '✗'} ${unit} ${shelf} ${part} ${name}：计 counted ${counted}，事实 facts ${said}${mended}`;
    }),
  ];
  for (const line of lines.slice(0, LINES_MOST)) print(line);
  if (lines.length > LINES_MOST) print(`… 还有 ${lines.length - LINES_MOST} 条 more`);
  const open = figures.filter(({ state }) => state === 'found').length;
  print(`${behindKeys.length} 件事实待计入 facts behind，${open} 个数字对不上 figures off`);
  return behindKeys.length + open > 0 ? 1 : 0;
}

/** Everything that figures are counted from, and the units they stand under: for a table that was there before there were figures. */
async function countAll(deps: ReckonerDeps, table: Table, print: Ways['print']): Promise<number> {
  const counts = { facts: 0, failed: 0 };
  for await (const keys of allKeys(table)) {
    await keepUnits(
      deps,
      keys.flatMap(({ PK, SK }) => (SK === 'UNIT' ? [PK.slice('UNIT#'.length)] : [])),
    );
    const facts = keys.filter((key) => deps.store.changes.kindOf(key) !== undefined || isPractice(key));
    for (let first = 0; first < facts.length; first += AT_ONCE) {
      const part = facts.slice(first, first + AT_ONCE);
      counts.facts += part.length;
      counts.failed += await again(deps)(part).then(
        () => 0,
        (error: unknown) => failure(error, print),
      );
    }
  }
  print(
    `共 ${counts.facts} 件事实 facts${counts.failed === 0 ? '' : `；${counts.failed} 批没有全部计入 parts not counted whole`}`,
  );
  return counts.failed === 0 ? 0 : 1;
}

async function keepUnits({ store, now }: ReckonerDeps, ids: readonly string[]): Promise<void> {
  for (const unit of (await store.units.getMany(ids)).values()) {
    await store.factHistory.keepUnit(unit, now());
    for (const successor of unit.successors) await store.factPointers.addMerged(successor, unit.id);
  }
}

function failure(error: unknown, print: Ways['print']): number {
  print(`✗ ${error instanceof Error ? error.message : String(error)}`);
  return 1;
}

/** The command on the table of an environment; answers the exit code. An expected failure is its sentence. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, nowMs: () => number): Promise<number> {
  const [command = '', ...more] = args;
  if (more.length > 0 || (command !== 'count' && ASKED[command] === undefined)) {
    console.log(USAGE);
    return 1;
  }
  try {
    return await withTable(env, nowMs(), (table, where) => run(command, { table, where, nowMs, print: console.log }));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.log(error.message);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env, Date.now);
