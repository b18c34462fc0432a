// Set papers over the wire: scheduling, what may be changed and until when, and what stands in the audit of it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshRequest } from '../../support/courses.ts';
import { CLOSES, type Examiner, OPENS, openExaminer, paperBody } from '../../support/examiner.ts';
import { get as mockGet, setTo } from '../../support/exams.ts';
import { signInAs } from '../../support/tenants.ts';

let on: Examiner;
const NOON = '2026-03-01T04:00:00.000Z';

beforeAll(async () => {
  on = await openExaminer();
}, 60_000);
beforeEach(() => {
  on.world.clock.now = NOON;
});
afterAll(() => on.close());

const change = (paper: string, body: object) =>
  on.send(`papers/${paper}/changes`, { request: freshRequest(), ...body });

describe('a paper', () => {
  it('is scheduled for a course with the time of its blueprint, and found by those who may sit it', async () => {
    const paper = await on.set();
    const read = await on.get(`papers/${paper}`);
    expect(read).toMatchObject({
      ...{ status: 200, paper, unit: '21', form: 'short', blueprint: 'short-1', minutes: 30, graceMs: 120_000 },
      ...{ questions: 25, counts: { single: 20, multiple: 5 }, possible: 60, phase: 'ahead', version: 1 },
      ...{ group: { kind: 'course', id: on.course, name: '考前冲刺班' }, answered: 'objective' },
      may: { edit: 'all', release: false, cancel: true },
    });
    const { papers } = await on.get('units/21/papers');
    expect(papers.map(({ paper: id }: { paper: string }) => id)).toContain(paper);
    const who = await on.seated();
    const list = await mockGet(on.world, who, `/api/mock/people/${who.person}/mock`);
    expect(list.papers).toContainEqual(expect.objectContaining({ paper, phase: 'ahead', questions: 25 }));
  });

  it('is made once for one request, and another wish under the same id is refused', async () => {
    const body = paperBody(on.course);
    const first = await on.send('units/21/papers', body);
    expect(await on.send('units/21/papers', body)).toEqual(first);
    expect(await on.send('units/21/papers', { ...body, title: '别的' })).toMatchObject({ code: 'request_reused' });
  });

  it('that the bank cannot fill is an answer and no paper', async () => {
    const deps = on.world.deps;
    const bank = deps.mockBank;
    const few = { ...(await bank.subject('junior-comprehensive')) };
    deps.mockBank = { ...bank, subject: async () => ({ ...few, items: few.items?.slice(0, 10) }) as never };
    const answer = await on.send('units/21/papers', paperBody(on.course));
    deps.mockBank = bank;
    expect(answer.paper).toBeUndefined();
    expect(answer.lacking).toContainEqual({ kind: 'single', wanted: 20, have: expect.any(Number) });
  });

  it.each([
    ['that closes before it opens', { closesAt: '2026-03-02T00:00:00.000Z' }, 'closesAt', 'closes-before-opens'],
    [
      'that is over',
      { opensAt: '2026-02-01T00:00:00.000Z', closesAt: '2026-02-02T00:00:00.000Z' },
      'closesAt',
      'closes-in-past',
    ],
    ['that is open for months', { closesAt: '2026-07-02T00:00:00.000Z' }, 'closesAt', 'window-too-long'],
    ['of a subject that nobody knows', { subject: 'no-such-subject' }, 'subject', 'subject-unknown'],
    ['for a course of somebody else', { group: { kind: 'course', id: 'course-of-11' } }, 'group.id', 'course-unknown'],
    ['for a unit above', { group: { kind: 'unit', id: '11' } }, 'group.id', 'unit-unknown'],
  ])('%s is refused with the field', async (_which, over, path, message) => {
    const answer = await on.send('units/21/papers', paperBody(on.course, over));
    expect(answer).toMatchObject({ code: 'invalid_input', errors: [{ path, message }] });
  });

  it('is for a unit below, too', async () => {
    expect(await on.set({ group: { kind: 'unit', id: '31' } })).toMatch(/^id-/);
  });

  it('shows its questions with their keys, and leaves a line that it did', async () => {
    const paper = await on.set();
    const { questions } = await on.get(`papers/${paper}/questions`);
    expect(questions).toHaveLength(25);
    expect(questions[0]).toMatchObject({ n: 1, kind: 'single', key: ['B'], chapterName: { zh: expect.any(String) } });
    const { lines } = await on.world.deps.store.audit.list('21', { limit: 1 });
    expect(lines[0]).toMatchObject({ action: 'readPaperQuestions', thing: { type: 'paper', id: paper } });
  });
});

