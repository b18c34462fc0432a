// Training and held courses as items: what is written comes back, from the table and from its stream; versions keep writers apart.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HeldCourse } from '../../../functions/domain/participation/held.ts';
import type { TrainingYear } from '../../../functions/domain/participation/training.ts';
import { heldReader } from '../../../functions/store/held.ts';
import { keys } from '../../../functions/store/keys.ts';
import { SOURCE_READERS, sourceIn } from '../../../functions/store/source-readers.ts';
import { makeTallyStore, makeTrainerStore, type TrainerStore } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { trainedReader } from '../../../functions/store/trained.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';
import { entry } from '../domain/participation/builders.ts';

let test: TestTable;
let store: TrainerStore;

beforeAll(async () => {
  test = await openTestTable();
  store = makeTrainerStore(test.table);
});
afterAll(() => test.close());

const AT = '2026-04-03T02:00:00.000Z';

function year(person: string, version = 1): TrainingYear {
  const entries = [entry(), entry({ session: 'course-1-002', unit: undefined, state: 'absent', minutes: 0 })];
  return { person, year: '2026', entries: JSON.parse(JSON.stringify(entries)), version, at: AT };
}

function course(id: string, version = 1): HeldCourse {
  const sessions = [{ id: `${id}-001`, day: '2026-04-01', form: 'on-site', minutes: 180, came: 3 } as const];
  const counts = { cents: 0, enrolled: 4, noShows: 1, people: { 'on-site': 3 } };
  return { course: id, unit: 'centre', kind: 'pre-exam', day: '2026-04-01', sessions, ...counts, version, at: AT };
}

it('gives back what was written, of those people and years that there are', async () => {
  await store.held.add(course('c1'));
  const done = await store.trained.put({
    years: [{ after: year('p1') }, { after: year('p2') }],
    held: course('c1', 2),
  });
  expect(done).toBe('done');
  const found = await store.trained.ofMany(['p2', 'p1', 'p3', 'p1'], ['2025', '2026']);
  expect(found.toSorted((a, b) => (a.person < b.person ? -1 : 1))).toEqual([year('p1'), year('p2')]);
  expect(await store.held.get('c1')).toEqual(course('c1', 2));
  expect(await store.held.get('c2')).toBeUndefined();
});

it('writes nothing at all over a version that was not read', async () => {
  await store.held.add(course('c3'));
  expect(await store.trained.put({ years: [{ after: year('p4') }], held: course('c3', 2) })).toBe('done');
  expect(await store.trained.put({ years: [{ after: year('p4', 2) }], held: course('c3', 2) })).toBe('conflict');
  expect(await store.trained.put({ years: [{ after: year('p4') }], held: course('c3', 3) })).toBe('conflict');
  expect((await store.trained.ofMany(['p4'], ['2026']))[0]?.version).toBe(1);
  expect((await store.held.get('c3'))?.version).toBe(2);
});

it('leaves a course as it is that is there already, and knows when it is not to be there', async () => {
  await store.held.add(course('c4'));
  await store.held.add({ ...course('c4'), enrolled: 99 });
  expect(await store.held.get('c4')).toEqual(course('c4'));
  expect(await store.trained.put({ years: [], notHeld: 'c4' })).toBe('conflict');
  expect(await store.trained.put({ years: [], notHeld: 'c5' })).toBe('done');
});

it('is read by the tally from the stream as what it is', async () => {
  await store.trained.put({ years: [{ after: year('p6') }] });
  const key = keys.trained('p6', '2026');
  const { Item: item = {} } = await test.table.doc.send(new GetCommand({ TableName: test.table.name, Key: key }));
  const bytes = Buffer.from(item.packed as Uint8Array).toString('base64');
  const text = (name: string) => ({ S: String(item[name]) });
  const NewImage = {
    person: text('person'),
    year: text('year'),
    at: text('at'),
    version: { N: '1' },
    packed: { B: bytes },
  };
  const Keys = { PK: { S: key.PK }, SK: { S: key.SK } };
  const { changes } = makeTallyStore(test.table);
  expect(changes.of({ eventName: 'INSERT', dynamodb: { Keys, NewImage } })).toMatchObject({
    ...{ kind: 'source', source: { kind: 'trained', key, fact: year('p6') } },
  });
  const held = { ...keys.held('c7'), ...course('c7') };
  expect(sourceIn(SOURCE_READERS, held)).toEqual({ kind: 'held', key: keys.held('c7'), fact: course('c7') });
});

it('refuses items that are none, by their keys', () => {
  expect(() => trainedReader.read({ ...keys.trained('p', '2026'), person: 'p', year: '2026' })).toThrow(CorruptItem);
  expect(() => heldReader.read({ ...keys.held('c'), course: 'c' })).toThrow('corrupt item HELD#c / HELD');
});
