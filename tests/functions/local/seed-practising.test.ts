// What demo people have practised: some workers of all, three weeks each, and a second start adds nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doneInBatch } from '../../../functions/domain/practice/practised.ts';
import type { Question } from '../../../functions/domain/questions/question.ts';
import type { PlannedPerson } from '../../../functions/local/seed-plan.ts';
import { seedWorkersPractice } from '../../../functions/local/seed-practising.ts';
import { openWorld, type World } from '../../support/world.ts';
import { personOf } from '../store/builders.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.test.close());

const questions = Array.from({ length: 60 }, (_, i) => ({
  ...{ id: `jc01-${String(i + 1).padStart(3, '0')}`, version: 1, kind: 'single', key: ['A'] },
  options: ['A', 'B', 'C', 'D'].map((id) => ({ id, text: id })),
})) as unknown as Question[];

it('is three weeks of every so-many-eth worker, the same again, and nothing of who is not there', async () => {
  const ids = Array.from({ length: 48 }, (_, i) => `worker-${String(i).padStart(2, '0')}`);
  for (const id of ids.slice(0, 24)) await world.deps.store.people.put({ after: personOf(id) }, []);
  const people = ids.map((id) => ({ id }) as PlannedPerson);
  await seedWorkersPractice(world.deps, people, questions);
  const journalOf = async (id: string) => (await world.deps.store.batches.list(id, new Map(), 40)).batches;
  const first = await journalOf('worker-00');
  const days = new Set(first.flatMap((batch) => Object.keys(doneInBatch(batch, world.deps.now()))));
  expect(days.size).toBeGreaterThan(4);
  expect((await journalOf('worker-02')).length).toBeGreaterThan(0);
  expect(await journalOf('worker-01')).toEqual([]);
  expect(await journalOf('worker-24')).toEqual([]);
  await seedWorkersPractice(world.deps, people, questions);
  expect(await journalOf('worker-00')).toEqual(first);
});
