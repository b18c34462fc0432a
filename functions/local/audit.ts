// `npm run audit -- check`: whether every audit chain of a table is what was written. For whoever runs the table: it reads all of it.
import type { ChainFault, Head } from '../domain/audit/chain.ts';
import { makeStore, type Store } from '../store/store.ts';
import { withTable } from './open-table.ts';
import { StartError } from './start-error.ts';

const USAGE = `npm run audit -- check
  check    核对每个单位的日志链；有问题时逐条列出，退出码为 1
           checks every unit's chain of the audit; lists what is wrong and ends with exit code 1
  DATA_DIR（默认 .data）指定本机的数据目录；TABLE_NAME、AWS_REGION、DYNAMODB_ENDPOINT 指定别处的数据表。`;

const FAULTS: Record<ChainFault, string> = {
  gap: '缺了一条 a line is missing',
  edited: '被改过，或不是按规则写入的 edited, or not written by the rule',
  reordered: '次序不对，或重复 out of turn, or twice',
  cut: '从这一条起的结尾被删掉了 cut off from here',
  foreign: '是别的单位的日志 a line of another unit',
};

/** Lines read at once, and after how many chains one is told how far it is. */
const LINES_AT_ONCE = 1000;
const CHAINS_A_TELLING = 100;

/** What a command needs: where it prints, and how it comes to a store. */
export interface Ways {
  print(text: string): void;
  open<T>(use: (store: Store, where: string) => Promise<T>): Promise<T>;
}

/** Runs the command; answers the exit code. */
export async function run(args: readonly string[], { print, open }: Ways): Promise<number> {
  if (args.length !== 1 || args[0] !== 'check') {
    print(USAGE);
    return 1;
  }
  return open((store, where) => check(store, where, print));
}

async function check(store: Store, where: string, print: Ways['print']): Promise<number> {
  print(`核对日志 Checking the audit of ${where}`);
  const sums = { chains: 0, lines: 0, faulty: 0 };
  for await (const unit of store.audit.chains()) {
    const { lines, fault } = await checkOne(store, unit);
    sums.chains += 1;
    sums.lines += lines;
    if (fault !== undefined) {
      sums.faulty += 1;
      print(`✗ ${await nameOf(store, unit)}：第 ${fault.at} 条 line ${fault.at}：${FAULTS[fault.fault]}`);
    }
    if (sums.chains % CHAINS_A_TELLING === 0) print(`… ${sums.chains} 条链 chains，${sums.lines} 条日志 lines`);
  }
  print(`共 ${sums.chains} 条链 chains，${sums.lines} 条日志 lines，${sums.faulty} 条链有问题 faulty`);
  return sums.faulty > 0 ? 1 : 0;
}

/** A chain from its first line to its head, or to its first fault. */
async function checkOne(store: Store, unit: string | null) {
  let lines = 0;
  for (let from: Head | undefined; ; ) {
    const part = await store.audit.check(unit, { limit: LINES_AT_ONCE, ...(from && { from }) });
    lines += part.lines;
    from = part.next;
    if (from === undefined) return { lines, fault: part.fault };
  }
}

async function nameOf(store: Store, id: string | null): Promise<string> {
  if (id === null) return '不属于任何单位的 of no unit';
  const unit = await store.units.get(id);
  return `${unit?.names.at(-1)?.value ?? '没有这个单位 no such unit'}（${id}）`;
}

/** The command on the table of an environment. An expected failure is its sentence. */
export async function main(args: readonly string[], env: NodeJS.ProcessEnv, nowMs: number): Promise<number> {
  const open: Ways['open'] = (use) => withTable(env, nowMs, (table, where) => use(makeStore(table), where));
  try {
    return await run(args, { print: console.log, open });
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.log(error.message);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env, Date.now());
