// P2 and P3 for the figures of units: what a dashboard reads with a hundred attendances behind it, with ten thousand, and with a million by sums written
// straight; and what counting one attendance costs. On a file, for the engine's memory slows down with every record of its stream.
import { join } from 'node:path';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { readShelves } from '../../../functions/app/figure-reading.ts';
import { COURSE_KINDS, FORMS } from '../../../functions/domain/courses/course.ts';
import { HEADLINES, INDICATORS, shelvesOf, valuesOf } from '../../../functions/domain/figures/indicators.ts';
import { SOURCES } from '../../../functions/domain/figures/sources.ts';
import type { TrainingEntry } from '../../../functions/domain/participation/training.ts';
import { drawer } from '../../../functions/domain/practice/shuffle.ts';
import { count } from '../../../functions/jobs/tally/count.ts';
import { sourceFacts } from '../../../functions/jobs/tally/sources.ts';
import { openDatabase, TABLE } from '../../../functions/local/database.ts';
import { makeTable } from '../../../functions/local/table.ts';
import { figureKeys } from '../../../functions/store/figure-keys.ts';
import { keys } from '../../../functions/store/keys.ts';
import { makeBureauStore, makeStore, makeTallyStore } from '../../../functions/store/store.ts';
import { openTable, type Table } from '../../../functions/store/table.ts';
import { unit } from '../../functions/domain/units/builders.ts';
import { clientConfig, guard } from '../../support/engine.ts';
import type { Row } from '../measure.ts';
import { meter, type Spent } from '../meter.ts';
import { makeScratch } from '../scratch.ts';

/** Attendances that are counted; and how many more the sums written straight stand for. */
const SIZES = [100, 10_000];
const MILLION = 1_000_000;
/** Attendances of a person in a year, and people who are counted at once. */
const [EACH, AT_ONCE] = [10, 90];
/** Counties of the city, and townships of a county. */
const [COUNTIES, TOWNSHIPS] = [4, 5];
const NOW = '2026-12-31T03:00:00.000Z';
const MONTHS = { year: 2026, from: 1, to: 6 };
/** No quarter and no half: their people are added up from patterns of months. */
const ODD_MONTHS = { year: 2026, from: 2, to: 5 };

/** Read units of a dashboard: some fifteen items; and of one that counts people by patterns of months: 4,095 at most, 50 kB. */
const [DASHBOARD_MOST, ODD_MOST] = [25, 50];

export async function figureCosts(): Promise<Row[]> {
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
  const townships = await plantTree(table);
  const deps = { store: makeTallyStore(table), sink: () => undefined, now: () => NOW, sources: SOURCES };
  const spent = meter(table);
  const draw = drawer(7);
  const rows: Row[] = [];
  let people = 0;
  for (const size of SIZES) {
    while (people * EACH < size) {
      const more = Math.min(AT_ONCE, size / EACH - people);
      const changes = Array.from({ length: more }, (_, i) => drawn(`person-${people + i}`, townships, draw));
      spent();
      const { facts } = await sourceFacts(deps, changes);
      await count(deps, facts);
      people += more;
      if (people * EACH === size) rows.push(countRow(size, more * EACH, spent()));
    }
    rows.push(...(await dashboardRows(table, size, spent)));
  }
  await swell(table);
  return [...rows, ...(await dashboardRows(table, MILLION, spent))];
}

async function plantTree(table: Table): Promise<string[]> {
  const store = makeStore(table);
  const counties = Array.from({ length: COUNTIES }, (_, i) => unit(`county-${i}`, 'city'));
  const townships = counties.flatMap(({ id }) => Array.from({ length: TOWNSHIPS }, (_, i) => unit(`${id}-${i}`, id)));
  for (const after of [unit('city'), ...counties, ...townships]) await store.units.put({ changed: [{ after }] }, []);
  return townships.map(({ id }) => id);
}

