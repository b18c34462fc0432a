// The demo candidate's mock papers: two that are over, with a spread of verdicts, and one that rests; seeded twice, the same.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedMock } from '../../../functions/local/seed-mock.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.test.close());

it('are sat at times that are past, and seeded once', async () => {
  const { person } = await world.signIn();
  const now = world.clock.now;
  await seedMock(world.deps, person, now);
  const first = await world.deps.store.attempts.ofPerson(person, 10);
  expect(first.map(({ form, state, journaled }) => [form, state, journaled])).toEqual([
    ['short', 'open', undefined],
    ['official', 'submitted', true],
    ['short', 'submitted', true],
  ]);
  expect(first[0]?.pausedAt).toBeDefined();
  expect(first.every(({ startedAt }) => startedAt < now)).toBe(true);
  const [, official] = first;
  const result = await world.deps.store.results.get({ person, attempt: official?.id ?? '' });
  const verdicts = new Set(result?.lines.map(({ verdict }) => verdict));
  expect([...verdicts].sort()).toEqual(['blank', 'partial', 'right', 'wrong']);
  await seedMock(world.deps, person, now);
  expect(await world.deps.store.attempts.ofPerson(person, 10)).toEqual(first);
});
