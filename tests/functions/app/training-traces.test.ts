import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportSelf } from '../../../functions/app/account.ts';
import { deleteSelf } from '../../../functions/app/account-deletion.ts';
import { acceptClaim, offerClaim } from '../../../functions/app/claims.ts';
import { verifyCompletion } from '../../../functions/app/completions.ts';
import { addEntry } from '../../../functions/app/ledger-entries.ts';
import { addPerson } from '../../../functions/app/people.ts';
import { releaseTraining } from '../../../functions/app/training-traces.ts';
import { minutesIn } from '../../../functions/domain/hours/entries.ts';
import { instantOf, msOf } from '../../../functions/domain/time.ts';
import type { Mark } from '../../../functions/store/marks.ts';
import { NOON } from '../../support/builders.ts';
import { actorOf, change, enrolAs, freshRequest, people, publishedCourse, stateOf } from '../../support/courses.ts';
import { SOAK } from '../../support/faults.ts';
import { type Cutter, cutter, dumped } from '../../support/oneself.ts';
import { OPERATOR, settle } from '../../support/tenants.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

/** Every request in the long form; a third of them in each run, for every cut wants a person with a whole training. */
const CUTS_APART = SOAK ? 1 : 3;
const MONTH_LATER = '2026-04-02T00:00:00.000Z';
let world: World;
let cuts: Cutter;
let serial = 0;

beforeAll(async () => {
  world = await openWorld('file');
  await settle(world);
  cuts = cutter(world);
}, 60_000);
afterAll(() => world.test.close());

interface Trained extends SignedIn {
  /** Over: attended, closed hours, a completion. */
  past: string;
  /** To come, with one seat and somebody who waits for it. */
  full: string;
  waiting: string;
  /** To come; this one waits behind somebody. */
  queued: string;
  number: string;
  words: string[];
}

/** Somebody of whom training keeps all that it can. What says who they are, or was said of them, is found nowhere else. */
async function trained(): Promise<Trained> {
  serial += 1;
  const tag = String(serial).padStart(4, '0');
  const at = NOON;
  world.clock.now = at;
  const who = await world.signIn();
  const { person } = who;
  const name = `学员〔${tag}〕`;
  const record = await world.deps.store.people.get(person);
  if (record === undefined) throw new Error('not signed in');
  const { version: _, ...rest } = record;
  await world.deps.store.people.put({ before: record, after: { ...rest, changedAt: at, name } }, []);
  const [waiting, first] = (await people(world, 2, `beside-${tag}`)) as [string, string];
  const past = await publishedCourse(world);
  const full = await publishedCourse(world, { plan: { capacity: 1 } });
  const queued = await publishedCourse(world, { plan: { capacity: 1 } });
  await enrolAs(world, past, person);
  await enrolAs(world, full, person);
  await enrolAs(world, full, waiting);
  await enrolAs(world, queued, first);
  await enrolAs(world, queued, person);
  const words = [
    name,
    `家人住院〔${tag}〕`,
    `补签说明〔${tag}〕`,
    `毕业证〔${tag}〕.jpg`,
    `签名〔${tag}〕`,
    `手机〔${tag}〕`,
    `讲座〔${tag}〕`,
    `协会〔${tag}〕`,
  ];
  const [, excuse = '', byHand = '', proof = '', signature = '', device = '', title = '', organiser = ''] = words;
  const session = `${past}-001`;
  const { store } = world.deps;
  const receipt = { session, person, receivedAt: at, request: freshRequest(), asked: 'x', at } as const;
  const came: Mark = { ...receipt, n: 1, kind: 'in', how: 'scan', device };
  await store.marks.put(came, { arrival: { session, at, startsAt: at, endsAt: at, device } });
  await store.marks.put({ ...receipt, n: 2, kind: 'out', how: 'manual', by: 'trainer', why: byHand });
  const step = { state: 'asked', by: person, at, why: excuse } as const;
  await store.excuses.put({ session, person, state: 'asked', steps: [step], version: 1 }, []);
  const sign = { code: 'borrowed-device', session, person, at: [at], owners: ['beside'] } as const;
  const word = { decision: 'dismissed', by: 'trainer', at, why: byHand } as const;
  const decided = { id: `sign-${tag}`, session, person, sign: { ...sign, at: [at], owners: ['beside'] } };
  await store.suspicions.put({ ...decided, steps: [word], version: 1 }, []);
  const asked = { asked: 'x', by: 'trainer', at, why: byHand, marks: [] };
  await store.corrections.add({ ...asked, id: `correction-${tag}`, session, person, state: 'proposed' }, []);
  const fact = { state: 'approved', at, by: 'trainer', why: byHand } as const;
  const when = { day: '2026-02-01', minutes: 180 } as const;
  const evidence = [{ name: proof, bytes: 9, sha256: 'ab' }];
  const entry = { id: `entry-${tag}`, person, kind: 'training', when, evidence, facts: [fact] } as const;
  await store.hours.putAll([{ ...entry, course: past, session, title, organiser }]);
  const number = `2026-0000-0000-${tag}`;
  const said = { name, maskedId: '98****', title: '考前冲刺班', unit: '21', issuer: '二一', coOrganisers: [] };
  const time = { from: '2026-02-01', to: '2026-02-01', minutes: 180, minutesPerHour: 45, issuedAt: at };
  const statement = { number, course: past, person, n: 1, by: 'trainer', ...said, ...time };
  await store.completions.put({ added: { ...statement, status: 'valid', signature } }, []);
  await store.calendars.replace(person, { after: { tokenHash: `calendar-hash-${tag}`, madeAt: at } });
  await store.notices.see(person, past, 1);
  await store.scans.countTry(person, at, 5);
  return { ...who, past, full, waiting, queued, number, words: [...words, `calendar-hash-${tag}`] };
}

