import { join } from 'node:path';
import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main, run } from '../../../functions/local/audit.ts';
import { engineBinary, startEngine } from '../../../functions/local/engine.ts';
import { takeLock } from '../../../functions/local/lock.ts';
import { makeTable } from '../../../functions/local/table.ts';
import { keys } from '../../../functions/store/keys.ts';
import type { Item } from '../../../functions/store/ranges.ts';
import { makeStore, type Store } from '../../../functions/store/store.ts';
import { openTable } from '../../../functions/store/table.ts';
import { clientConfig } from '../../support/engine.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { entryOf, unitOf } from '../store/builders.ts';
import { scratchFolder } from './scratch.ts';

let test: TestTable;
let store: Store;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStore(test.table);
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
    await store.units.put({ changed: [{ after: unitOf(id, null) }] }, []);
    await store.audit.add(Array.from({ length: 4 }, () => entryOf(id)));
  }
  await store.audit.add([entryOf(null)]);
});
afterAll(() => test.close());

async function check(): Promise<{ code: number; printed: string }> {
  const lines: string[] = [];
  const print = (text: string) => void lines.push(text);
  return { code: await run(['check'], { print, open: (use) => use(store, 'here') }), printed: lines.join('\n') };
}

async function itemOf(unit: string, seq: number): Promise<Item> {
  const command = new GetCommand({ TableName: test.table.name, Key: keys.auditLine(unit, seq) });
  return (await test.table.doc.send(command)).Item as Item;
}

async function move(from: [string, number], to: [string, number]): Promise<void> {
  await test.plant({ ...(await itemOf(...from)), ...keys.auditLine(...to) });
}

async function remove(unit: string, seq: number): Promise<void> {
  await test.table.doc.send(new DeleteCommand({ TableName: test.table.name, Key: keys.auditLine(unit, seq) }));
}

describe('the check of a whole table', () => {
  it('finds nothing wrong with what nobody touched, and says how much there was', async () => {
    const { code, printed } = await check();
    expect(code).toBe(0);
    expect(printed).toContain('共 7 条链 chains，25 条日志 lines，0 条链有问题 faulty');
  });

  it('names every unit whose chain was touched, the line and the fault, and fails', async () => {
    await test.plant({ ...(await itemOf('a', 2)), why: '改过' });
    await remove('b', 3);
    await remove('c', 4);
    const [second, third] = [await itemOf('d', 2), await itemOf('d', 3)];
    await test.plant({ ...third, ...keys.auditLine('d', 2) });
    await test.plant({ ...second, ...keys.auditLine('d', 3) });
    await move(['f', 1], ['e', 1]);
    // A chain under the name of no unit at all.
    await move(['f', 1], ['nobody', 1]);
    const { code, printed } = await check();
    expect(code).toBe(1);
    const faults = printed.split('\n').filter((line) => line.startsWith('✗'));
    expect(faults.toSorted()).toEqual([
      expect.stringMatching(/没有这个单位.*（nobody）：第 1 条.*another unit/),
      expect.stringMatching(/社工站 a（a）：第 2 条.*edited/),
      expect.stringMatching(/社工站 b（b）：第 3 条.*missing/),
      expect.stringMatching(/社工站 c（c）：第 4 条.*cut off/),
      expect.stringMatching(/社工站 d（d）：第 2 条.*out of turn/),
      expect.stringMatching(/社工站 e（e）：第 1 条.*another unit/),
    ]);
    expect(printed).toContain('6 条链有问题 faulty');
  });

  it('says how it is used when it is asked for something else', async () => {
    const lines: string[] = [];
    const print = (text: string) => void lines.push(text);
    expect(await run(['chek'], { print, open: () => Promise.reject(new Error('opened')) })).toBe(1);
    expect(lines.join()).toContain('npm run audit -- check');
  });
});

describe('the command', () => {
  const said = () => vi.mocked(console.log).mock.calls.join('\n');

  beforeAll(() => void vi.spyOn(console, 'log').mockImplementation(() => undefined));
  afterAll(() => vi.restoreAllMocks());

  it('reads the table of the data folder, and leaves the folder free again', { timeout: 30_000 }, async () => {
    const folder = scratchFolder();
    const file = join(folder, 'table.db');
    const engine = await startEngine({ binary: engineBinary(process.env), file, onSpawn: () => undefined });
    const config = clientConfig(engine.endpoint);
    await makeTable('zhuren', config);
    const own = openTable('zhuren', config);
    await makeStore(own).audit.add([entryOf('alone')]);
    own.doc.destroy();
    await engine.stop();
    expect(await main(['check'], { DATA_DIR: folder }, 0)).toBe(0);
    expect(said()).toContain('共 1 条链 chains，1 条日志 lines，0 条链有问题 faulty');
    const lock = await takeLock(folder, file);
    // As long as a launcher has it, the command says so.
    expect(await main(['check'], { DATA_DIR: folder }, 0)).toBe(1);
    expect(said()).toContain('正被另一个助人学堂使用');
    lock.release();
  });

  it('makes no database where there is none', async () => {
    const folder = scratchFolder();
    expect(await main(['check'], { DATA_DIR: folder }, 0)).toBe(1);
    expect(said()).toContain('里没有数据库');
  });
});
