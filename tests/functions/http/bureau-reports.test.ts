// Reports through the whole stack: listReports, beginReport, readReport, makeFigures, recountReport, moveReport, readBoard, setDue. The clock is the test's.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffOf } from '../../support/door.ts';
import { type Bureau, FEBRUARY, openBureau, REPORT, SELECTION } from '../../support/reports.ts';
import type { SignedIn } from '../../support/world.ts';

let bureau: Bureau;
let record: { record: string; version: number };
beforeAll(async () => {
  bureau = await openBureau();
  record = await bureau.serve('31', 40);
  await bureau.serve('311', 7);
  await bureau.serve('211', 1_000);
  await bureau.count();
  bureau.world.clock.now = '2026-03-03T02:00:30.000Z';
}, 60_000);
afterAll(() => bureau.close());

const at = (unit = '21', report = REPORT) => `${unit}/reports/${report}`;
const begin = (unit = '21', body: object = {}, who?: SignedIn) =>
  bureau.send(`${unit}/reports`, { ...FEBRUARY, ...SELECTION, ...body }, who);
const versionOf = async (path: string, who?: SignedIn) => (await bureau.get(path, who)).version;

async function make(path: string, more: object = {}) {
  return bureau.send(`${path}/figures`, { version: await versionOf(path), ...more });
}

async function move(path: string, moving: object, who: SignedIn = bureau.first) {
  return bureau.send(`${path}/moves`, { version: await versionOf(path, who), moving }, who);
}

/** The numbers of an indicator in the text of a report, by unit. */
function servedIn(text: string): Record<string, number> {
  const { figures } = JSON.parse(text);
  return Object.fromEntries(
    figures.map(({ unit, values }: { unit: string; values: Record<string, { now: { n: number } }> }) => [
      unit,
      values.served?.now.n,
    ]),
  );
}

describe('a draft', () => {
  it('is begun once for the same months, and shows the figures of now', async () => {
    expect(await begin()).toMatchObject({ status: 200, report: REPORT, version: 1 });
    expect(await begin()).toMatchObject({ status: 422, reason: 'report-open' });
    const shown = await bureau.get(at());
    expect(shown.live.units.map(({ id, parent }: Record<string, unknown>) => [id, parent])).toEqual([
      ['21', null],
      ['31', '21'],
      ['311', '21'],
    ]);
    expect(shown.live.figures[0].values.served).toEqual({ now: { n: 47 }, last: { n: 0 } });
    expect([shown.report.state, shown.text, shown.moves]).toEqual(['draft', undefined, ['edit', 'make', 'drop']]);
  });

  it('takes months of its template, indicators that are known, and no months to come', async () => {
    expect(await begin('31', { months: { year: 2026, from: 1, to: 2 } })).toMatchObject({ reason: 'report-term' });
    expect(await begin('31', { months: { year: 2027, from: 1, to: 1 } })).toMatchObject({ reason: 'report-term' });
    expect(await begin('31', { indicators: ['no-such'] })).toMatchObject({
      status: 400,
      errors: [{ path: 'indicators' }],
    });
  });

  it('is not seen by whoever reads figures alone', async () => {
    const reader = await staffOf(bureau.world, 'bureau-reader', '21');
    expect(await bureau.get(at(), reader)).toMatchObject({ status: 404 });
    expect((await bureau.get('21/reports?year=2026', reader)).reports).toEqual([]);
    expect((await bureau.get('21/reports?year=2026')).reports).toHaveLength(1);
  });

  it('is made of facts as of an instant ten minutes back or more, when its months are over', async () => {
    expect(await make(at(), { cutOff: '2026-03-03T01:55:00.000Z' })).toMatchObject({ reason: 'report-cut-off' });
    expect(await make(at(), { cutOff: '2026-02-28T10:00:00.000Z' })).toMatchObject({ reason: 'report-cut-off' });
    const made = await make(at());
    expect(made).toMatchObject({ done: true, version: 2, cutOff: '2026-03-03T01:50:00.000Z' });
    const { text, adjustments } = await bureau.get(at());
    expect(servedIn(text)).toEqual({ '21': 47, '31': 40, '311': 7 });
    expect(createHash('sha256').update(text).digest('hex')).toBe(made.hash);
    expect(adjustments).toEqual([]);
  });

  it('loses its figures when it is edited', async () => {
    expect(await move(at(), { move: 'edit', ...SELECTION, note: '含两个社工站' })).toMatchObject({ state: 'draft' });
    expect((await bureau.get(at())).text).toBeUndefined();
    expect((await make(at())).done).toBe(true);
  });
});

