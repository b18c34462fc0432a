// Those who sit a set paper, as its examiner sees them: the board, extra time, taking an attempt back, marks and statistics.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openUnit } from '../../../functions/app/units.ts';
import { freshRequest } from '../../support/courses.ts';
import { type Examiner, OPENS, openExaminer } from '../../support/examiner.ts';
import { answerTo, MINUTE_MS, passMs, post, save, setTo } from '../../support/exams.ts';
import type { Came } from '../../support/staff.ts';
import { OPERATOR, signInAs, workerId } from '../../support/tenants.ts';
import type { SignedIn } from '../../support/world.ts';

let on: Examiner;
let examiner: SignedIn;
const NOON = '2026-03-01T04:00:00.000Z';

beforeAll(async () => {
  on = await openExaminer();
}, 60_000);
beforeEach(async () => {
  setTo(on.world, NOON);
});
afterAll(() => on.close());

/** A paper that is open now, and an examiner whose session lasts. */
async function opened(over: object = {}): Promise<string> {
  const paper = await on.set(over);
  setTo(on.world, OPENS);
  examiner = await signInAs(on.world, 'trainer', '21');
  return paper;
}

const get = (path: string) => on.get(path, examiner);
const send = (path: string, body: object) => on.send(path, { request: freshRequest(), ...body }, examiner);
const rowOf = ({ rows }: Came, person: string) => rows.find((row: { person: string }) => row.person === person);
const lastLine = async () => (await on.world.deps.store.audit.list('21', { limit: 1 })).lines[0];

/** All pages of the board. */
async function board(paper: string): Promise<Came> {
  const rows: Came[] = [];
  const first = await get(`papers/${paper}/board`);
  for (let page = first; ; page = await get(`papers/${paper}/board?cursor=${page.cursor}`)) {
    rows.push(...page.rows);
    if (page.cursor === undefined) return { ...first, rows };
  }
}

describe('the board', () => {
  it('shows who has started with how far they are, and who of the group has not', async () => {
    const [absent, sitting] = [await on.seated(), await on.seated()];
    const paper = await opened();
    const sat = await on.start(sitting, paper);
    passMs(on.world, 10_000);
    await save(
      on.world,
      sat,
      [1, 2, 3].map((n) => answerTo(on.world, sat, n, 'A')),
    );
    await post(on.world, sitting, `/api/mock/attempts/${sat.id}/holder`, { device: 'device-two' });
    const came = await board(paper);
    expect(came).toMatchObject({ questions: 25, counts: { started: 1, open: 1, ended: 0 }, now: on.world.clock.now });
    expect(rowOf(came, sitting.person)).toEqual({
      ...{ person: sitting.person, name: '考生', factor: 100, state: 'open', attempt: sat.id, voided: 0 },
      ...{ startedAt: OPENS, deadline: sat.attempt.deadline, answered: 3, lastSavedAt: on.world.clock.now },
      deviceChanges: 1,
    });
    expect(rowOf(came, absent.person)).toMatchObject({ state: 'absent', factor: 100 });
    expect(came.rows.filter((row: { person: string }) => row.person === sitting.person)).toHaveLength(1);
  });

  it('of a unit goes through the units below it, and through no others', async () => {
    const paper = await opened({ group: { kind: 'unit', id: '21' } });
    const people = (await board(paper)).rows.map((row: { person: string }) => row.person);
    expect(people).toEqual(expect.arrayContaining(['21', '31', '311'].map(workerId)));
    for (const other of ['11', '211', '312', '110', '2110']) expect(people).not.toContain(workerId(other));
    expect(new Set(people).size).toBe(people.length);
  });

  it('of a deep tree comes page by page, with everybody once', async () => {
    const deep = Array.from({ length: 9 }, (_, i) => `deep-${i}-${'x'.repeat(40)}`);
    const candidates: string[] = [];
    for (const [i, id] of deep.entries()) {
      const parent = deep[i - 1] ?? '31';
      const name = `单位${i}`;
      const body = { kind: 'bureau', division: '360400', name, parent, day: '2024-01-01', why: '开办' } as const;
      await openUnit({ ...on.world.deps, newId: () => id })(OPERATOR, { params: undefined, query: undefined, body });
      candidates.push((await signInAs(on.world, 'candidate', id)).person);
    }
    const paper = await opened({ group: { kind: 'unit', id: '31' } });
    const { rows } = await board(paper);
    const people = rows.map((row: { person: string }) => row.person);
    expect(people).toEqual(expect.arrayContaining(candidates));
    expect(new Set(people).size).toBe(people.length);
  });

  it('follows no cursor to people of other units', async () => {
    const paper = await opened({ group: { kind: 'unit', id: '21' } });
    const state = { unit: '211', stage: 'workers', stack: [] };
    const cursor = `g.${Buffer.from(JSON.stringify(state)).toString('base64url')}`;
    expect(await get(`papers/${paper}/board?cursor=${cursor}`)).toMatchObject({ code: 'invalid_input' });
    for (const bad of ['g.xyz', 'x.1', `g.${Buffer.from('{"stack":[1]}').toString('base64url')}`]) {
      expect(await get(`papers/${paper}/board?cursor=${bad}`)).toMatchObject({ status: 400, code: 'invalid_input' });
    }
  });

  it('costs less than three units for each who sits', async () => {
    const paper = await opened();
    for (let i = 0; i < 6; i += 1) {
      const sat = await on.start(await on.seated(), paper);
      await save(on.world, sat, [answerTo(on.world, sat, 1, 'A'), answerTo(on.world, sat, 21, 'A')]);
    }
    on.world.test.spent();
    await get(`papers/${paper}/board`);
    const { units } = on.world.test.spent();
    // A session, roles, the unit's place and the lists once; then two and a half for each who sits: their head, answers and name.
    expect(units).toBeLessThan(20 + 6 * 3);
  });
});