function drawn(person: string, townships: readonly string[], draw: () => number) {
  const any = <T>(all: readonly T[]) => all[Math.floor(draw() * all.length)] as T;
  const home = any(townships);
  const entries = Array.from({ length: EACH }, (_, i): TrainingEntry => {
    const month = String(1 + Math.floor(draw() * 12)).padStart(2, '0');
    const at = { unit: home, day: `2026-${month}-${String(1 + Math.floor(draw() * 28)).padStart(2, '0')}`, at: NOW };
    const what = {
      kind: any(COURSE_KINDS),
      form: any(FORMS),
      state: 'present',
      enrolled: true,
      minutes: 180,
      views: 0,
    } as const;
    return { ...at, ...what, session: `session-${person}-${i}`, course: `course-${i % 4}`, organiser: 'city' };
  });
  return {
    kind: 'trained',
    key: keys.trained(person, '2026'),
    fact: { person, year: '2026', entries, version: 1, at: NOW },
  };
}

/** Figures as a million attendances leave them: every figure a hundred times as large, and people with every pattern of months. */
async function swell(table: Table): Promise<void> {
  const { counters } = makeTallyStore(table);
  const add = async (shelf: string, sums: Readonly<Record<string, number>>) => {
    const all = Object.entries(sums);
    for (let first = 0; first < all.length; first += 150) {
      const some = all.slice(first, first + 150);
      await table.doc.send(
        new UpdateCommand({
          TableName: table.name,
          Key: figureKeys.counter('city', shelf, 'then'),
          UpdateExpression: `ADD ${some.map((_, i) => `#${i} :${i}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(some.map(([name], i) => [`#${i}`, name])),
          ExpressionAttributeValues: Object.fromEntries(some.map(([, value], i) => [`:${i}`, value])),
        }),
      );
    }
  };
  for (const { shelf, part, sums } of await counters.all('city')) {
    if (part !== 'then') continue;
    const patterns = shelf.includes('#people#')
      ? Array.from({ length: 4_095 }, (_, i) => (i + 1).toString(16).padStart(3, '0'))
      : [];
    const every = Object.fromEntries(patterns.map((pattern) => [pattern, 25]));
    await add(shelf, {
      ...every,
      ...Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, value * 99])),
    });
  }
}

async function dashboardRows(table: Table, size: number, spent: () => Spent): Promise<Row[]> {
  const store = makeBureauStore(table);
  const attendances = size.toLocaleString('en-US');
  const rows: Row[] = [];
  for (const [name, ids, months] of [
    ['first screen', HEADLINES, MONTHS],
    ['all indicators', INDICATORS.map(({ id }) => id), MONTHS],
    ['first screen, four odd months', HEADLINES, ODD_MONTHS],
  ] as const) {
    spent();
    const shelves = await readShelves(
      { store },
      {
        units: ['city'],
        ids,
        months: [months],
        boundaries: 'then',
      },
    );
    const { read, requests } = spent();
    const shown = valuesOf(ids, months)(shelves.get('city') ?? {});
    if (Object.values(shown).every(({ now }) => now === null))
      throw new Error('the dashboard of the bench shows nothing');
    rows.push({
      goal: 'P3',
      what: `read units of a dashboard (${name}), ${attendances} attendances`,
      figure: read,
      unit: 'units',
      limit: { most: months === ODD_MONTHS ? ODD_MOST : DASHBOARD_MOST },
      note: `${ids.length} indicators with last year's, ${shelvesOf(ids, months).length} items, ${requests} requests`,
    });
  }
  return rows;
}

function countRow(size: number, attendances: number, { read, write }: Spent): Row {
  const note = `${EACH} attendances of a person at once; ${(write / attendances).toFixed(1)} written, ${(read / attendances).toFixed(1)} read`;
  return {
    goal: 'P2',
    what: `units of counting an attendance into four levels, after ${size.toLocaleString('en-US')}`,
    figure: (read + write) / attendances,
    unit: 'units',
    note,
  };
}
