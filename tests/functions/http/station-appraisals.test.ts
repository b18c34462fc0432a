// Appraisals through the whole stack: listRounds, openAppraisals, listAppraisals, readAppraisal, moveAppraisal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffOf } from '../../support/door.ts';
import { activity, coverage, openStation, type Station } from '../../support/station.ts';
import { giveRole } from '../../support/tenants.ts';

let station: Station;
beforeAll(async () => {
  station = await openStation();
  await station.send('31/work', { work: activity });
  await station.send('31/coverage', { version: 0, month: '2026-02', coverage });
}, 60_000);
afterAll(() => station.close());

const ID = '2026-q1.quarter';
const YEAR = '2026.sixfold';
const term = { year: '2026', quarter: 1 };
const due = '2026-03-31';

const open = (body: object, who = station.manager) =>
  station.send('21/rounds', { request: undefined, due, ...body }, who);
const read = (id: string, who = station.liaison) => station.get(`31/appraisals/${id}`, who);

async function move(id: string, moving: object, who = station.manager) {
  const { version } = await read(id, who);
  return station.send(`31/appraisals/${id}/moves`, { version, moving }, who);
}

/** Every indicator with so many half-points less than the most. */
async function scoresOf(id: string, less = 0): Promise<Record<string, number>> {
  const { groups } = await read(id);
  const indicators = groups.flatMap(({ indicators }: { indicators: { id: string; most: number }[] }) => indicators);
  return Object.fromEntries(indicators.map(({ id, most }: { id: string; most: number }) => [id, most - less]));
}

describe('opening', () => {
  it('is judged unit by unit, and does nothing twice', async () => {
    const units = ['31', '311', '21', '2110'];
    const outcomes = async () =>
      (await open({ template: 'quarter', term, units })).outcomes.map(({ outcome }: { outcome: string }) => outcome);
    expect(await outcomes()).toEqual(['opened', 'opened', 'refused', 'refused']);
    expect(await outcomes()).toEqual(['there', 'there', 'refused', 'refused']);
    const { appraisals, templates } = await station.get('21/rounds?year=2026', station.manager);
    expect(appraisals.map(({ unit, state }: Record<string, string>) => [unit, state])).toEqual([
      ['311', 'opened'],
      ['31', 'opened'],
    ]);
    expect(templates.map(({ id, verified }: Record<string, unknown>) => [id, verified])).toEqual([
      ['quarter', false],
      ['sixfold', false],
    ]);
  });

  it('takes a template of its cycle and a day that is not over', async () => {
    expect(await open({ template: 'sixfold', term, units: ['31'] })).toMatchObject({ status: 400 });
    const past = { template: 'quarter', term, units: ['31'], due: '2026-02-28' };
    expect(await open(past)).toMatchObject({ status: 400 });
  });
});

describe('a short appraisal', () => {
  it('proposes marks from what is counted, and pins the figures with the unit’s own word', async () => {
    const shown = await read(ID);
    expect(shown.counted.figures).toMatchObject({ activities: 1, served: 40, visits: 61, workers: 1, certified: 0 });
    // A ninth of 25 points, two ninths of 20 points, and all of 20 points, rounded down to half-points.
    expect(shown.counted.proposed).toMatchObject({ activities: 5, served: 8, visits: 40 });
    expect(shown.moves).toEqual(['score']);
    const scores = { ...(await scoresOf(ID)), ...shown.counted.proposed };
    expect(await move(ID, { move: 'score', scores, note: '' }, station.liaison)).toMatchObject({ state: 'scored' });
    await station.send('31/work', { work: { ...activity, title: '再办一场' } });
    expect((await read(ID)).counted.figures).toMatchObject({ activities: 1 });
  });

  it('refuses marks that are missing, strange or out of range', async () => {
    const scores = await scoresOf(ID);
    const { activities: _, ...missing } = scores;
    for (const bad of [missing, { ...scores, strange: 1 }, { ...scores, activities: 51 }]) {
      const came = await move(ID, { move: 'score', scores: bad, note: '' }, station.liaison);
      expect(came).toMatchObject({ status: 422, reason: 'appraisal-scores' });
    }
  });

  it('is decided without a visit; another grade than the points give needs a word why', async () => {
    const scores = await scoresOf(ID, 1);
    expect(await move(ID, { move: 'decide', scores, grade: 'good', note: '' })).toMatchObject({ reason: 'no-reason' });
    expect(await move(ID, { move: 'decide', scores, grade: 'excellent', note: '' })).toMatchObject({
      state: 'decided',
    });
  });

  it('tells the unit nothing of the decision before it is published', async () => {
    const before = await read(ID);
    expect([before.appraisal.state, before.appraisal.total, before.decision]).toEqual([
      'visited',
      undefined,
      undefined,
    ]);
    expect(before.steps.map(({ move }: { move: string }) => move)).toEqual(['open', 'score']);
    await move(ID, { move: 'publish' });
    expect((await read(ID)).appraisal).toMatchObject({ state: 'published', total: 194, grade: 'excellent' });
    const { appraisals } = await station.get('31/appraisals?year=2026');
    expect(appraisals).toMatchObject([{ appraisal: ID, grade: 'excellent' }]);
  });
});

