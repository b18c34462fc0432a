import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Head } from '../../../functions/domain/audit/chain.ts';
import { keys } from '../../../functions/store/keys.ts';
import type { Item } from '../../../functions/store/ranges.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { at } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { entryOf } from './builders.ts';

const LINES = 6;

let test: TestTable;
let store: Store;
let made = 0;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
});
afterAll(() => test.close());

/** A chain of six lines under a unit of its own. */
async function chain(): Promise<string> {
  made += 1;
  const unit = `unit-${made}`;
  for (let i = 0; i < LINES; i += 1) await store.audit.add([entryOf(unit, { at: at(i), why: `第 ${i + 1} 条` })]);
  return unit;
}

async function itemOf(unit: string, seq: number): Promise<Item> {
  const { Item: item } = await test.table.doc.send(
    new GetCommand({ TableName: test.table.name, Key: keys.auditLine(unit, seq) }),
  );
  return item as Item;
}

async function remove(unit: string, seq: number): Promise<void> {
  await test.table.doc.send(new DeleteCommand({ TableName: test.table.name, Key: keys.auditLine(unit, seq) }));
}

/** The first fault of a chain, read in parts of so many lines. */
async function faultOf(unit: string | null, limit: number) {
  let from: Head | undefined;
  for (;;) {
    const part = await store.audit.check(unit, { limit, ...(from && { from }) });
    if (part.fault !== undefined) return part.fault;
    if (part.next === undefined) return undefined;
    from = part.next;
  }
}

/** What is done to the lines of a chain behind the store's back → where it is found, and as what. */
const PLANTED: [string, (unit: string) => Promise<void>, { at: number; fault: string }][] = [
  [
    'an edited line',
    async (unit) => test.plant({ ...(await itemOf(unit, 3)), why: '改过的理由' }),
    { at: 3, fault: 'edited' },
  ],
  [
    'a line that is no line any more',
    async (unit) => test.plant({ ...(await itemOf(unit, 3)), hash: 7 }),
    { at: 3, fault: 'edited' },
  ],
  ['a removed line', (unit) => remove(unit, 2), { at: 2, fault: 'gap' }],
  ['a removed first line', (unit) => remove(unit, 1), { at: 1, fault: 'gap' }],
  [
    'a cut tail',
    async (unit) => {
      await remove(unit, 5);
      await remove(unit, 6);
    },
    { at: 5, fault: 'cut' },
  ],
  [
    'two lines that were swapped',
    async (unit) => {
      const [second, third] = [await itemOf(unit, 2), await itemOf(unit, 3)];
      await test.plant({ ...third, ...keys.auditLine(unit, 2) });
      await test.plant({ ...second, ...keys.auditLine(unit, 3) });
    },
    { at: 2, fault: 'reordered' },
  ],
  [
    'a line of another unit',
    async (unit) => test.plant({ ...(await itemOf(await chain(), 4)), ...keys.auditLine(unit, 4) }),
    { at: 4, fault: 'foreign' },
  ],
  [
    'another unit’s chain, whole',
    async (unit) => {
      const other = await chain();
      for (let seq = 1; seq <= LINES; seq += 1) {
        await test.plant({ ...(await itemOf(other, seq)), ...keys.auditLine(unit, seq) });
      }
      await test.plant({ ...keys.auditHead(unit), ...(await store.audit.head(other)) });
    },
    { at: 1, fault: 'foreign' },
  ],
  [
    'a line that was put behind the head',
    async (unit) => test.plant({ ...(await itemOf(unit, 6)), ...keys.auditLine(unit, 7), seq: 7 }),
    { at: 7, fault: 'edited' },
  ],
  [
    'a head that says too little',
    async (unit) => test.plant({ ...keys.auditHead(unit), seq: 4, hash: (await itemOf(unit, 4)).hash }),
    { at: 5, fault: 'edited' },
  ],
  [
    'a head that is none',
    async (unit) => test.plant({ ...keys.auditHead(unit), seq: 'six' }),
    { at: 1, fault: 'edited' },
  ],
];

describe.each([100, 6, 1])('a check that reads %i lines at a time', (limit) => {
  it('finds nothing wrong with what nobody touched, and with what is not there', async () => {
    expect(await faultOf(await chain(), limit)).toBeUndefined();
    expect(await faultOf('nobody', limit)).toBeUndefined();
  });

  it.each(PLANTED)('finds %s', async (_what, plant, fault) => {
    const unit = await chain();
    await plant(unit);
    const found = await faultOf(unit, limit);
    // A part ends before the line that stands out of turn: seen from there, one is missing.
    const isCutOff = limit === 1 && fault.fault === 'reordered';
    expect(found).toEqual(isCutOff ? { ...fault, fault: 'gap' } : fault);
  });
});

describe('a check', () => {
  it('does not take for a fault what is written while it reads', async () => {
    const unit = await chain();
    let isWritten = false;
    const doc = Object.create(test.table.doc, {
      send: {
        value: async (command: { input: { KeyConditionExpression?: string } }) => {
          if (command.input.KeyConditionExpression !== undefined && !isWritten) {
            isWritten = true;
            await store.audit.add([entryOf(unit, { at: at(9) })]);
          }
          return test.table.doc.send(command as never);
        },
      },
    });
    const part = await makeStore({ ...test.table, doc }).audit.check(unit, { limit: 100 });
    expect(part).toEqual({ lines: LINES + 1 });
  });
});

describe('the chains of a table', () => {
  it('are all found, also one whose unit is not there and the one of what is in none', async () => {
    await store.audit.add([entryOf(null)]);
    const unit = await chain();
    const found: (string | null)[] = [];
    for await (const one of store.audit.chains()) found.push(one);
    expect(found).toContain(null);
    expect(found).toContain(unit);
    expect(new Set(found).size).toBe(found.length);
  });
});
