// The command for whoever looks after the figures: what it finds, what it does about it, and its exit codes.
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main, run } from '../../../functions/local/figures.ts';
import { figureKeys } from '../../../functions/store/figure-keys.ts';
import { keys } from '../../../functions/store/keys.ts';
import { makeBureauStore } from '../../../functions/store/store.ts';
import { enrolAs, MORNING, people, publishedCourse } from '../../support/courses.ts';
import { settle } from '../../support/tenants.ts';
import { AFTER, attend, closeWhole } from '../../support/training.ts';
import { openWorld, type World } from '../../support/world.ts';

const MONTH = MORNING.startsAt.slice(5, 7);

let world: World;
let crowd: string[];
let course: string;
let lines: string[];

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  crowd = await people(world, 3);
  world.clock.now = '2026-03-01T04:00:00.000Z';
  course = await publishedCourse(world);
  for (const person of crowd) await enrolAs(world, course, person);
  for (const person of crowd) await attend(world, { session: `${course}-001`, person });
  world.clock.now = AFTER;
  await closeWhole(world, course);
}, 60_000);
afterAll(() => world.test.close());

async function figures(command: string): Promise<number> {
  lines = [];
  const nowMs = () => Date.parse(world.clock.now);
  return run(command, { table: world.test.table, where: 'here', nowMs, print: (text) => lines.push(text) });
}

/** Of the unit whose course it was. */
async function heldSums() {
  const { counters } = makeBureauStore(world.test.table);
  return (await counters.of('21', ['held#2026'], 'then'))['held#2026'] ?? {};
}

it('says that nothing has been recounted yet', async () => {
  expect(await figures('show')).toBe(0);
  expect(lines.join()).toContain('还没有核算过');
});

it('counts all facts of a table that nobody has counted, and nothing again', async () => {
  expect(await heldSums()).toEqual({});
  expect(await figures('count')).toBe(0);
  const sums = await heldSums();
  expect(sums[`h:${MONTH}:all`]).toBe(1);
  expect(sums[`e:${MONTH}:all`]).toBe(crowd.length);
  expect(await figures('count')).toBe(0);
  expect(await heldSums()).toEqual(sums);
  expect(await figures('recount')).toBe(0);
  expect(lines.at(-1)).toContain('0 个数字对不上');
});

it('shows a figure that is off until it is mended', async () => {
  const sums = await heldSums();
  await world.test.table.doc.send(
    new UpdateCommand({
      TableName: world.test.table.name,
      Key: figureKeys.counter('21', 'held#2026', 'then'),
      UpdateExpression: 'ADD #name :by',
      ExpressionAttributeNames: { '#name': `h:${MONTH}:all` },
      ExpressionAttributeValues: { ':by': 7 },
    }),
  );
  expect(await figures('recount')).toBe(1);
  expect(lines.join('\n')).toContain(`✗ 21 held#2026 then h:${MONTH}:all：计 counted 8，事实 facts 1\n`);
  expect(await figures('show')).toBe(1);
  expect(await figures('mend')).toBe(0);
  expect(lines.join('\n')).toContain('（已补 mended）');
  expect(await heldSums()).toEqual(sums);
  expect(await figures('recount')).toBe(0);
});

it('names a fact that is no more and is counted yet, and takes it out', async () => {
  const Key = keys.held(course);
  await world.test.table.doc.send(new DeleteCommand({ TableName: world.test.table.name, Key }));
  expect(await figures('recount')).toBe(1);
  expect(lines.join('\n')).toContain(`${Key.PK} ${Key.SK}`);
  await figures('redrive');
  expect(await figures('recount')).toBe(0);
  expect(await heldSums()).toEqual({});
});

it('says how it is used when it is asked for something else', async () => {
  expect(await main([], {}, () => 0)).toBe(1);
  expect(await main(['show', 'all'], {}, () => 0)).toBe(1);
});