describe('a visited appraisal', () => {
  beforeAll(async () => {
    await open({ template: 'sixfold', term: { year: '2026' }, units: ['31'] });
  });

  it('goes from the visit to an objection and its settling, once', async () => {
    const scores = await scoresOf(YEAR, 4);
    const visit = { move: 'visit', scores, note: '档案齐全', day: '2026-03-01' };
    expect(await move(YEAR, { ...visit, day: '2026-03-02' })).toMatchObject({ reason: 'appraisal-day' });
    const visitor = await staffOf(station.world, 'bureau-manager', '21');
    expect(await move(YEAR, visit, visitor)).toMatchObject({ state: 'visited' });
    const decide = { move: 'decide', scores, grade: 'passed', note: '' };
    expect(await move(YEAR, decide, visitor)).toMatchObject({ status: 422, reason: 'appraisal-eyes' });
    expect(await read(YEAR, visitor)).toMatchObject({ moves: ['visit', 'withdraw'], leftToOthers: true });
    expect(await read(YEAR, station.manager)).toMatchObject({ leftToOthers: false });
    expect(await move(YEAR, decide)).toMatchObject({ state: 'decided' });
    expect(await move(YEAR, { move: 'publish' })).toMatchObject({ state: 'published' });
    expect(await move(YEAR, { move: 'object', note: '' }, station.liaison)).toMatchObject({ reason: 'no-reason' });
    const objected = await move(YEAR, { move: 'object', note: '入户次数少计了' }, station.liaison);
    expect(objected).toMatchObject({ state: 'objected' });
    const settled = { move: 'settle', scores: await scoresOf(YEAR), grade: 'excellent', note: '复核属实' };
    expect(await move(YEAR, settled)).toMatchObject({ state: 'settled' });
    expect((await read(YEAR)).appraisal).toMatchObject({ grade: 'excellent', total: 200 });
    expect(await move(YEAR, { move: 'object', note: '再次申诉' }, station.liaison)).toMatchObject({
      status: 422,
      reason: 'appraisal-state',
    });
  });
});

describe('nobody', () => {
  it('decides about a unit they belong to, whatever they are above it', async () => {
    await open({ template: 'quarter', term: { year: '2026', quarter: 2 }, units: ['31'], due: '2026-06-30' });
    const both = await staffOf(station.world, 'bureau-manager', '21');
    await giveRole(station.world, { person: both.person, unit: '31', role: 'worker' });
    const id = '2026-q2.quarter';
    expect((await read(id, both)).moves).toEqual([]);
    expect(await move(id, { move: 'withdraw', note: '不考了' }, both)).toMatchObject({
      status: 422,
      reason: 'appraisal-own',
    });
    expect(await move(id, { move: 'withdraw', note: '本季度不考' })).toMatchObject({ state: 'withdrawn' });
    const again = { template: 'quarter', term: { year: '2026', quarter: 2 }, units: ['31'], due: '2026-06-30' };
    expect(await open(again, both)).toMatchObject({ outcomes: [{ outcome: 'refused' }] });
    expect(await open(again)).toMatchObject({ outcomes: [{ outcome: 'opened' }] });
  });
});