describe('extra time', () => {
  it('given before the start holds from it, and is in the audit', async () => {
    const who = await on.seated();
    const paper = await opened();
    const path = `papers/${paper}/people/${who.person}/extra-time`;
    expect(await send(path, { factor: 150, why: '视力障碍' })).toEqual({ status: 200, factor: 150 });
    expect(await lastLine()).toMatchObject({
      ...{ action: 'giveExtraTime', why: '视力障碍', thing: { type: 'sitter', id: who.person } },
      ...{ before: { paper, factor: 100 }, after: { paper, factor: 150 } },
    });
    const sat = await on.start(who, paper);
    expect(Date.parse(sat.attempt.deadline) - Date.parse(sat.attempt.startedAt)).toBe(45 * MINUTE_MS);
    expect(await get(`papers/${paper}`)).toMatchObject({ factorMost: 150 });
  });

  it('given while somebody sits moves the deadline at once, and what comes by then counts', async () => {
    const paper = await opened();
    const sat = await on.start(await on.seated(), paper);
    const path = `papers/${paper}/people/${sat.who.person}/extra-time`;
    const body = { request: freshRequest(), factor: 200, why: '断电' };
    const given = await on.send(path, body, examiner);
    expect(given).toEqual({
      status: 200,
      factor: 200,
      deadline: new Date(Date.parse(OPENS) + 60 * MINUTE_MS).toISOString(),
    });
    expect(await on.send(path, body, examiner), 'once for one request').toEqual(given);
    passMs(on.world, 50 * MINUTE_MS);
    const [outcome] = (await save(on.world, sat, [answerTo(on.world, sat, 1, 'B')])).outcomes;
    expect(outcome).toMatchObject({ outcome: 'counted' });
  });

  it('takes no time away from whoever sits, and gives none after the end', async () => {
    const paper = await opened();
    const sat = await on.start(await on.seated(), paper);
    const path = `papers/${paper}/people/${sat.who.person}/extra-time`;
    await send(path, { factor: 200, why: '断电' });
    expect(await send(path, { factor: 120, why: '改少' })).toMatchObject({ reason: 'extra-time-less' });
    passMs(on.world, 61 * MINUTE_MS);
    expect(await send(path, { factor: 300, why: '晚了' })).toMatchObject({ reason: 'attempt-over' });
  });

  it('is for whoever belongs to the group', async () => {
    const paper = await opened();
    const stranger = await on.world.signIn();
    const path = `papers/${paper}/people/${stranger.person}/extra-time`;
    expect(await send(path, { factor: 150, why: '视力障碍' })).toMatchObject({ status: 404 });
  });
});

describe('an attempt that is taken back', () => {
  it('is kept without marks, and its person may sit the paper again', async () => {
    const paper = await opened();
    const sat = await on.sit(paper, 5);
    const path = `papers/${paper}/people/${sat.who.person}/voiding`;
    const body = { attempt: sat.id, why: '代考' };
    expect(await send(path, body)).toEqual({ status: 200, attempt: sat.id, state: 'voided' });
    expect(await lastLine()).toMatchObject({
      action: 'voidAttempt',
      why: '代考',
      thing: { type: 'attempt', id: sat.id },
    });
    expect(await on.world.deps.store.results.get({ person: sat.who.person, attempt: sat.id })).toMatchObject({
      state: 'voided',
    });
    const again = await on.start(sat.who, paper);
    expect(again.id).not.toBe(sat.id);
    const { results } = await get(`papers/${paper}/results`);
    expect(results).toMatchObject([
      { person: sat.who.person, attempt: again.id, state: 'open', voided: [{ attempt: sat.id, why: '代考' }] },
    ]);
    expect(await send(path, body), 'of an attempt that is not the present one').toMatchObject({ code: 'conflict' });
  });

  it('may be one that is being sat: nothing of it counts any more', async () => {
    const paper = await opened();
    const sat = await on.start(await on.seated(), paper);
    await send(`papers/${paper}/people/${sat.who.person}/voiding`, { attempt: sat.id, why: '代考' });
    expect(await save(on.world, sat, [answerTo(on.world, sat, 1, 'B')])).toMatchObject({
      state: 'voided',
      outcomes: [{ outcome: 'late', reason: 'voided' }],
    });
    const due = await on.world.deps.store.dueAttempts.list('2027-01-01T00:00:00.000Z', 50);
    expect(due.filter(({ attempt }) => attempt === sat.id)).toEqual([]);
  });
});
