import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditLine, checkChain } from '../../../functions/domain/audit/chain.ts';
import { commits } from '../../../functions/store/audit.ts';
import { sha256 } from '../../../functions/store/digest.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { CorruptItem, openTable, TableBusy } from '../../../functions/store/table.ts';
import { putNew } from '../../../functions/store/transactions.ts';
import { at } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { entryOf } from './builders.ts';

let test: TestTable;
let store: Store;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
});
afterAll(() => test.close());

async function allOf(unit: string | null): Promise<AuditLine[]> {
  const lines = [];
  for await (const line of store.audit.all(unit)) lines.push(line);
  return lines;
}

async function checked(unit: string | null) {
  return checkChain(await allOf(unit), { to: await store.audit.head(unit) }, sha256);
}

function fact(name: string) {
  return { write: putNew(test.table, { PK: `FACT#${name}`, SK: 'FACT' }), refused: 'taken' as const };
}

describe('a chain', () => {
  it('begins at the empty head and holds what was written, in order', async () => {
    expect(await store.audit.head('chain')).toEqual({ seq: 0, hash: '' });
    await store.audit.add([entryOf('chain', { why: '第一' })]);
    const both = [entryOf('chain', { why: '第二', before: { quota: 1 }, after: { quota: null, tags: ['a', 'b'] } })];
    await store.audit.add([...both, entryOf('chain', { why: '第三', as: { role: 'liaison', unit: 'chain' } })]);
    const lines = await allOf('chain');
    expect(lines.map(({ seq, why }) => [seq, why])).toEqual([
      [1, '第一'],
      [2, '第二'],
      [3, '第三'],
    ]);
    expect(lines[1]).toMatchObject({ before: { quota: 1 }, after: { quota: null, tags: ['a', 'b'] } });
    expect(await checked('chain')).toEqual({ ok: true });
  });

  it('is one for each unit, and one for what is in none', async () => {
    await store.audit.add([entryOf('11'), entryOf('110'), entryOf(null), entryOf('11')]);
    expect((await allOf('11')).map(({ seq, unit }) => [seq, unit])).toEqual([
      [1, '11'],
      [2, '11'],
    ]);
    expect(await allOf('110')).toHaveLength(1);
    expect(await allOf(null)).toHaveLength(1);
    expect(await allOf('1')).toEqual([]);
    for (const unit of ['11', '110', null]) expect(await checked(unit)).toEqual({ ok: true });
  });

  it('is gapless after 200 appends at once, by eight processes that know nothing of each other', {
    timeout: 60_000,
  }, async () => {
    const patient = { ...test.table, delay: openTable('any', {}).delay };
    const processes = Array.from({ length: 8 }, () => commits(patient, sha256));
    const appended = Array.from({ length: 200 }, (_, i) =>
      processes[i % 8]?.([fact(`crowd-${i}`)], [entryOf('crowd', { at: at(i) })]),
    );
    expect(new Set(await Promise.all(appended))).toEqual(new Set(['done']));
    const lines = await allOf('crowd');
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    expect(new Set(lines.map((line) => line.at)).size, 'each line once').toBe(200);
    expect(await checked('crowd')).toEqual({ ok: true });
  });

  it('is gapless after 200 appends at once in one process, without a try in vain', async () => {
    test.spent();
    await Promise.all(Array.from({ length: 200 }, (_, i) => store.audit.add([entryOf('lane', { at: at(i) })])));
    expect(test.spent().requests, 'a head read and a transaction each').toBe(400);
    expect((await allOf('lane')).map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    expect(await checked('lane')).toEqual({ ok: true });
  });

  it('is read once by a process that remembers where it left it, and sound when another has moved it meanwhile', async () => {
    const alone = commits(test.table, sha256, new Map());
    test.spent();
    for (let i = 0; i < 10; i += 1) await alone([], [entryOf('alone', { at: at(i) })]);
    expect(test.spent().requests, 'one head and ten transactions').toBe(11);
    await store.audit.add([entryOf('alone')]);
    expect(await alone([], [entryOf('alone')])).toBe('done');
    expect(await alone([fact('alone')], [entryOf('alone')])).toBe('done');
    expect(await alone([fact('alone')], [entryOf('alone')])).toBe('taken');
    expect(await alone([], [entryOf('alone')])).toBe('done');
    expect((await allOf('alone')).map(({ seq }) => seq)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1));
    expect(await checked('alone')).toEqual({ ok: true });
  });

  it('shows a line that was changed or taken out behind its back', async () => {
    for (const unit of ['edited', 'gap', 'cut']) {
      for (let i = 0; i < 3; i += 1) await store.audit.add([entryOf(unit, { at: at(i) })]);
    }
    const line = (await allOf('edited'))[1];
    await test.plant({ PK: 'AUDIT#edited', SK: 'LINE#000000002', ...line, action: 'readUnit' });
    expect(await checked('edited')).toEqual({ ok: false, at: 2, fault: 'edited' });
    const TableName = test.table.name;
    const take = (PK: string, SK: string) => test.table.doc.send(new DeleteCommand({ TableName, Key: { PK, SK } }));
    await take('AUDIT#gap', 'LINE#000000002');
    expect(await checked('gap')).toEqual({ ok: false, at: 2, fault: 'gap' });
    await take('AUDIT#cut', 'LINE#000000003');
    expect(await checked('cut')).toEqual({ ok: false, at: 3, fault: 'cut' });
  });
});

