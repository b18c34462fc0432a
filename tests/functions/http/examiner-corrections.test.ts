// Reported questions and corrected keys over the wire: the queue, its decisions, what the reporter sees of it, and whose marks a correction changes.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { regrade } from '../../../functions/jobs/regrade.ts';
import { freshRequest } from '../../support/courses.ts';
import {
  countResults,
  type Examiner,
  graderDeps,
  OPENS,
  openExaminer,
  paperBody,
  queueReport,
} from '../../support/examiner.ts';
import { get as mockGet, passMs, resultOfSat, setTo } from '../../support/exams.ts';
import { signInAs } from '../../support/tenants.ts';
import { ORIGIN, type SignedIn } from '../../support/world.ts';

let on: Examiner;
const NOON = '2026-03-01T04:00:00.000Z';
const LONG = 1_000_000;

beforeAll(async () => {
  on = await openExaminer();
}, 60_000);
beforeEach(() => setTo(on.world, NOON));
afterAll(() => on.close());

const send = (path: string, body: object, who: SignedIn = on.operator) =>
  on.send(path, { request: freshRequest(), ...body }, who);

let reports = 0;

/** Reports a question as a candidate does; the reader of the stream takes it into the queue. */
async function reported(question: string, who: SignedIn, text = '答案不对'): Promise<void> {
  reports += 1;
  const id = `report-${reports}`;
  const body = { id, version: 1, reason: 'key', text, at: on.world.clock.now };
  const headers = { ...who.headers, 'content-type': 'application/json' };
  await on.world.candidate.request(`${ORIGIN}/api/candidate/questions/${question}/reports`, {
    ...{ method: 'POST', headers },
    body: JSON.stringify(body),
  });
  await queueReport(on.world, question, who.person, id);
  await queueReport(on.world, question, who.person, id);
}

const newOnes = async (who = on.operator) => (await on.get('question-reports?state=new', who)).reports;
const about = (rows: { question: string }[], question: string) => rows.filter((row) => row.question === question);

describe('a reported question', () => {
  it('stands in the queue once, without whoever reported it; its key for whoever may read the bank', async () => {
    const who = await on.world.signIn();
    await reported('jc04-501', who);
    const [row] = about(await newOnes(), 'jc04-501');
    expect(row).toMatchObject({
      ...{ question: 'jc04-501', questionVersion: 1, mock: true, subject: 'junior-comprehensive', text: '答案不对' },
      ...{ state: 'new', decisions: [], reports: 1, version: 1, item: { key: ['B'] } },
    });
    const [seen] = about(await newOnes(on.trainer), 'jc04-501');
    expect(seen).toMatchObject({ question: 'jc04-501', text: '答案不对' });
    expect(JSON.stringify(seen)).not.toMatch(/"key":|explanation/);
    expect(JSON.stringify([row, seen])).not.toContain(who.person);
  });

  it('of the practice bank is told from one of the mock bank', async () => {
    await reported('jc04-001', await on.world.signIn());
    expect(about(await newOnes(), 'jc04-001')).toMatchObject([{ mock: false }]);
  });

  it('is decided step by step, each with its reason, and its reporter sees what became of it', async () => {
    const who = await on.world.signIn();
    await reported('jc04-502', who, '第二项也对');
    const [{ report }] = about(await newOnes(), 'jc04-502') as unknown as [{ report: string }];
    const path = `questions/jc04-502/reports/${report}/decisions`;
    const mine = async () => (await mockGet(on.world, who, `/api/mock/people/${who.person}/reports`)).reports;
    expect(await mine()).toEqual([expect.objectContaining({ question: 'jc04-502', state: 'new', text: '第二项也对' })]);
    expect(await send(path, { version: 1, state: 'checking', why: '对照教材' })).toMatchObject({
      state: 'checking',
      version: 2,
    });
    expect(await send(path, { version: 1, state: 'unfounded', why: '旧的' })).toMatchObject({ code: 'conflict' });
    expect(await send(path, { version: 2, state: 'unfounded', why: '答案无误' })).toMatchObject({ version: 3 });
    expect(await send(path, { version: 3, state: 'corrected', why: '跳过' })).toMatchObject({ reason: 'report-state' });
    expect(about(await newOnes(), 'jc04-502')).toEqual([]);
    const done = await on.get('question-reports?state=unfounded', on.operator);
    expect(about(done.reports, 'jc04-502')).toMatchObject([
      {
        state: 'unfounded',
        decisions: [
          { state: 'checking', why: '对照教材' },
          { state: 'unfounded', by: on.operator.person },
        ],
      },
    ]);
    expect(done.names).toEqual({ [on.operator.person]: '考生' });
    expect(await mine()).toEqual([expect.objectContaining({ state: 'unfounded', why: '答案无误', decidedAt: NOON })]);
    const { lines } = await on.world.deps.store.audit.list('11', { limit: 1 });
    expect(lines[0]).toMatchObject({ action: 'decideReport', why: '答案无误', after: { state: 'unfounded' } });
  });

  it('is shown to nobody else than its reporter', async () => {
    const [who, other] = [await on.world.signIn(), await on.world.signIn()];
    expect(await mockGet(on.world, other, `/api/mock/people/${who.person}/reports`)).toMatchObject({ status: 404 });
  });
});