describe('signing', () => {
  it('is of the figures that were seen, by two people', async () => {
    const { made } = await bureau.get(at());
    const other = '0'.repeat(64);
    expect(await move(at(), { move: 'sign', hash: other })).toMatchObject({ status: 422, reason: 'report-hash' });
    expect(await move(at(), { move: 'countersign', hash: made.hash })).toMatchObject({ reason: 'report-state' });
    expect(await move(at(), { move: 'sign', hash: made.hash })).toMatchObject({ state: 'signed' });
    expect((await bureau.get(at())).moves).not.toContain('countersign');
    expect((await bureau.get(at(), bureau.second)).moves).toContain('countersign');
    expect(await move(at(), { move: 'countersign', hash: made.hash })).toMatchObject({
      status: 422,
      reason: 'report-signer',
    });
  });

  it('is taken back with a reason, and begins anew', async () => {
    expect(await move(at(), { move: 'reopen', why: '漏了一个站' }, bureau.second)).toMatchObject({ state: 'draft' });
    const { hash } = await make(at());
    expect(await move(at(), { move: 'sign', hash }, bureau.second)).toMatchObject({ state: 'signed' });
    expect(await move(at(), { move: 'countersign', hash })).toMatchObject({ state: 'frozen' });
    for (const moving of [{ move: 'edit', ...SELECTION }, { move: 'drop' }, { move: 'reopen', why: '再改' }]) {
      expect(await move(at(), moving)).toMatchObject({ reason: 'report-state' });
    }
    expect(await make(at())).toMatchObject({ reason: 'report-state' });
  });

  it('refuses a second answer to the same question, and repeats the first', async () => {
    const body = { request: 'request-of-one-wish', version: await versionOf(at()), moving: { move: 'send' } };
    const sent = await bureau.send(`${at()}/moves`, body);
    expect(sent).toMatchObject({ status: 200, state: 'sent' });
    expect(await bureau.send(`${at()}/moves`, body)).toEqual(sent);
    expect(await bureau.send(`${at()}/moves`, { ...body, moving: { move: 'receive' } }, bureau.first)).toMatchObject({
      status: 404,
    });
    const another = { ...body, version: 99 };
    expect(await bureau.send(`${at()}/moves`, another)).toMatchObject({ code: 'request_reused' });
  });
});

