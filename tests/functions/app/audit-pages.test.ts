// What goes through many chains goes on from page to page: small bearings stand for the large ones of the deployed functions.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAudit } from '../../../functions/app/audit-check.ts';
import { exportAudit } from '../../../functions/app/audit-reading.ts';
import { openUnit } from '../../../functions/app/units.ts';
import { OPERATOR } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

const BELOW = 23;
const NOTES = 90;

let world: World;
let upper: string;

beforeAll(async () => {
  world = await openWorld();
  upper = await open(null);
  for (let i = 0; i < BELOW; i += 1) await open(i === 5 ? await open(upper) : upper);
  const entry = { at: world.clock.now, actor: { kind: 'system', name: 'test' }, action: 'note', unit: upper } as const;
  await world.deps.store.audit.add(
    Array.from({ length: NOTES }, (_, i) => ({ ...entry, thing: { type: 'note', id: `${i}` } })),
  );
}, 60_000);
afterAll(() => world.test.close());

const UNITS = 1 + BELOW + 1;
const LINES = UNITS + NOTES;

async function open(parent: string | null): Promise<string> {
  const body = { kind: 'bureau', division: '360400', name: '单位', parent, day: '2024-01-01', why: '开办' } as const;
  return (await openUnit(world.deps)(OPERATOR, { params: undefined, query: undefined, body })).unit;
}

/** Every page of what is asked with cursors. */
async function pages<T extends { cursor?: string | undefined }>(ask: (cursor?: string) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const page: T = await ask(cursor);
    found.push(page);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

describe.each([
  [1, 1],
  [7, 3],
  [40, 100],
  [5000, 100],
])('with %i lines and %i units at a time', (lines, units) => {
  it('a check counts every unit and every line once', async () => {
    const check = checkAudit(world.deps, { lines, units });
    const found = await pages((cursor) =>
      check(OPERATOR, { params: { unit: upper }, query: { cursor }, body: undefined }),
    );
    const { seq } = await world.deps.store.audit.head(upper);
    expect(sum(found.map((page) => page.units))).toBe(UNITS);
    expect(sum(found.map((page) => page.lines))).toBe(LINES + seq - NOTES - 1);
    expect(found.flatMap(({ faults }) => faults)).toEqual([]);
    expect(found.length > 1).toBe(lines < LINES);
  });

  it('an export brings every line once, and no other', async () => {
    const take = exportAudit(world.deps, { read: lines, found: lines });
    const query = { scope: 'subtree', action: 'open' } as const;
    const found = await pages((cursor) =>
      take(OPERATOR, { params: { unit: upper }, query: { ...query, cursor }, body: undefined }),
    );
    const keys = found.flatMap((page) => page.lines.map(({ unit, seq }) => `${unit} ${seq}`));
    expect(new Set(keys).size).toBe(UNITS);
    expect(keys).toHaveLength(UNITS);
    expect(sum(found.map((page) => page.units))).toBe(UNITS);
  });
});
