// The closer: what cannot be closed stands in no other's way, and what leads nowhere goes.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeAttempts } from '../../../functions/jobs/close-attempts.ts';
import { dueAttemptPut } from '../../../functions/store/due-attempts.ts';
import { mockKeys } from '../../../functions/store/mock-keys.ts';
import { transact } from '../../../functions/store/transactions.ts';
import { DEVICE, passMs, post, setTo, startOne } from '../../support/exams.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.test.close());

const LATER = '2027-01-01T00:00:00.000Z';
const close = (clockMs = () => 0) => closeAttempts({ ...world.deps, clockMs })(1_000);

it('closes the others when one is corrupt, says so without a word of it, and tries that one again', async () => {
  const [bad, good] = [await startOne(world), await startOne(world)];
  const { table } = world.test;
  const broken = { ...mockKeys.asked(bad.who.person, bad.id), refs: 7 };
  await table.doc.send(new PutCommand({ TableName: table.name, Item: broken }));
  setTo(world, bad.attempt.deadline, 120_001);
  expect(await close()).toEqual({ closed: 1, failed: 1 });
  expect(await world.deps.store.attempts.get(good.who.person, good.id)).toMatchObject({ state: 'expired' });
  expect(world.lines.map((line) => JSON.parse(line))).toContainEqual({
    ...{ level: 'error', job: 'close-attempts', fault: 'CorruptItem' },
  });
  expect((await world.deps.store.dueAttempts.list(LATER, 10)).map(({ attempt }) => attempt)).toEqual([bad.id]);
});

it('takes what leads to no attempt off the list', async () => {
  const due = { id: '0mm781og0-nobody', person: 'nobody-1', deadline: world.clock.now, graceMs: 0, pausedMs: 0 };
  await transact(world.test.table, [{ write: dueAttemptPut(world.test.table, due), refused: 'x' }]);
  passMs(world, 1);
  await close();
  expect(await world.deps.store.dueAttempts.list(LATER, 10)).toEqual([]);
});

it('leaves what rests until it has rested for seven days', async () => {
  const sat = await startOne(world);
  await post(world, sat.who, `/api/mock/attempts/${sat.id}/moves`, { kind: 'pause', device: DEVICE });
  setTo(world, sat.attempt.deadline, 7_200_000);
  expect(await close()).toEqual({ closed: 0, failed: 0 });
  world.pass(7);
  expect(await close()).toEqual({ closed: 1, failed: 0 });
  expect(await world.deps.store.attempts.get(sat.who.person, sat.id)).toMatchObject({
    ...{ state: 'expired', endedAt: sat.attempt.startedAt },
  });
});

it('begins none when its time is over', async () => {
  const sat = await startOne(world);
  setTo(world, sat.attempt.deadline, 120_001);
  let ms = 0;
  expect(
    await close(() => {
      ms += 1_001;
      return ms;
    }),
  ).toEqual({ closed: 0, failed: 0 });
});