describe('before it opens', () => {
  it('everything may be changed on the version that was seen, and another form draws anew', async () => {
    const paper = await on.set();
    const edit = {
      kind: 'edit',
      version: 1,
      plan: { title: '改名', form: 'official', closesAt: '2026-03-02T05:00:00.000Z' },
    };
    expect(await change(paper, edit)).toMatchObject({ status: 200, paper, version: 2 });
    expect(await on.get(`papers/${paper}`)).toMatchObject({ title: '改名', questions: 80, minutes: 120, version: 2 });
    expect(await change(paper, edit)).toMatchObject({ code: 'conflict' });
  });

  it('its questions may be drawn anew, and otherwise stay', async () => {
    const paper = await on.set();
    const ids = async () =>
      (await on.get(`papers/${paper}/questions`)).questions.map(({ id }: { id: string }) => id).join();
    const first = await ids();
    await change(paper, { kind: 'edit', version: 1, plan: { title: '同一份' } });
    expect(await ids()).toBe(first);
    await change(paper, { kind: 'edit', version: 2, plan: {}, redraw: true });
    expect(await ids()).not.toBe(first);
  });

  it('its place in the lists moves with its opening', async () => {
    const paper = await on.set();
    await change(paper, { kind: 'edit', version: 1, plan: { opensAt: '2026-03-02T02:00:00.000Z' } });
    const { papers } = await on.get('units/21/papers');
    expect(papers.filter((row: { paper: string }) => row.paper === paper)).toHaveLength(1);
    const inGroup = await on.world.deps.store.setPapers.ofGroup({ kind: 'course', id: on.course }, NOON);
    expect(inGroup.filter(({ id }) => id === paper)).toMatchObject([{ opensAt: '2026-03-02T02:00:00.000Z' }]);
  });
});

describe('after it has opened', () => {
  it('it may close later, and nothing else of it is changed', async () => {
    const paper = await on.set();
    setTo(on.world, OPENS, 1);
    const who = await signInAs(on.world, 'trainer', '21');
    const send = (body: object) =>
      on.send(`papers/${paper}/changes`, { request: freshRequest(), version: 1, ...body }, who);
    expect(await send({ kind: 'edit', plan: { title: '晚了' } })).toMatchObject({ reason: 'paper-opened' });
    expect(await send({ kind: 'close-later', closesAt: CLOSES })).toMatchObject({
      errors: [{ message: 'closes-no-later' }],
    });
    expect(await send({ kind: 'close-later', closesAt: '2026-03-02T04:00:00.000Z' })).toMatchObject({ version: 2 });
    setTo(on.world, '2026-03-02T08:00:00.000Z');
    expect(await send({ kind: 'close-later', version: 2, closesAt: '2026-03-02T09:00:00.000Z' })).toMatchObject({
      reason: 'paper-over',
    });
  });

  it('its results are released by hand once, and only where they are', async () => {
    const paper = await on.set({ results: 'by-hand' });
    const other = await on.set();
    setTo(on.world, OPENS, 1);
    const who = await signInAs(on.world, 'trainer', '21');
    const release = (id: string, version: number) =>
      on.send(`papers/${id}/changes`, { request: freshRequest(), kind: 'release', version }, who);
    expect(await release(other, 1)).toMatchObject({ reason: 'paper-released' });
    expect(await release(paper, 1)).toMatchObject({ version: 2 });
    expect(await release(paper, 2)).toMatchObject({ reason: 'paper-released' });
    expect(await on.get(`papers/${paper}`, who)).toMatchObject({ released: true, releasedAt: on.world.clock.now });
  });

  it('it is cancelled with a reason, which stands in the audit', async () => {
    const paper = await on.set();
    expect(await change(paper, { kind: 'cancel', version: 1, why: '改为线下' })).toMatchObject({ version: 2 });
    expect(await on.get(`papers/${paper}`)).toMatchObject({
      ...{ phase: 'cancelled', cancelled: { why: '改为线下' } },
      may: { edit: 'nothing', release: false, cancel: false },
    });
    const { lines } = await on.world.deps.store.audit.list('21', { limit: 1 });
    expect(lines[0]).toMatchObject({ action: 'cancelSetPaper', why: '改为线下', thing: { id: paper } });
    expect(await change(paper, { kind: 'cancel', version: 2, why: '再一次' })).toMatchObject({
      reason: 'paper-cancelled',
    });
  });
});
