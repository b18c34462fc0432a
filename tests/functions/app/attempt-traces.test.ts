// Mock papers and the person as a whole: taking one's attempts out, deleting the account, claiming a record.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deleteSelf } from '../../../functions/app/account-deletion.ts';
import { acceptClaim, offerClaim } from '../../../functions/app/claims.ts';
import { addPerson } from '../../../functions/app/people.ts';
import { closeAttempts } from '../../../functions/jobs/close-attempts.ts';
import { actorOf, enrolAs, publishedCourse } from '../../support/courses.ts';
import {
  answerTo,
  get,
  keyOf,
  passMs,
  putPaper,
  resultOfSat,
  save,
  setTo,
  sitSet,
  startOne,
  submit,
} from '../../support/exams.ts';
import { dumped } from '../../support/oneself.ts';
import { giveRole, OPERATOR, settle } from '../../support/tenants.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await settle(world);
}, 60_000);
afterAll(() => world.test.close());

it('one’s attempts are taken out page by page, with answers and words, and without a key', async () => {
  const who = await world.signIn();
  const essay = await startOne(world, { who, subject: 'intermediate-practice' });
  await save(world, essay, [], { texts: [{ n: 1, part: '1', seq: 0, text: '我的作答' }] });
  for (let i = 0; i < 20; i += 1) {
    passMs(world, 1_000);
    const sat = await startOne(world, { who });
    if (i > 0) continue;
    await save(world, sat, [answerTo(world, sat, 3, keyOf(sat, 3))]);
    await submit(world, sat);
  }
  const path = `/api/mock/people/${who.person}/mock/export`;
  const first = await get(world, who, path);
  expect(first).toMatchObject({ attempts: { length: 20 }, more: true });
  expect(first.attempts.at(-1)).toMatchObject({ earned: 2, answers: [{ n: 3, picked: ['B'], late: false }] });
  const rest = await get(world, who, `${path}?before=${first.attempts.at(-1).attempt.attempt}`);
  expect(rest).toMatchObject({ attempts: [{ texts: [{ n: 1, part: '1', text: '我的作答' }] }], more: false });
  expect(JSON.stringify([first, rest])).not.toMatch(/"key"|"why"|"explanation"/);
});

it('a deleted account leaves results without a name, a word, a place or a device', async () => {
  const who = await world.signIn();
  const course = await publishedCourse(world);
  await enrolAs(world, course, who.person);
  const paper = await putPaper(world, { group: { kind: 'course', id: course }, results: 'at-once', ranking: 'named' });
  const sat = await sitSet(world, who, paper);
  await save(world, sat, [answerTo(world, sat, 1, keyOf(sat, 1))]);
  const essay = await startOne(world, {
    who,
    subject: 'intermediate-practice',
    region: '450124',
    device: 'device-of-mine',
  });
  await save(world, essay, [], { texts: [{ n: 1, part: '1', seq: 0, text: '只有我写过的话' }] });
  const begun = world.clock.now;
  setTo(world, sat.attempt.deadline);
  await submit(world, sat);
  await submit(world, essay);
  await resultOfSat(world, sat);
  const version = (await world.deps.store.people.get(who.person))?.version ?? 0;
  const input = { params: { person: who.person }, query: undefined, body: { version } };
  await deleteSelf(world.deps)(actorOf(who.person), input, who.token);
  const left = (await dumped(world))
    .split('\n')
    .filter((item) => item.includes(who.person))
    .join('\n');
  expect(left).not.toMatch(/只有我写过的话|device-of-mine|450124/);
  expect(left).not.toContain(`SEEN#${who.person}`);
  expect(await world.deps.store.results.get({ person: who.person, attempt: sat.id })).toMatchObject({ earned: 2 });
  expect(await world.deps.store.setPapers.sitter(paper.id, who.person)).toMatchObject({
    earned: 2,
    state: 'submitted',
  });
  setTo(world, begun);
});

/** Takes over a record that staff have made; gives its person. */
async function claim({ person, token }: SignedIn): Promise<string> {
  const employed = { name: '丙丁', post: 'grid-worker', established: false, from: '2025-01-01' } as const;
  const made = await addPerson(world.deps)(OPERATOR, { params: { unit: '31' }, query: undefined, body: employed });
  const input = { params: { person: made.person }, query: undefined, body: {} };
  const { code } = await offerClaim(world.deps)(OPERATOR, input);
  await acceptClaim(world.deps)(actorOf(person), { params: undefined, query: undefined, body: { code } }, token);
  return made.person;
}

it('attempts go with whoever claims a record: those that are over, and the one under way with its deadline', async () => {
  const who = await world.signIn();
  const done = await startOne(world, { who });
  await submit(world, done, [answerTo(world, done, 1, keyOf(done, 1))]);
  passMs(world, 1_000);
  const open = await startOne(world, { who });
  await save(world, open, [answerTo(world, open, 2, 'A')]);
  const claimed = await claim(who);
  const { attempts, results, mockItems } = world.deps.store;
  const [second, first] = await attempts.ofPerson(claimed, 10);
  expect([first?.id, second?.id]).toEqual([done.id, open.id]);
  expect(await attempts.ofPerson(who.person, 10)).toEqual([]);
  expect(await results.get({ person: claimed, attempt: done.id })).toMatchObject({ person: claimed, earned: 2 });
  expect((await mockItems.seen(claimed, 'junior-comprehensive')).size).toBe(50);
  setTo(world, open.attempt.deadline, 120_001);
  await closeAttempts({ ...world.deps, clockMs: () => 0 })(1_000);
  expect(await attempts.get(claimed, open.id)).toMatchObject({ state: 'expired' });
  expect(await results.get({ person: claimed, attempt: open.id })).toMatchObject({ lines: { 1: { picked: ['A'] } } });
  setTo(world, open.attempt.startedAt);
});

it('whoever has sat a set paper claims no record: that is others’ to count', async () => {
  const who = await world.signIn();
  const paper = await putPaper(world, { group: { kind: 'unit', id: '21' } });
  const role = { unit: '21', role: 'trainer', person: who.person } as const;
  await giveRole(world, { ...role, from: '2026-03-01', to: '2026-03-02' });
  const sat = await sitSet(world, who, paper);
  expect(sat.attempt.state).toBe('open');
  world.pass(1);
  await expect(claim(who)).rejects.toMatchObject({ more: { reason: 'has-own-record' } });
});