describe('a frozen report', () => {
  it('comes out byte for byte a week later, and shows what was corrected since', async () => {
    const before = await bureau.get(at());
    bureau.world.pass(7);
    await bureau.correct('31', record, 45);
    await bureau.count();
    const written = bureau.world.clock.now;
    bureau.world.clock.now = '2026-03-10T03:00:00.000Z';
    const again = await bureau.send(`${at()}/recount`, { request: undefined });
    expect(again).toMatchObject({ done: true, equal: true, hash: before.made.hash });
    const difference = { indicator: 'served', difference: 5, since: written };
    expect(again.adjustments).toEqual([
      { unit: '21', frozen: { n: 47 }, now: { n: 52 }, ...difference },
      { unit: '31', frozen: { n: 40 }, now: { n: 45 }, ...difference },
    ]);
    const after = await bureau.get(at());
    expect(after.text).toBe(before.text);
    expect(after.adjustments.map(({ unit, difference }: Record<string, unknown>) => [unit, difference])).toEqual([
      ['21', 5],
      ['31', 5],
    ]);
  });

  it('is counted in slices when it takes long, and comes to the same', async () => {
    const slow = bureau.hurried(5_000);
    const turns: number[] = [];
    let body: object = { request: undefined };
    for (;;) {
      const answer = await slow.send(`${at()}/recount`, body);
      if (answer.done) {
        expect(answer).toMatchObject({ equal: true });
        expect(answer.adjustments).toHaveLength(2);
        break;
      }
      turns.push(answer.units);
      body = { request: undefined, at: answer.at };
    }
    expect(turns.length).toBeGreaterThan(0);
    expect(turns).toEqual([...turns].sort());
  });

  it('is received by another than those who signed it, or returned with a reason', async () => {
    expect(await move(at(), { move: 'receive' })).toMatchObject({ status: 404 });
    expect((await bureau.get(at(), bureau.above)).moves).toEqual(['receive', 'return']);
    expect(await move(at(), { move: 'receive' }, bureau.above)).toMatchObject({ state: 'received' });
    expect(await move(at(), { move: 'return', why: '漏报五人次' }, bureau.above)).toMatchObject({ state: 'returned' });
  });

  it('is followed by another edition, which takes its place', async () => {
    expect(await begin()).toMatchObject({ report: '2026-02.month.2' });
    const next = at('21', '2026-02.month.2');
    const { hash } = await make(next);
    await move(next, { move: 'sign', hash });
    expect((await bureau.get(at())).replacedBy).toBeUndefined();
    await move(next, { move: 'countersign', hash }, bureau.second);
    expect((await bureau.get(at())).replacedBy).toBe('2026-02.month.2');
    expect(servedIn((await bureau.get(next)).text)).toEqual({ '21': 52, '31': 45, '311': 7 });
  });

  it('is read by whoever reads figures there, and by nobody else', async () => {
    const reader = await staffOf(bureau.world, 'bureau-reader', '21');
    expect(await bureau.get(at(), reader)).toMatchObject({ status: 200, moves: [] });
    const sibling = await staffOf(bureau.world, 'bureau-manager', '211');
    expect(await bureau.get(at(), sibling)).toMatchObject({ status: 404 });
    expect(await bureau.send(`${at()}/recount`, { request: undefined }, sibling)).toMatchObject({ status: 404 });
  });
});

describe('a report that is dropped', () => {
  it('is gone from the list, and its months can be begun anew', async () => {
    const months = { template: 'own', months: { year: 2026, from: 1, to: 2 } };
    expect(await begin('31', months)).toMatchObject({ report: '2026-01-02.own.1', version: 1 });
    const path = at('31', '2026-01-02.own.1');
    expect(await move(path, { move: 'drop' })).toMatchObject({ state: 'dropped' });
    expect(await bureau.get(path)).toMatchObject({ status: 404 });
    expect(await begin('31', months)).toMatchObject({ report: '2026-01-02.own.1', version: 3 });
  });
});

describe('the board', () => {
  const board = (who?: SignedIn) => bureau.get('11/board?template=month&year=2026&from=2&to=2', who ?? bureau.above);

  it('says who has sent theirs, when, and who is late', async () => {
    const { lines, due, mayExpect } = await board();
    expect([due, mayExpect]).toEqual(['2026-03-05', true]);
    expect(lines.map(({ unit, ...line }: { unit: { id: string } }) => ({ unit: unit.id, ...line }))).toEqual([
      { unit: '211', standing: 'missing', late: 5 },
      { unit: '21', standing: 'returned', report: REPORT, firstOn: '2026-03-03', late: 0 },
    ]);
  });

  it('follows what the bureau says of when reports are due, from a day on', async () => {
    const { version } = await board();
    const rule = { template: 'month', from: '2026-02-01', days: 2 };
    expect(await bureau.send('11/board', { version, ...rule }, bureau.above)).toMatchObject({ version: 1 });
    expect(await bureau.send('11/board', { version, ...rule }, bureau.above)).toMatchObject({ status: 409 });
    const { lines, due } = await board();
    expect([due, lines[1].late]).toEqual(['2026-03-02', 1]);
    const january = await bureau.get('11/board?template=month&year=2026&from=1&to=1', bureau.above);
    expect(january.due).toBe('2026-02-05');
  });

  it('has no months that are not those of its template', async () => {
    expect(await bureau.get('11/board?template=quarter&year=2026&from=2&to=4', bureau.above)).toMatchObject({
      reason: 'report-term',
    });
  });
});