async function versionOf(person: string): Promise<number> {
  return (await world.deps.store.people.get(person))?.version ?? 0;
}

async function remove({ person, token }: SignedIn) {
  const input = { params: { person }, query: undefined, body: { version: await versionOf(person) } };
  return deleteSelf(world.deps)({ kind: 'person', person, grants: [] }, input, token);
}

/** What of somebody's training can still be found in the table. */
function residue(one: Trained): Promise<string[]> {
  return residueOf([one]);
}

/** The same of many, in one reading of the table. */
async function residueOf(all: readonly Trained[]): Promise<string[]> {
  const dump = await dumped(world);
  const lines = dump.split('\n');
  return all.flatMap(({ person, words }) => {
    const own = new RegExp(`"PK":"PERSON#${person}","SK":"(REQUEST|SEEN|TRIES|ARRIVAL|CALENDAR)`);
    return [...words.filter((word) => dump.includes(word)), ...lines.filter((one) => own.test(one))];
  });
}

/** What is counted of a course and a person, as reports add it up. */
async function counted({ person, past, number }: Trained) {
  const { store } = world.deps;
  const marks = await store.marks.ofPerson(`${past}-001`, person);
  const hours = await store.hours.ofPerson(person);
  const completion = await store.completions.get(number);
  return {
    enrolled: (await stateOf(world, past)).of('enrolled').size,
    marks: marks.map(({ n, kind, at, how }) => ({ n, kind, at, how })),
    minutes: hours.map((entry) => [minutesIn(entry), entry.facts.at(-1)?.state]),
    completion: [completion?.course, completion?.minutes, completion?.from, completion?.to],
  };
}

describe('deleting an account with training', () => {
  it('leaves no name, no word and no device, and all that is counted', async () => {
    const me = await trained();
    world.clock.now = MONTH_LATER;
    await prolonged(me);
    const before = await counted(me);
    expect(before.marks).toHaveLength(2);
    await remove(me);
    expect(await residue(me)).toEqual([]);
    expect(await counted(me)).toEqual(before);
  });

  it('gives a seat that is to come to whoever waits for it, and a place in a queue back', async () => {
    const me = await trained();
    await remove(me);
    const full = await stateOf(world, me.full);
    expect([full.of('offered'), full.of('withdrawn'), full.seats]).toEqual([
      new Set([me.waiting]),
      new Set([me.person]),
      { capacity: 1, taken: 1, waiting: 0 },
    ]);
    const queued = await stateOf(world, me.queued);
    expect([queued.queue, queued.seats]).toEqual([[], { capacity: 1, taken: 1, waiting: 0 }]);
  });

  it('leaves a cancelled course as it is, but for the name', async () => {
    const me = await trained();
    await change(world, me.full, { kind: 'cancel', why: '人数不足' });
    await remove(me);
    expect(await world.deps.store.enrolments.get(me.full, me.person)).toMatchObject({
      state: 'enrolled',
      name: '已注销',
    });
    expect(await residue(me)).toEqual([]);
  });

  it('revokes a completion, which says so to whoever checks it', async () => {
    const me = await trained();
    await remove(me);
    const input = { params: { number: me.number }, query: {} };
    const answer = await verifyCompletion(world.deps)({ kind: 'guest' }, { ...input, body: undefined });
    expect(answer).toMatchObject({ name: '已注销', status: 'revoked', endedOn: '2026-03-01', minutes: 180 });
  });

  it('lets nobody be enrolled any more whose account is deleted', async () => {
    const me = await trained();
    await remove(me);
    const course = await publishedCourse(world);
    await expect(enrolAs(world, course, me.person)).rejects.toMatchObject({ more: { reason: 'person-deleted' } });
  });

  it('lets nobody hand in hours any more for an account that is deleted', async () => {
    const me = await trained();
    await remove(me);
    const proposed = { kind: 'degree' as const, day: '2020-07-01', title: '学士', organiser: '大学', evidence: [] };
    const input = { params: { person: me.person }, query: undefined, body: { request: freshRequest(), ...proposed } };
    await expect(addEntry(world.deps)(actorOf(me.person), input)).rejects.toMatchObject({
      more: { reason: 'person-deleted' },
    });
  });
});

