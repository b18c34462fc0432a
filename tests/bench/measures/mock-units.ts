// P2 for mock papers: units of a start, a save and a hand-in, through the whole function, and what a million saves cost.
import { freshRequest } from '../../support/courses.ts';
import { answerTo, keyOf, passMs, type Sat, save, startOne, submit } from '../../support/exams.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Row } from '../measure.ts';
import { meter, type Spent } from '../meter.ts';
import { priceOfMillion, prices } from '../prices.ts';

const WITH_SESSION = 'looking up the session included';

/** Questions of an item of answers. */
const CHUNK = 20;

export async function mockUnits(): Promise<Row[]> {
  const world = await openWorld();
  try {
    // The bank's items are kept once for a process.
    await startOne(world);
    const spent = meter(world.test.table);
    const taking = async <T>(work: () => Promise<T>): Promise<{ came: T; took: Spent }> => {
      spent();
      const came = await work();
      return { came, took: spent() };
    };
    return [...(await sittingRows(world, taking))];
  } finally {
    await world.test.close();
  }
}

type Taking = <T>(work: () => Promise<T>) => Promise<{ came: T; took: Spent }>;

async function sittingRows(world: World, taking: Taking): Promise<Row[]> {
  const who = await world.signIn();
  const start = await taking(() => startOne(world, { who, form: 'official', request: freshRequest() }));
  const sat = start.came;
  passMs(world, 600_000);
  const one = await taking(() => save(world, sat, answers(world, sat, 1, 1)));
  const chunk = await taking(() => save(world, sat, answers(world, sat, 1, CHUNK)));
  for (let first = CHUNK + 1; first < 80; first += CHUNK) await save(world, sat, answers(world, sat, first, CHUNK));
  passMs(world, 600_000);
  const handIn = await taking(() => submit(world, sat));
  if (handIn.came.state !== 'submitted') throw new Error(`a hand-in came to ${handIn.came.code}`);
  return [
    written('a start of 80 questions', start.took, 30),
    written('a save of one answer', one.took, 1),
    written('a save of twenty answers of one item', chunk.took, 1),
    written('a hand-in of 80 questions', handIn.took, 12),
    {
      ...{ goal: 'P2', what: 'a million saves', figure: priceOfMillion(one.took), unit: 'USD' },
      note: `${prices.region}, ${prices.status}; reads and writes; ${WITH_SESSION}`,
    },
  ];
}

function answers(world: World, sat: Sat, first: number, count: number) {
  passMs(world, 1_000);
  return Array.from({ length: count }, (_, i) => answerTo(world, sat, first + i, keyOf(sat, first + i)));
}

function written(what: string, { write, read, requests }: Spent, most: number): Row {
  const note = `${read} read, ${requests} requests; ${WITH_SESSION}`;
  return { goal: 'P2', what: `write units, ${what}`, figure: write, unit: 'units', limit: { most }, note };
}
