// Whose turn a recount is, and mending: a difference is added once, and only to what is still what was found.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { counters } from '../../../functions/store/counters.ts';
import { figureKeys } from '../../../functions/store/figure-keys.ts';
import { type FigureDrift, type Reckoned, reckonings } from '../../../functions/store/reckonings.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

let test: TestTable;
let unit: string;
let units = 0;

beforeAll(async () => {
  test = await openTestTable();
});
afterAll(() => test.close());
beforeEach(() => {
  units += 1;
  unit = `u${units}`;
});

const store = () => reckonings(test.table);
const at = (clock: string) => `2026-08-02T${clock}:00.000Z`;
const reckoned = (day: string, drifts: number): Reckoned => ({
  ...{ day, startedAt: at('01:00'), endedAt: at('01:05'), roots: 1, facts: 9, behind: 1, drifts },
});

describe('a recount', () => {
  it('is taken once a day, is taken over from who is no more, and not on the first day of a table', async () => {
    const claim = (day: string, now: string, until: string) => store().claim(day, { now: at(now), until: at(until) });
    expect(await claim('2026-08-01', '01:00', '01:16')).toBe(false);
    expect(await claim('2026-08-01', '02:00', '02:16')).toBe(false);
    expect(await claim('2026-08-02', '03:00', '03:16')).toBe(true);
    expect(await claim('2026-08-02', '03:01', '03:17')).toBe(false);
    expect(await claim('2026-08-02', '03:16', '03:32')).toBe(true);
    await store().put(reckoned('2026-08-02', 0), { drifts: [], behind: [] });
    expect(await claim('2026-08-02', '09:00', '09:16')).toBe(false);
    const both = ['10:00', '10:00'].map((now) => claim('2026-08-03', now, '10:16'));
    expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
  });

  it('of the same day is in the place of the one before', async () => {
    const drift = driftOf('a', { counted: 1, facts: 2 });
    await store().put(reckoned('2026-08-05', 1), { drifts: [drift], behind: [{ PK: 'CAME#one', SK: 'CAME' }] });
    expect(await store().drifts('2026-08-05')).toEqual([drift]);
    expect(await store().behind('2026-08-05')).toEqual([{ PK: 'CAME#one', SK: 'CAME' }]);
    await store().put(reckoned('2026-08-05', 0), { drifts: [], behind: [] });
    expect([await store().drifts('2026-08-05'), await store().behind('2026-08-05')]).toEqual([[], []]);
    expect(await store().last()).toEqual(reckoned('2026-08-05', 0));
  });
});

function driftOf(name: string, { counted, facts }: { counted: number; facts: number }): FigureDrift {
  return { unit, shelf: 'came#2026', part: 'then', name, counted, facts, state: 'found' };
}

async function add(name: string, by: number): Promise<void> {
  await test.table.doc.send(
    new UpdateCommand({
      TableName: test.table.name,
      Key: figureKeys.counter(unit, 'came#2026', 'then'),
      UpdateExpression: 'ADD #name :by',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':by': by },
    }),
  );
}

describe('a figure that is off', () => {
  const day = '2026-08-06';
  const figures = async () => (await counters(test.table).of(unit, ['came#2026'], 'then'))['came#2026'];

  it('is mended once, also when it comes back to what it was', async () => {
    const drift = driftOf('t', { counted: 5, facts: 8 });
    await add('t', 5);
    await store().put(reckoned(day, 1), { drifts: [drift], behind: [] });
    expect(await store().mend(day, drift)).toBe(true);
    expect(await figures()).toEqual({ t: 8 });
    await add('t', -3);
    expect(await store().mend(day, drift)).toBe(false);
    expect(await figures()).toEqual({ t: 5 });
    expect(await store().drifts(day)).toEqual([{ ...drift, state: 'mended' }]);
  });

  it('stays as it is when it has moved since', async () => {
    const drift = driftOf('t', { counted: 5, facts: 8 });
    await add('t', 6);
    await store().put(reckoned(day, 1), { drifts: [drift], behind: [] });
    expect(await store().mend(day, drift)).toBe(false);
    expect(await figures()).toEqual({ t: 6 });
    expect(await store().drifts(day)).toEqual([drift]);
  });

  it('is mended where there is no counter yet, and to nothing where no fact stands behind it', async () => {
    const [missing, invented] = [driftOf('n', { counted: 0, facts: 2 }), driftOf('x', { counted: -4, facts: 0 })];
    await store().put(reckoned(day, 2), { drifts: [missing, invented], behind: [] });
    expect(await store().mend(day, missing)).toBe(true);
    await add('x', -4);
    expect(await store().mend(day, invented)).toBe(true);
    expect(await figures()).toEqual({ n: 2 });
  });
});
