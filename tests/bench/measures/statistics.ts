// P2 and P3 for item statistics: what reading a page of them costs with a hundred attempts and with ten thousand behind it, and what counting one costs.
// On a file, for the engine's memory slows down with every record of its stream.
import { join } from 'node:path';
import type { Result, ResultLine } from '../../../functions/domain/attempts/result.ts';
import { drawer } from '../../../functions/domain/practice/shuffle.ts';
import { choicesOf } from '../../../functions/domain/statistics/distractors.ts';
import { statisticsOf } from '../../../functions/domain/statistics/item-sums.ts';
import { instantOf, msOf } from '../../../functions/domain/time.ts';
import { count } from '../../../functions/jobs/tally/count.ts';
import { openDatabase, TABLE } from '../../../functions/local/database.ts';
import { makeTable } from '../../../functions/local/table.ts';
import { resultFact } from '../../../functions/store/results-index.ts';
import { makeTallyStore } from '../../../functions/store/store.ts';
import { openTable, type Table } from '../../../functions/store/table.ts';
import { clientConfig, guard } from '../../support/engine.ts';
import type { Row } from '../measure.ts';
import { meter, type Spent } from '../meter.ts';
import { makeScratch } from '../scratch.ts';
import { median } from '../yardstick.ts';

const SUBJECT = 'junior-comprehensive';
const SIZES = [100, 1000, 10_000];
/** Items of the bank, of which a paper asks eighty; attempts that are counted at once. */
const [ITEMS, ASKED, AT_ONCE] = [100, 80, 90];
const START = msOf('2026-03-01T00:00:00.000Z');
const READS = 5;

/** Read units of a page, whatever stands behind it: an item grows with the different marks of its rest, and no further. */
const PAGE_MOST = 15;

export async function itemStatisticsCosts(): Promise<Row[]> {
  const { folder, remove } = makeScratch();
  const undo: (() => unknown)[] = [remove];
  try {
    const onSpawn = (pid: number) => {
      const watch = guard(pid);
      undo.push(() => watch.kill('SIGKILL'));
    };
    const database = await openDatabase({ env: {}, file: join(folder, 'table.db'), nowSeconds: 0, onSpawn });
    undo.push(database.stop);
    await makeTable(TABLE, clientConfig(database.endpoint));
    const table = openTable(TABLE, clientConfig(database.endpoint));
    undo.push(() => table.doc.destroy());
    return await measured(table);
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

async function measured(table: Table): Promise<Row[]> {
  const deps = {
    store: makeTallyStore(table),
    sink: () => undefined,
    now: () => '2026-03-01T00:00:00.000Z',
    sources: [],
  };
  const spent = meter(table);
  const draw = drawer(7);
  const rows: Row[] = [];
  let counted = 0;
  const countMore = async (many: number) => {
    const facts = Array.from({ length: many }, (_, i) => resultFact(drawn(counted + i, draw)));
    await count(deps, facts);
    counted += many;
  };
  for (const size of SIZES) {
    while (counted < size - AT_ONCE - 1) await countMore(Math.min(AT_ONCE, size - AT_ONCE - 1 - counted));
    for (const many of [1, AT_ONCE]) {
      spent();
      await countMore(many);
      rows.push(countRow(many, size, spent()));
    }
    rows.push(...(await pageRows(deps.store, size, spent)));
  }
  return rows;
}

async function pageRows(
  { statistics }: ReturnType<typeof makeTallyStore>,
  size: number,
  spent: () => Spent,
): Promise<Row[]> {
  const times: number[] = [];
  let [items, units] = [0, 0];
  for (let i = 0; i < READS; i += 1) {
    spent();
    const before = process.cpuUsage();
    const all = await statistics.ofScope(SUBJECT);
    for (const { sums } of all) {
      statisticsOf(sums);
      choicesOf({ options: ['A', 'B', 'C', 'D'].map((id) => ({ id })), key: ['A'] }, sums);
    }
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
    [items, units] = [all.length, spent().read];
  }
  const attempts = size.toLocaleString('en-US');
  const note = `${items} items of a subject, read and computed`;
  return [
    {
      goal: 'P3',
      what: `read units of a statistics page, ${attempts} attempts`,
      figure: units,
      unit: 'units',
      limit: { most: PAGE_MOST },
      note,
    },
    { goal: 'P3', what: `CPU of a statistics page, ${attempts} attempts`, figure: median(times), unit: 'ms CPU', note },
  ];
}

function countRow(many: number, size: number, { read, write }: Spent): Row {
  const what = many === 1 ? 'counting an attempt alone' : `counting an attempt, ${many} at once`;
  const note = `${ASKED} questions; ${(write / many).toFixed(1)} written, ${(read / many).toFixed(1)} read`;
  const attempts = size.toLocaleString('en-US');
  return {
    goal: 'P2',
    what: `units of ${what}, after ${attempts}`,
    figure: (read + write) / many,
    unit: 'units',
    note,
  };
}

/** An official paper of a hundred items, a minute after the one before. */
function drawn(i: number, draw: () => number): Result {
  const first = Math.floor(draw() * ITEMS);
  const strength = draw();
  const lines = Array.from({ length: ASKED }, (_, n): ResultLine => {
    const isRight = draw() < 0.2 + 0.7 * strength;
    const pick = isRight ? 'A' : ('BCD'[Math.floor(draw() * 3)] as string);
    const possible = n < 60 ? 2 : 4;
    const given = { verdict: isRight ? 'right' : 'wrong', earned: isRight ? possible : 0, possible } as const;
    const id = `jc04-${500 + ((first + n) % ITEMS)}`;
    return { n: n + 1, id, version: 1, kind: 'single', chapter: '4', picked: [pick], spentS: 60, ...given };
  });
  const endedAt = instantOf(START + i * 60_000);
  const sum = (of: 'earned' | 'possible') => lines.reduce((all, one) => all + one[of], 0);
  return {
    ...{
      attempt: `0mabc${String(i).padStart(5, '0')}-bench`,
      person: `person-${i}`,
      subject: SUBJECT,
      form: 'official',
    },
    ...{ blueprint: 'official-1', profile: 'official-1', mode: 'realistic', offline: false, state: 'submitted' },
    ...{ startedAt: endedAt, endedAt, earned: sum('earned'), possible: sum('possible'), marking: 'done' },
    ...{ lines, regrades: [], version: 1 },
  };
}
