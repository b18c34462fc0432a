// Goal P2 for attempts, counted by the engine: a save is one write unit, a hand-in of eighty questions at a set paper twelve at most.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { meter, type Spent } from '../../bench/meter.ts';
import { enrolAs, publishedCourse } from '../../support/courses.ts';
import { answerTo, keyOf, passMs, putPaper, save, setTo, sitSet, submit } from '../../support/exams.ts';
import { mockSubject } from '../../support/mock-bank.ts';
import { settle } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
let spent: () => Spent;
beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  spent = meter(world.test.table);
}, 60_000);
afterAll(() => world.test.close());

it('a start is 12 units, a save of one or of twenty answers one, a hand-in of eighty twelve at most', async () => {
  const course = await publishedCourse(world);
  const who = await world.signIn();
  await enrolAs(world, course, who.person);
  const { items } = mockSubject();
  const refs = [...items.filter(({ kind }) => kind === 'single').slice(0, 60), ...items.slice(-20)];
  const paper = await putPaper(world, {
    ...{ group: { kind: 'course', id: course }, form: 'official', blueprint: 'official-1', minutes: 120 },
    refs: refs.map(({ id, version }) => ({ id, version })),
  });
  spent();
  const sat = await sitSet(world, who, paper);
  expect(spent().write).toBeLessThanOrEqual(12);
  for (let first = 1; first <= 80; first += 20) {
    passMs(world, 60_000);
    const answers = Array.from({ length: 20 }, (_, i) => answerTo(world, sat, first + i, keyOf(sat, first + i)));
    for (const sent of [answers.slice(0, 1), answers]) {
      passMs(world, 1_000);
      expect(await save(world, sat, sent)).toMatchObject({ status: 200 });
      expect(spent().write).toBe(1);
    }
  }
  setTo(world, sat.attempt.deadline);
  expect(await submit(world, sat)).toMatchObject({ state: 'submitted' });
  expect(spent().write).toBeLessThanOrEqual(12);
});
