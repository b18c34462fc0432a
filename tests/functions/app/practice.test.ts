import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addBatch, listBatches } from '../../../functions/app/practice.ts';
import { reportQuestion } from '../../../functions/app/reports.ts';
import type { Actor } from '../../../functions/domain/access/can.ts';
import { fold } from '../../../functions/domain/practice/fold.ts';
import { type Batch, entriesOf } from '../../../functions/domain/practice/journal.ts';
import { journal } from '../../support/arbitrary.ts';
import { batchOf, NOON } from '../../support/builders.ts';
import { openWorld, type World } from '../../support/world.ts';

const GUEST: Actor = { kind: 'guest' };
let world: World;
let people = 0;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.test.close());

/** Somebody whom no other test writes to, and what they can do. */
function somebody() {
  people += 1;
  const person = `person-app-${people}`;
  const actor: Actor = { kind: 'person', person, grants: [] };
  const params = { person };
  return {
    add: (body: Batch) => addBatch(world.deps)(actor, { params, query: undefined, body }),
    list: (known?: string) => listBatches(world.deps)(actor, { params, query: { known }, body: undefined }),
  };
}

it.each<[string, Actor, string]>([
  ['a guest', GUEST, 'not_signed_in'],
  ['somebody else', { kind: 'person', person: 'person-other', grants: [] }, 'not_found'],
])('opens nobody’s journal to %s, and asks the table nothing', async (_who, actor, code) => {
  const params = { person: 'person-app' };
  world.test.spent();
  const body = batchOf('device-a', 1);
  await expect(addBatch(world.deps)(actor, { params, query: undefined, body })).rejects.toMatchObject({ code });
  const list = listBatches(world.deps)(actor, { params, query: { known: undefined }, body: undefined });
  await expect(list).rejects.toMatchObject({ code });
  expect(world.test.spent().requests).toBe(0);
});

it('takes no report from a guest', async () => {
  const body = { id: 'report-1', version: 1, reason: 'key' as const, text: '', at: NOON };
  const report = reportQuestion(world.deps)(GUEST, { params: { question: 'jc-04-001' }, query: undefined, body });
  await expect(report).rejects.toMatchObject({ code: 'not_signed_in' });
});

it('reads what a caller holds from the last dot, so that ids may hold anything else', async () => {
  const { add, list } = somebody();
  for (const device of ['device-a', 'device_a', '-device-']) await add(batchOf(device, 1, 2));
  const known = 'device-a.2,device_a.1,-device-.0';
  expect((await list(known)).batches.map((batch) => batch.device)).toEqual(['-device-']);
  expect((await list(known)).more).toBe(false);
  expect((await list()).batches).toHaveLength(3);
});

it('brings every device to the same state, whatever was sent twice and in which order', async () => {
  const plan = journal.chain((all) => fc.tuple(fc.constant(all), fc.array(fc.nat(), { maxLength: 10 })));
  await fc.assert(
    fc.asyncProperty(plan, async ([all, again]) => {
      const { add, list } = somebody();
      const sent = [...Map.groupBy(all, (entry) => entry.device)].map(([device, entries]) => ({
        device,
        first: 1,
        entries: entries.map(({ device: _, seq: __, ...entry }) => entry),
      })) as Batch[];
      for (const batch of sent) await add(batch);
      for (const i of again) if (sent.length > 0) await add(sent[i % sent.length] as Batch);
      const { batches } = await list();
      expect(fold(batches.flatMap(entriesOf))).toEqual(fold(all));
    }),
    { numRuns: 30 },
  );
});
