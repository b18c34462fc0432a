// Exam records through the whole stack: readExams, putExam, moveExam, giveCertificate, listExams, importExams, and what guests may ask: readGuide,
// checkEligibility; readEligibility.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshRequest } from '../../support/courses.ts';
import { staffOf } from '../../support/door.ts';
import { type Books, openBooks } from '../../support/ledgers.ts';
import type { Came } from '../../support/staff.ts';
import { workerName } from '../../support/tenants.ts';
import type { SignedIn } from '../../support/world.ts';

let books: Books;
let reader: SignedIn;
beforeAll(async () => {
  books = await openBooks();
  reader = await staffOf(books.world, 'bureau-reader');
}, 60_000);
afterAll(() => books.hall.close());

const SUBJECTS = ['intermediate-comprehensive', 'intermediate-practice', 'law-and-policy'];
const marks = (half: number) => SUBJECTS.map((subject) => ({ subject, result: { kind: 'marks', marks: half } }));
const path = () => `exams/people/${books.worker.person}`;
const read = (who = books.worker): Promise<Came> => books.hall.get(path(), who);
const send = (to: string, body: object, who: SignedIn): Promise<Came> => books.hall.send(`${path()}/${to}`, body, who);
const wish = async () => ({
  request: freshRequest(),
  version: (await read()).version,
  year: 2025,
  level: 'intermediate',
});

describe('an exam record', () => {
  it('is declared, confirmed by somebody else, and followed by one certificate', async () => {
    const body = { ...(await wish()), papers: marks(124) };
    expect(await send('entries', body, books.worker)).toMatchObject({ status: 200, state: 'declared', version: 1 });
    expect(await send('entries', body, books.worker)).toMatchObject({ status: 200, version: 1 });
    const certificate = { level: 'intermediate', number: 'ZJ-2025-0001', issued: '2025-09-01' };
    expect(await send('certificates', certificate, books.manager)).toMatchObject({ reason: 'certificate-not-due' });
    expect((await send('moves', { ...(await wish()), move: 'confirm' }, books.liaison)).status).toBe(404);
    expect(await send('moves', { ...(await wish()), move: 'confirm' }, books.manager)).toMatchObject({
      state: 'confirmed',
    });
    const { entries, cycles, due } = await read(books.manager);
    expect(entries[0]).toMatchObject({ state: 'confirmed', step: 'passed', conflicts: [] });
    expect(cycles[0]).toMatchObject({ level: 'intermediate', national: { passed: 2025, next: [] }, confirmed: true });
    expect(due).toEqual([{ level: 'intermediate', year: 2025, givable: true }]);
    expect((await send('certificates', certificate, books.manager)).status).toBe(200);
    expect((await send('certificates', certificate, books.manager)).status).toBe(200);
    expect(await send('certificates', { ...certificate, number: 'ZJ-2025-0002' }, books.manager)).toMatchObject({
      reason: 'certificate-held',
    });
  });

  it('shows a reader of the bureau what became of a paper, and no marks', async () => {
    const { entries } = await read(reader);
    expect(entries[0].papers[0]).toEqual({ subject: SUBJECTS[0], result: { kind: 'passed' }, verdict: 'national' });
    expect(JSON.stringify(entries)).not.toContain('124');
  });

  it('asks for a reason where what was confirmed is contradicted, and shows the conflict', async () => {
    expect(await send('entries', { ...(await wish()), papers: marks(100) }, books.worker)).toMatchObject({
      reason: 'exam-contradicts',
    });
    const said = { ...(await wish()), papers: marks(100), why: '复核后更正' };
    expect(await send('entries', said, books.worker)).toMatchObject({ state: 'declared' });
    expect((await read()).entries[0].conflicts).toEqual(SUBJECTS);
    const back = { ...(await wish()), move: 'refuse', why: '与成绩单不符' };
    expect(await send('moves', back, books.manager)).toMatchObject({ state: 'confirmed' });
  });
});

describe('importExams', () => {
  const row = (half: number) => ({
    ...{ line: 2, name: workerName('21'), person: books.worker.person, year: 2025, level: 'intermediate' },
    papers: marks(half),
  });
  const slice = async (body: object, who = books.manager): Promise<Came> =>
    books.hall.send('exams/units/21/imports', { dry: false, ...body }, who);

  it('writes over nothing that was confirmed unless told why, and is the same when it comes again', async () => {
    const { version } = await read();
    expect((await slice({ rows: [row(124)] })).lines).toMatchObject([{ outcome: 'same' }]);
    expect((await slice({ rows: [row(110)] })).lines[0]).toMatchObject({ outcome: 'conflict' });
    expect((await read()).version).toBe(version);
    expect((await slice({ rows: [row(110)], replace: '成绩复核' })).lines[0]).toMatchObject({ outcome: 'changed' });
    expect((await slice({ rows: [row(110)] })).lines).toMatchObject([{ outcome: 'same' }]);
    expect((await slice({ rows: [row(110), row(110)] })).lines[1]).toMatchObject({ reason: 'duplicate' });
    expect((await slice({ rows: [{ ...row(110), person: 'worker-of-2110' }] })).lines[0]).toEqual({
      ...{ line: 2, outcome: 'refused', reason: 'unknown-person' },
    });
  });
});

it('lists the people of a unit by step: listExams', async () => {
  const list = (query: string): Promise<Came> => books.hall.get(`exams/units/21/people?${query}`, books.manager);
  expect((await list('year=2025&step=sat')).people).toHaveLength(1);
  expect((await list('year=2025&step=passed')).people).toEqual([]);
});

it('tells guests who may sit, and the way to the exam: checkEligibility, readGuide; readEligibility by a record', async () => {
  const guest = { headers: { origin: books.worker.headers.origin } } as unknown as SignedIn;
  const asked: Came = await books.hall.get(
    'exams/eligibility?education=bachelor&major=true&months=12&year=2026',
    guest,
  );
  expect(asked.levels.map((one: Came) => [one.may, one.earliest])).toEqual([
    [true, 2026],
    [false, 2028],
    [false, undefined],
  ]);
  expect((await books.hall.get('exams/guide?year=2027', guest)).days).toBeUndefined();
  expect((await books.hall.get(`${path()}/eligibility`, books.worker)).by.years).toBeGreaterThan(0);
});