it('is done when it is cut off at a request, whichever it is, or is done by calling again', async () => {
  const gone: Trained[] = [];
  let wholeAtOnce = false;
  for (let request = 1; !wholeAtOnce; request += CUTS_APART) {
    const me = await trained();
    gone.push(me);
    wholeAtOnce = await survives(me, request);
  }
  // What was left of anybody is there still: the table is read once, for all of them.
  expect(await residueOf(gone)).toEqual([]);
}, 300_000);

/** Cuts the training part of a deletion off at a request, and deletes the account after that. True when the cut lies past its end. */
async function survives(me: Trained, request: number): Promise<boolean> {
  const before = await counted(me);
  cuts.plan(request);
  const failed = await releaseTraining(world.deps, me.person).then(
    () => undefined,
    (error: Error) => error,
  );
  const happened = cuts.happened();
  cuts.plan(0);
  if (failed !== undefined) expect(failed.message).toBe('cut off (injected)');
  await remove(me);
  // One seat of a course that is to come is given back, once.
  expect((await stateOf(world, me.full)).seats, `request ${request}`).toEqual({ capacity: 1, taken: 1, waiting: 0 });
  expect(await counted(me)).toEqual({ ...before, enrolled: before.enrolled - 1 });
  return !happened && failed === undefined;
}

describe('one’s own training', () => {
  it('is taken out whole', async () => {
    const me = await trained();
    const input = { params: { person: me.person }, query: {}, body: undefined };
    const { training } = await exportSelf(world.deps)({ kind: 'person', person: me.person, grants: [] }, input);
    expect(training.enrolments.map(({ course, state }) => `${course} ${state}`).sort()).toEqual(
      [`${me.past} enrolled`, `${me.full} enrolled`, `${me.queued} waiting`].sort(),
    );
    expect(training.marks.map(({ n, kind, why }) => [n, kind, why])).toEqual([
      [1, 'in', undefined],
      [2, 'out', me.words[2]],
    ]);
    expect(training.excuses).toMatchObject([{ state: 'asked', steps: [{ why: me.words[1] }] }]);
    expect(training.hours).toMatchObject([
      { kind: 'training', minutes: 180, evidence: [me.words[3]], title: me.words[6], organiser: me.words[7] },
    ]);
    expect(training.completions).toMatchObject([{ number: me.number, name: me.words[0], idNumber: '98****' }]);
  });

  it('stands against becoming another record: facts never move', async () => {
    const me = await trained();
    const job = { name: '丙丁', post: 'grid-worker', established: false, from: '2025-01-01' } as const;
    const made = { params: { unit: '31' }, query: undefined, body: job };
    const { person: claimed } = await addPerson(world.deps)(OPERATOR, made);
    const { code } = await offerClaim(world.deps)(OPERATOR, {
      params: { person: claimed },
      query: undefined,
      body: {},
    });
    const input = { params: undefined, query: undefined, body: { code } };
    const accepting = acceptClaim(world.deps)({ kind: 'person', person: me.person, grants: [] }, input, me.token);
    await expect(accepting).rejects.toMatchObject({ more: { reason: 'has-own-record' } });
    expect(await world.deps.store.enrolments.ofPerson(me.person)).toHaveLength(3);
  });
});

/** A session of the world lasts a day of its clock. */
async function prolonged({ person, token }: SignedIn): Promise<void> {
  const expiresAt = instantOf(msOf(world.clock.now) + 86_400_000);
  await world.deps.store.sessions.put(await world.deps.digest(token), { person, startedAt: NOON, expiresAt });
}