describe('a corrected key', () => {
  /** Two people at a paper in a world of their own: one answers everything by the old key, one nothing. */
  async function sat() {
    await on.close();
    on = await openExaminer();
    const paper = await on.set();
    setTo(on.world, OPENS);
    const sats = [await on.sit(paper, 25), await on.sit(paper, 0)] as const;
    await countResults(on.world, sats);
    const question: string = sats[0].attempt.asked[0].id;
    const keeper = await signInAs(on.world, 'operator', '11');
    const grade = () => regrade(graderDeps(on.world))(LONG);
    return { paper, sats, question, keeper, grade };
  }

  it('grades everybody anew who was asked the question, and says so everywhere', async () => {
    const { paper, sats, question, keeper, grade } = await sat();
    const [full, empty] = sats;
    const body = { kind: 'key', version: 1, key: ['C'], why: '教材更新' };
    const { correction } = await send(`questions/${question}/corrections`, body, keeper);
    expect(await on.get(`key-corrections/${correction}`, keeper)).toMatchObject({
      ...{ question, key: ['C'], credited: false, why: '教材更新', replaced: false, lines: [] },
      ...{ progress: { state: 'queued', done: 0, changed: 0 }, item: { key: ['B'], correction: { key: ['C'] } } },
    });
    expect(await grade()).toEqual({ changed: 1, failed: 0 });
    const after = await on.get(`key-corrections/${correction}`, keeper);
    expect(after.progress).toMatchObject({ state: 'done', changed: 1, againAt: expect.any(String) });
    expect(after.lines).toEqual([
      {
        person: full.who.person,
        name: '考生',
        attempt: full.id,
        paper,
        paperTitle: '第一次模拟考试',
        before: 60,
        after: 58,
      },
    ]);
    const { result } = await resultOfSat(on.world, full);
    expect(result).toMatchObject({ earned: 58, regrades: [{ before: 60, after: 58 }] });
    expect((await resultOfSat(on.world, empty)).result).toMatchObject({ earned: 0, regrades: [] });
    await countResults(on.world, sats);
    const { items } = await on.get(`papers/${paper}/statistics`, keeper);
    // Nobody chose what is right now; nobody is counted twice.
    expect(items[0]).toMatchObject({ id: question, asked: 1, facility: 0 });
    expect(items[1]).toMatchObject({ asked: 1, facility: 1 });
    const examiner = await signInAs(on.world, 'trainer', '21');
    const { results } = await on.get(`papers/${paper}/results`, examiner);
    const rows = Object.fromEntries(results.map((row: { person: string }) => [row.person, row]));
    expect(rows[full.who.person]).toMatchObject({ earned: 58, regrades: [{ before: 60, after: 58 }] });
    expect(rows[empty.who.person]).toMatchObject({ earned: 0, regrades: [] });
    const list = await mockGet(on.world, full.who, `/api/mock/people/${full.who.person}/mock`);
    expect(list.attempts).toContainEqual(expect.objectContaining({ attempt: full.id, earned: 58, regraded: true }));
  });

  it('that credits everybody takes the question out of papers to come', async () => {
    const { question, keeper } = await sat();
    await send(`questions/${question}/corrections`, { kind: 'credit', version: 1, why: '题干有误' }, keeper);
    const examiner = await signInAs(on.world, 'trainer', '21');
    const { paper } = await on.send('units/21/papers', paperBody(on.course, { form: 'official' }), examiner);
    const asked = (await on.world.deps.store.setPapers.get(paper))?.refs.map(({ id }) => id);
    expect(asked, 'a credited question is asked no more').not.toContain(question);
  });

  it('looks a second time at what was graded in the very moment', async () => {
    const { sats, question, keeper, grade } = await sat();
    const { correction } = await send(
      `questions/${question}/corrections`,
      { kind: 'credit', version: 1, why: '题干有误' },
      keeper,
    );
    expect(await grade()).toEqual({ changed: 1, failed: 0 });
    // Graded by the old key, and taken into the list when the first round was over.
    const late = await on.sit((await on.world.deps.store.attempts.get(sats[0].who.person, sats[0].id))?.paper ?? '', 0);
    const of = { person: late.who.person, attempt: late.id };
    const graded = await on.world.deps.store.results.get(of);
    expect(graded?.lines[0]).toMatchObject({ verdict: 'credited' });
    const head = await on.world.deps.store.attempts.get(of.person, of.attempt);
    if (graded === undefined || head === undefined) throw new Error('nobody sat');
    const lines = graded.lines.map((line, i) => (i === 0 ? { ...line, verdict: 'blank' as const, earned: 0 } : line));
    const old = { ...graded, lines, earned: 0, version: graded.version + 1 };
    await on.world.deps.store.attempts.remark(
      { ...head, sum: { earned: 0, possible: 60, marking: 'done' }, version: head.version + 1 },
      old,
    );
    await countResults(on.world, [late]);
    expect(await grade(), 'not before its time').toEqual({ changed: 0, failed: 0 });
    passMs(on.world, 16 * 60_000);
    expect(await grade()).toEqual({ changed: 1, failed: 0 });
    const after = await on.get(`key-corrections/${correction}`, keeper);
    expect(after.progress).toEqual({ state: 'done', done: expect.any(Number), changed: 2 });
    expect(after.lines).toMatchObject([
      { before: 0, after: 2, person: sats[1].who.person },
      { before: 0, after: 2, person: of.person },
    ]);
    expect(await on.world.deps.store.results.get(of)).toMatchObject({ earned: 2, regrades: [{ correction }] });
  });

  it('may be corrected again: the later one holds, and the job of the earlier one ends', async () => {
    const { sats, question, keeper, grade } = await sat();
    const path = `questions/${question}/corrections`;
    const first = await send(path, { kind: 'key', version: 1, key: ['C'], why: '教材更新' }, keeper);
    const second = await send(path, { kind: 'key', version: 1, key: ['B'], why: '原答案无误' }, keeper);
    await grade();
    expect(await on.get(`key-corrections/${first.correction}`, keeper)).toMatchObject({ replaced: true, lines: [] });
    expect(await on.get(`key-corrections/${second.correction}`, keeper)).toMatchObject({ replaced: false });
    expect((await resultOfSat(on.world, sats[0])).result).toMatchObject({ earned: 60, regrades: [] });
    const { corrections } = await on.get('key-corrections', keeper);
    expect(corrections.map((row: { correction: string }) => row.correction)).toEqual(
      expect.arrayContaining([second.correction, first.correction]),
    );
  });

  it('shows a trainer the people of the own papers alone, and no key', async () => {
    const { paper, question, keeper, grade } = await sat();
    const { correction } = await send(
      `questions/${question}/corrections`,
      { kind: 'key', version: 1, key: ['D'], why: '教材更新' },
      keeper,
    );
    await grade();
    const own = await signInAs(on.world, 'trainer', '21');
    const shown = await on.get(`key-corrections/${correction}`, own);
    expect(shown.lines).toMatchObject([{ paper, before: 60, after: 58 }]);
    expect(JSON.stringify(shown)).not.toMatch(/"key":/);
    const other = await signInAs(on.world, 'trainer', '110');
    expect((await on.get(`key-corrections/${correction}`, other)).lines).toEqual([]);
  });

  it.each([
    ['a question that is nowhere', 'jc04-999', { kind: 'credit', version: 1 }, { reason: 'no-such-question' }],
    ['a version that nobody was asked', 'jc04-501', { kind: 'credit', version: 7 }, { reason: 'no-such-question' }],
    ['one that is answered in words', 'ip05-501', { kind: 'credit', version: 1 }, { reason: 'no-such-question' }],
    ['a key that it has', 'jc04-510', { kind: 'key', version: 1, key: ['B'] }, { reason: 'key-same' }],
    ['an option that it has not', 'jc04-510', { kind: 'key', version: 1, key: ['E'] }, { errors: [{ path: 'key' }] }],
    [
      'two right ones of a single',
      'jc04-510',
      { kind: 'key', version: 1, key: ['A', 'C'] },
      { errors: [{ path: 'key' }] },
    ],
  ])('is refused for %s', async (_what, question, body, problem) => {
    expect(await send(`questions/${question}/corrections`, { ...body, why: '测试' })).toMatchObject(problem);
  });
});
