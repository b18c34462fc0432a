// The results of a set paper as its examiner sees them: marks and statistics, and marks for what was answered in words.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshRequest } from '../../support/courses.ts';
import { countResults, type Examiner, OPENS, openExaminer } from '../../support/examiner.ts';
import { passMs, post, resultOfSat, setTo } from '../../support/exams.ts';
import { signInAs } from '../../support/tenants.ts';
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
const lastLine = async () => (await on.world.deps.store.audit.list('21', { limit: 1 })).lines[0];

describe('results', () => {
  it('are listed with marks, and summed up', async () => {
    const paper = await opened();
    const sats = [];
    for (const right of [25, 10, 0]) sats.push(await on.sit(paper, right));
    const { results } = await get(`papers/${paper}/results`);
    const earned = results.map((row: { earned: number }) => row.earned).sort((a: number, b: number) => a - b);
    expect(earned).toEqual([0, 20, 60]);
    expect(results[0]).toMatchObject({ possible: 60, marking: 'done', state: 'submitted', regrades: [], voided: [] });
    await countResults(on.world, sats);
    const { marks, chapters, items } = await get(`papers/${paper}/statistics`);
    expect(marks).toMatchObject({
      ...{ sat: 3, marked: 3, possible: 60, median: 20, least: 0, most: 60, passLine: 36, passed: 1 },
      histogram: [1, 0, 0, 1, 0, 0, 0, 0, 0, 1],
    });
    expect(marks.mean).toBeCloseTo(80 / 3, 9);
    expect(
      chapters.map(({ questions }: { questions: number }) => questions).reduce((a: number, b: number) => a + b),
    ).toBe(25);
    expect(items).toHaveLength(25);
    // Two who answered: a paper on which nothing was picked says nothing of its questions.
    expect(items[0]).toMatchObject({ n: 1, asked: 2, facility: 1, reports: 0 });
  });

  it('show no key while anybody may sit the paper', async () => {
    const paper = await opened();
    await countResults(on.world, [await on.sit(paper, 3)]);
    const during = await get(`papers/${paper}/statistics`);
    expect(JSON.stringify(during)).not.toMatch(/isKey|"question":|explanation/);
    setTo(on.world, '2026-03-02T09:00:00.000Z');
    examiner = await signInAs(on.world, 'trainer', '21');
    const after = await get(`papers/${paper}/statistics`);
    expect(after.items[0].question).toMatchObject({ key: ['B'] });
    const all = await get('statistics/subjects/junior-comprehensive');
    expect(JSON.stringify(all)).not.toMatch(/isKey|"question":/);
    const bureau = await signInAs(on.world, 'bureau-manager', '11');
    const shown = await on.get('statistics/subjects/junior-comprehensive', bureau);
    expect(shown.items[0].question).toMatchObject({ key: ['B'] });
  });
});

describe('answers in words', () => {
  const ESSAY = { subject: 'intermediate-practice' };

  /** Somebody who has written to the first part of the one question, and handed in. */
  async function written(paper: string) {
    const who = await on.seated();
    const sat = await on.start(who, paper);
    const seq = 1_000;
    passMs(on.world, 2_000);
    const texts = [{ n: 1, part: '1', seq, text: '李奶奶需要陪伴。' }];
    await post(on.world, who, `/api/mock/attempts/${sat.id}/submission`, { device: 'device-one', answers: [], texts });
    return sat;
  }

  it('wait for marks, are read without a name, and marked point by point', async () => {
    const paper = await opened(ESSAY);
    const sat = await written(paper);
    const { scripts } = await get(`papers/${paper}/essays`);
    expect(scripts).toMatchObject([{ person: sat.who.person, marking: 'waiting', earned: 0, possible: 40 }]);
    expect(JSON.stringify(scripts)).not.toContain('考生');
    const path = `papers/${paper}/people/${sat.who.person}`;
    const script = await get(`${path}/essays`);
    expect(script).toMatchObject({ script: scripts[0].script, version: 1 });
    expect(script.name).toBeUndefined();
    expect((await get(`${path}/essays?names=yes`)).name).toBe('考生');
    expect(script.questions[0].parts[0]).toMatchObject({
      written: '李奶奶需要陪伴。',
      given: {},
      model: expect.any(String),
    });
    const part = { '1': { '1': { a: 10, b: 3 } } };
    expect(await send(`${path}/marks`, { version: 1, marks: part })).toMatchObject({
      earned: 0,
      marking: 'waiting',
      version: 2,
    });
    const rest = { '1': { '2': { a: 4, b: 0 } } };
    expect(await send(`${path}/marks`, { version: 1, marks: rest }), 'of an older version').toMatchObject({
      code: 'conflict',
    });
    expect(await send(`${path}/marks`, { version: 2, marks: rest })).toMatchObject({
      earned: 17,
      marking: 'done',
      version: 3,
    });
    expect(await lastLine()).toMatchObject({ action: 'markEssays', after: { paper, earned: 17, marking: 'done' } });
    expect((await get(`${path}/essays`)).questions[0].parts[1].given).toEqual({ a: 4, b: 0 });
    expect((await get(`papers/${paper}/results`)).results).toMatchObject([{ earned: 17, marking: 'done' }]);
    expect((await resultOfSat(on.world, sat)).result).toMatchObject({ earned: 17, marking: 'done' });
  });

  it('are given no more than a point has, and none while they are being written', async () => {
    const paper = await opened(ESSAY);
    const sat = await written(paper);
    const path = `papers/${paper}/people/${sat.who.person}/marks`;
    expect(await send(path, { version: 1, marks: { '1': { '1': { a: 11 } } } })).toMatchObject({
      errors: [{ path: 'marks.1.1.a', message: 'mark-does-not-fit' }],
    });
    const sitting = await on.start(await on.seated(), paper);
    expect(await get(`papers/${paper}/people/${sitting.who.person}/essays`)).toMatchObject({ reason: 'not-handed-in' });
  });
});
