// A station's work through the whole stack: readWork, addWork, changeWork, importWork, sayCoverage.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshRequest } from '../../support/courses.ts';
import { staffOf } from '../../support/door.ts';
import { activity, coverage, openStation, type Station } from '../../support/station.ts';
import { workerId, workerName } from '../../support/tenants.ts';

let station: Station;
beforeAll(async () => {
  station = await openStation();
}, 60_000);
afterAll(() => station.close());

const add = (work: object, more: object = {}) => station.send('31/work', { work, ...more });
const read = (query = 'year=2026', who = station.liaison) => station.get(`31/work?${query}`, who);
const change = (record: string, body: object) => station.send(`31/work/${record}`, { year: '2026', ...body });

describe('a record', () => {
  it('is written down once, however often the request comes', async () => {
    const request = freshRequest();
    const first = await add(activity, { request });
    expect(first).toMatchObject({ status: 200, version: 1 });
    expect(await add(activity, { request })).toEqual(first);
    const { records } = await read('year=2026&month=2026-02');
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ work: activity, by: station.liaison.person, voided: false, past: [] });
  });

  it('is corrected by a further version with a reason, and taken back with another', async () => {
    const { record } = await add({ ...activity, title: '防诈骗宣讲', kind: 'policy' });
    const work = { ...activity, title: '防诈骗宣讲', kind: 'policy', served: 64 };
    const corrected = await change(record, { version: 1, why: '补登签到表', change: { kind: 'correct', work } });
    expect(corrected).toMatchObject({ status: 200, version: 2 });
    expect(await change(record, { version: 1, why: '又一次', change: { kind: 'void' } })).toMatchObject({
      status: 409,
    });
    expect(await change(record, { version: 2, why: '登记重复', change: { kind: 'void' } })).toMatchObject({
      version: 3,
    });
    const shown = (await read()).records.find(({ id }: { id: string }) => id === record);
    expect(shown).toMatchObject({
      voided: true,
      why: '登记重复',
      past: [{ work: { served: 40 } }, { work, why: '补登签到表' }],
    });
    const again = await change(record, { version: 3, why: '再改一次', change: { kind: 'correct', work: activity } });
    expect(again).toMatchObject({ status: 422, reason: 'work-voided' });
  });

  it.each([
    ['a day to come', { ...activity, day: '2026-03-02' }, 'work-future'],
    ['a day before the unit was there', { ...activity, day: '2019-12-31' }, 'work-outside'],
    ['somebody’s phone in its title', { ...activity, title: '走访 １３８ 0000 0001 家' }, 'work-number'],
  ])('is refused with %s', async (_what, work, reason) => {
    expect(await add(work)).toMatchObject({ status: 422, reason });
  });

  it('stays in its year', async () => {
    const { record } = await add({ ...activity, title: '年度座谈' });
    const work = { ...activity, title: '年度座谈', day: '2025-12-30' };
    expect(await change(record, { version: 1, why: '日期有误', change: { kind: 'correct', work } })).toMatchObject({
      reason: 'work-year',
    });
  });

  it('of supervision names people of the unit alone', async () => {
    const held = { type: 'supervision', day: '2026-02-20', kind: 'leader', supervisor: '站长', minutes: 90 };
    const summary = '个案记录要写明评估';
    expect(await add({ ...held, summary, people: [workerId('21')] })).toMatchObject({ reason: 'work-people' });
    expect(await add({ ...held, summary, people: [workerId('31')] })).toMatchObject({ status: 200 });
    expect((await read()).names).toMatchObject({ [workerId('31')]: workerName('31') });
  });
});

describe('coverage', () => {
  it('is said for a month, and said anew with a reason alone', async () => {
    const say = (version: number, body: object) => station.send('31/coverage', { month: '2026-02', version, ...body });
    expect(await say(0, { coverage })).toMatchObject({ status: 200, version: 1 });
    expect(await say(0, { coverage })).toMatchObject({ status: 409 });
    const more = { ...coverage, households: 206 };
    expect(await say(1, { coverage: more })).toMatchObject({ status: 422, reason: 'no-reason' });
    expect(await say(1, { coverage: more, why: '新增一户' })).toMatchObject({ version: 2 });
    const shown = (await read()).coverage;
    expect(shown.months).toMatchObject([{ month: '2026-02', coverage: more, past: [{ coverage }] }]);
    expect((await read('year=2027')).coverage).toEqual({ version: 2, months: [], before: more });
    expect(await say(2, { month: '2026-04', coverage })).toMatchObject({ reason: 'work-future' });
  });
});

describe('importWork', () => {
  const { type: _, ...row } = activity;
  const rows = [
    { ...row, line: 2, day: '2026-01-08', title: '新春送温暖' },
    { ...row, line: 3, day: '2026-01-08', title: '新春送温暖' },
    { ...row, line: 4, day: '2026-05-01', title: '还没有到' },
  ];
  const send = (dry: boolean) => station.send('31/activities', { dry, rows, request: undefined });

  it('says what it would do, does it, and does nothing more the second time', async () => {
    const outcomes = (came: { lines: { outcome: string }[] }) => came.lines.map(({ outcome }) => outcome);
    const before = (await read()).records.length;
    expect(outcomes(await send(true))).toEqual(['new', 'same', 'refused']);
    expect((await read()).records).toHaveLength(before);
    expect((await send(false)).lines).toEqual([
      { line: 2, outcome: 'new' },
      { line: 3, outcome: 'same' },
      { line: 4, outcome: 'refused', reason: 'work-future' },
    ]);
    expect(outcomes(await send(false))).toEqual(['same', 'same', 'refused']);
    expect((await read()).records).toHaveLength(before + 1);
  });
});

describe('who looks', () => {
  it('sees without writing from above as a reader, and nothing from beside', async () => {
    const reader = await staffOf(station.world, 'bureau-reader', '21');
    expect(await read('year=2026', reader)).toMatchObject({ status: 200, keeps: false });
    expect(await station.send('31/work', { work: activity }, reader)).toMatchObject({ status: 404 });
    const sibling = await staffOf(station.world, 'liaison', '311');
    expect(await read('year=2026', sibling)).toMatchObject({ status: 404 });
  });
});