describe('a fact and its lines', () => {
  it('are written together', async () => {
    const commit = commits(test.table, sha256);
    expect(await commit([fact('one')], [entryOf('fact-a'), entryOf('fact-b')])).toBe('done');
    expect([await store.audit.head('fact-a'), await store.audit.head('fact-b')].map(({ seq }) => seq)).toEqual([1, 1]);
  });

  it('are neither written when the fact is refused', async () => {
    const commit = commits(test.table, sha256);
    await commit([fact('two')], [entryOf('refused')]);
    const head = await store.audit.head('refused');
    expect(await commit([fact('two')], [entryOf('refused')])).toBe('taken');
    expect(await commit([fact('three'), fact('two')], [entryOf('refused')])).toBe('taken');
    expect(await store.audit.head('refused')).toEqual(head);
    expect(await allOf('refused')).toHaveLength(1);
    expect(await commit([fact('three')], []), 'nothing was left of the refused one').toBe('done');
  });

  it('cost two small reads and writes for the lines beside the fact', async () => {
    test.spent();
    await commits(test.table, sha256)([fact('cost')], [entryOf('cost')]);
    const { units, requests } = test.spent();
    expect(requests).toBe(2);
    expect(units, 'three writes at two units each, and the head read').toBeLessThanOrEqual(7);
  });

  it('give up with a busy table when the head never stands still', async () => {
    const { table } = test;
    const moving = commits({ ...table, delay: async () => store.audit.add([entryOf('moving')]) }, sha256);
    await store.audit.add([entryOf('moving')]);
    await test.plant({ PK: 'AUDIT#moving', SK: 'LINE#000000002' });
    await expect(moving([fact('moving')], [])).resolves.toBe('done');
    test.waits.length = 0;
    await expect(store.audit.add([entryOf('moving')])).rejects.toBeInstanceOf(TableBusy);
    expect(test.waits.length).toBeGreaterThan(5);
    expect(Math.max(...test.waits)).toBeLessThanOrEqual(1_000);
  });
});

describe('reading', () => {
  it('lists the newest first, page by page, each once', async () => {
    for (let i = 0; i < 7; i += 1) await store.audit.add([entryOf('listed', { at: at(i) })]);
    const first = await store.audit.list('listed', { limit: 3 });
    expect(first.lines.map(({ seq }) => seq)).toEqual([7, 6, 5]);
    expect(first.next).toBe(4);
    expect((await store.audit.list('listed', { from: 4, limit: 3 })).lines.map(({ seq }) => seq)).toEqual([4, 3, 2]);
    expect(await store.audit.list('listed', { from: 1, limit: 3 })).toMatchObject({ lines: [{ seq: 1 }] });
    expect(await store.audit.list('listed', { from: 1, limit: 3 })).not.toHaveProperty('next');
    expect(await store.audit.list('listed', { from: 7, limit: 7 })).not.toHaveProperty('next');
    expect(await store.audit.list('unlisted', { limit: 3 })).toEqual({ lines: [] });
  });

  it('gives every line where the engine’s own page ends first', async () => {
    const why = '由'.repeat(60_000);
    for (let i = 0; i < 8; i += 1) await store.audit.add([entryOf('heavy', { why })]);
    expect((await allOf('heavy')).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await checked('heavy')).toEqual({ ok: true });
    expect((await store.audit.list('heavy', { limit: 8 })).lines).toHaveLength(8);
  });

  it('names the key of a corrupt line or head', async () => {
    await test.plant({ PK: 'AUDIT#bad', SK: 'LINE#000000001', seq: 1, why: 'SECRET' });
    await expect(allOf('bad')).rejects.toThrow(new CorruptItem({ PK: 'AUDIT#bad', SK: 'LINE#000000001' }));
    await test.plant({ PK: 'AUDIT#bad', SK: 'HEAD', seq: 'SECRET' });
    await expect(store.audit.head('bad')).rejects.toThrow(new CorruptItem({ PK: 'AUDIT#bad', SK: 'HEAD' }));
  });
});
