import { afterAll, beforeAll, expect, it } from 'vitest';
import { templates } from '../../../functions/content/appraisal/templates.ts';
import { type Appraisal, type Moving, moved, opened } from '../../../functions/domain/appraisal/appraisal.ts';
import { indicatorsOf, type Template } from '../../../functions/domain/appraisal/template.ts';
import { keys } from '../../../functions/store/keys.ts';
import { makeStationStore, type StationStore } from '../../../functions/store/store.ts';
import { CorruptItem } from '../../../functions/store/table.ts';
import { workReader } from '../../../functions/store/work-facts.ts';
import { NOON } from '../../support/builders.ts';
import { openTestTable, type TestTable } from '../../support/table.ts';

const template = templates.find(({ id }) => id === 'quarter') as Template;
const scores = Object.fromEntries(indicatorsOf(template).map(({ id, most }) => [id, most]));
const none = { lines: [] };

let test: TestTable;
let store: StationStore;

beforeAll(async () => {
  test = await openTestTable();
  store = makeStationStore(test.table);
});
afterAll(() => test.close());

const openFor = (unit: string, quarter: number, bureau = 'b1') =>
  opened({ unit, bureau, due: '2026-12-31', term: { year: '2026', quarter }, template, at: NOON, by: 'manager-1' });

function next(appraisal: Appraisal, moving: Moving): Appraisal {
  const came = moved(appraisal, moving, { template, at: NOON, by: 'liaison-1' });
  if (!came.ok) throw new Error(came.reason);
  return came.appraisal;
}

it('keeps an appraisal under its unit and year, and finds it again under its bureau', async () => {
  const own = openFor('u1', 1);
  expect(await store.appraisals.put(own, none)).toBe('done');
  for (const one of [openFor('u1', 2), openFor('u2', 1), openFor('u3', 1, 'b2')]) await store.appraisals.put(one, none);
  expect(await store.appraisals.get('u1', { year: '2026', id: own.id })).toEqual(own);
  expect((await store.appraisals.ofYear('u1', '2026')).map(({ id }) => id).sort()).toEqual([
    '2026-q1.quarter',
    '2026-q2.quarter',
  ]);
  expect(await store.appraisals.ofYear('u1', '2025')).toEqual([]);
  const rounds = await store.appraisals.openedBy('b1', '2026');
  expect(rounds.map(({ unit, id }) => [unit, id])).toEqual([
    ['u1', '2026-q1.quarter'],
    ['u2', '2026-q1.quarter'],
    ['u1', '2026-q2.quarter'],
  ]);
  expect(await store.appraisals.openedBy('b1', '2025')).toEqual([]);
});

it('lets one of two moves from the same version pass, with its steps', async () => {
  const own = openFor('u4', 1);
  await store.appraisals.put(own, none);
  const scored = next(own, { move: 'score', scores, note: '', figures: {} });
  const gone = next(own, { move: 'withdraw', note: '不考了' });
  const request = { person: 'liaison-1', id: 'request-1', bodyHash: 'hash', outcome: '{}', at: NOON };
  expect(await store.appraisals.put(scored, { request, lines: [] })).toBe('done');
  expect(await store.appraisals.put(gone, none)).toBe('conflict');
  const read = await store.appraisals.get('u4', { year: '2026', id: own.id });
  expect(read).toEqual(scored);
  expect(read?.steps.map(({ move }) => move)).toEqual(['open', 'score']);
  const again = next(scored, { move: 'score', scores, note: '再评', figures: {} });
  expect(await store.appraisals.put(again, { request, lines: [] })).toBe('request-used');
});

it('opens one that was withdrawn again, once under its bureau', async () => {
  const own = openFor('u5', 3, 'b5');
  const gone = next(own, { move: 'withdraw', note: '不考了' });
  const again = opened({ ...own, template, at: NOON, by: 'manager-1' }, gone);
  for (const one of [own, gone, again]) expect(await store.appraisals.put(one, none)).toBe('done');
  expect((await store.appraisals.openedBy('b5', '2026')).map(({ version, state }) => [version, state])).toEqual([
    [3, 'opened'],
  ]);
});

it('names the key of what is no appraisal, as the tally does', async () => {
  const key = keys.appraisal('u6', '2026', '2026.sixfold');
  await test.plant({ ...key, unit: 'u6', version: 1 });
  await expect(store.appraisals.get('u6', { year: '2026', id: '2026.sixfold' })).rejects.toThrow(CorruptItem);
  expect(() => workReader.read({ ...key, unit: 'u6' })).toThrow(CorruptItem);
});
