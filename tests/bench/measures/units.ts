// P2: read and write units of the practice journal, through the whole function (the session is looked up as well), and what a million answers cost.
import type { Batch } from '../../../functions/domain/practice/journal.ts';
import { openWorld, type SignedIn } from '../../support/world.ts';
import { batches } from '../answers.ts';
import { list, type Metered, save } from '../journal-calls.ts';
import type { Row } from '../measure.ts';
import { meter, type Spent } from '../meter.ts';
import { priceOfMillion, prices } from '../prices.ts';

const SIZES = [1, 20, 50];
const LONG_JOURNAL = 1000;
const WITH_SESSION = 'looking up the session included';

export async function units(): Promise<Row[]> {
  const world = await openWorld();
  try {
    const metered = { world, spent: meter(world.test.table) };
    return [...(await savingRows(metered)), ...(await syncRows(metered))];
  } finally {
    await world.test.close();
  }
}

/** One batch of each size, sent once and once more. */
async function savingRows(metered: Metered): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES) {
    const who = await metered.world.signIn();
    const [batch] = batches(size) as [Batch];
    const first = await save(metered, who, batch);
    rows.push({
      goal: 'P2',
      what: `write units, a batch of ${size}`,
      figure: first.write,
      unit: 'units',
      limit: limitOf(size),
    });
    if (size === SIZES.at(-1)) rows.push(await repeatedRow(metered, who, { batch, first }));
    const each = { read: first.read / size, write: first.write / size };
    rows.push({
      goal: 'P2',
      what: `a million answers, ${size} a batch`,
      figure: priceOfMillion(each),
      unit: 'USD',
      note: `${prices.region}, ${prices.status}; ${WITH_SESSION}`,
    });
  }
  return rows;
}

function limitOf(size: number): { most: number } {
  return { most: size === 1 ? 1 : 2 };
}

/**
 * A refused condition is charged by the item that stands there (DynamoDB developer guide, "Consuming write units"): as much as its first write.
 * The engine reports nothing with an error, so that figure is put in its place; that the write was refused is what is measured.
 */
async function repeatedRow(
  metered: Metered,
  who: SignedIn,
  { batch, first }: { batch: Batch; first: Spent },
): Promise<Row> {
  const again = await save(metered, who, batch);
  const note = `${again.refused} write refused: charged by the item that is there; nothing is written`;
  const figure = again.write + again.refused * first.write;
  return {
    goal: 'P2',
    what: `write units, the same batch of ${batch.entries.length} again`,
    figure,
    unit: 'units',
    limit: { most: 2 },
    note,
  };
}

/** Syncs that bring nothing, and the first one of a new device. */
async function syncRows(metered: Metered): Promise<Row[]> {
  const rows: Row[] = [];
  for (const devices of [1, 3]) {
    const who = await metered.world.signIn();
    const names = Array.from({ length: devices }, (_, i) => `device-${i + 1}-of-the-bench`);
    for (const device of names) await save(metered, who, batches(50, 50, device)[0] as Batch);
    const { figure, batches: none } = await list(metered, who, `?known=${names.map((name) => `${name}.50`).join(',')}`);
    if (none !== 0) throw new Error(`a sync with nothing new brought ${none} batches`);
    const what = `read units, a sync with nothing new, ${devices} device${devices === 1 ? '' : 's'}`;
    rows.push({ goal: 'P2', what, figure, unit: 'units', note: WITH_SESSION });
  }
  return [...rows, await firstSyncRow(metered)];
}

async function firstSyncRow(metered: Metered): Promise<Row> {
  const who = await metered.world.signIn();
  const all = batches(LONG_JOURNAL);
  for (const batch of all) await save(metered, who, batch);
  const { figure, batches: came } = await list(metered, who, '');
  if (came !== all.length) throw new Error(`a first sync brought ${came} of ${all.length} batches`);
  const what = `read units, a new device's first sync of ${LONG_JOURNAL} answers`;
  return { goal: 'P2', what, figure, unit: 'units', note: `1 request, ${all.length} items; ${WITH_SESSION}` };
}
