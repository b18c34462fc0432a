// What the browser keeps of mock papers: each person's own, and what leaves with them.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  canKeep,
  deletePrepared,
  keepReviewed,
  listPrepared,
  listReviewed,
  type Prepared,
  putPrepared,
  type ReviewedQuestion,
} from '../../../site/src/journal/mock-kept.ts';
import { leaveMock } from '../../../site/src/journal/mock-left.ts';

const paper = (attempt: string, change: Partial<Prepared> = {}) =>
  ({ owner: 'anna', attempt, preparedAt: '2026-11-24T00:00:00.000Z', ...change }) as Prepared;
const question = (id: string, version = 1) => ({ id, version, stem: `${id} ${version}` }) as ReviewedQuestion;
const papersOf = async (owner: string) => (await listPrepared(owner)).map(({ attempt }) => attempt);
const questionsOf = async (owner: string) => (await listReviewed(owner)).map(({ stem }) => stem);

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

describe('papers taken along', () => {
  it('are listed for whom they were made, the latest first, until they are deleted', async () => {
    await putPrepared(paper('old', { preparedAt: '2026-11-01T00:00:00.000Z' }));
    await putPrepared(paper('new'));
    await putPrepared(paper('theirs', { owner: 'bert' }));
    expect(await papersOf('anna')).toEqual(['new', 'old']);
    await deletePrepared('anna', 'new');
    expect(await papersOf('anna')).toEqual(['old']);
    expect(await papersOf('bert')).toEqual(['theirs']);
  });
});

describe('questions of reviews', () => {
  it('are kept for their owner, the latest version of each', async () => {
    await keepReviewed('anna', [question('q-1'), question('q-2')]);
    await keepReviewed('anna', [question('q-1', 2)]);
    expect(await questionsOf('anna')).toEqual(['q-1 2', 'q-2 1']);
    expect(await questionsOf('bert')).toEqual([]);
  });
});

describe('leaving', () => {
  beforeEach(async () => {
    await putPrepared(paper('sealed'));
    await putPrepared(paper('begun', { begunAt: '2026-11-24T01:00:00.000Z' }));
    await putPrepared(paper('theirs', { owner: 'bert' }));
    await keepReviewed('anna', [question('q-1')]);
  });

  it('takes along all but a paper that was begun: its answers are nowhere else', async () => {
    await leaveMock('anna', false);
    expect(await papersOf('anna')).toEqual(['begun']);
    expect(await questionsOf('anna')).toEqual([]);
    expect(await papersOf('bert')).toEqual(['theirs']);
  });

  it('takes along everything when the account is no more', async () => {
    await leaveMock('anna', true);
    expect(await papersOf('anna')).toEqual([]);
    expect(await papersOf('bert')).toEqual(['theirs']);
  });
});

describe('a browser that keeps nothing', () => {
  it('is found out, and leaving it does not fail', async () => {
    expect(await canKeep()).toBe(true);
    vi.stubGlobal('indexedDB', undefined);
    expect(await canKeep()).toBe(false);
    await expect(leaveMock('anna', false)).resolves.toBeUndefined();
  });
});
