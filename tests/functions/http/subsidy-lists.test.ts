// Lists of subsidies through the whole stack: put on public notice, over, paid by two people; and the totals that follow.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOURCES } from '../../../functions/domain/figures/sources.ts';
import { again } from '../../../functions/jobs/tally/tally.ts';
import { keys } from '../../../functions/store/keys.ts';
import { makeTallyStore } from '../../../functions/store/store.ts';
import { freshRequest } from '../../support/courses.ts';
import { certify, monthlyRule, openSubsidies, STATION, type Subsidies } from '../../support/subsidies.ts';
import type { SignedIn } from '../../support/world.ts';

let town: Subsidies;
beforeAll(async () => {
  town = await openSubsidies();
}, 60_000);
afterAll(() => town.close());

const own = (who: SignedIn) => town.get(`people/${who.person}/subsidies`, who);
const oneOf = (who: SignedIn, application: string) => `people/${who.person}/subsidies/${application}`;
const move = (who: SignedIn, application: string, body: object, by: SignedIn) =>
  town.send(`${oneOf(who, application)}/moves`, body, by);
const batches = 'units/21/subsidy-batches';
const slice = (batch: string, moving: object, applications: object[], by = town.manager) =>
  town.send(`${batches}/${batch}/slices`, { moving, applications }, by);

/** Applies and has it checked by the liaison. */
async function checked(who: SignedIn, more: object = {}) {
  const { application } = await town.apply(who, more);
  const done = await move(who, application, { version: 1, moving: { move: 'check' } }, town.liaison);
  expect(done).toMatchObject({ status: 200, state: 'checked', version: 2 });
  return application as string;
}

describe('a list', () => {
  const begin = (body: object = {}) =>
    town.send(batches, { rule: 'town-award', from: '2026-03-01', last: '2026-03-03', ...body }, town.manager);

  it('stands for as long as the rule asks', async () => {
    // The 1st of March 2026 is a Sunday: two working days after it are Monday and Tuesday.
    expect(await begin({ last: '2026-03-02' })).toMatchObject({ status: 422, reason: 'subsidy-notice' });
    expect(await begin({ from: '2026-02-28' })).toMatchObject({ reason: 'subsidy-notice' });
    expect(await begin({ rule: 'no-such' })).toMatchObject({ reason: 'subsidy-rule' });
    expect(await begin({ last: '2026-03-09' })).toMatchObject({ status: 200, version: 1 });
  });

  it('goes from checked to paid, by two people, once', async () => {
    const [her, him, mine] = [await town.worker(), await town.worker(), await town.worker()];
    const [a, b] = [await checked(her), await checked(him)];
    const c = (await town.apply(mine)).application;
    await move(mine, c, { version: 1, moving: { move: 'check' } }, town.manager);
    const { batch } = await begin();
    const all = [
      { person: her.person, application: a, version: 2 },
      { person: him.person, application: b, version: 2 },
      { person: mine.person, application: c, version: 2 },
      { person: her.person, application: a, version: 2 },
      { person: her.person, application: 'no-such-one', version: 2 },
    ];
    const listed = await slice(batch, { move: 'list' }, all);
    expect(listed.outcomes).toEqual([
      { application: a, outcome: 'done', state: 'listed' },
      { application: b, outcome: 'done', state: 'listed' },
      { application: c, outcome: 'refused', reason: 'subsidy-four-eyes' },
      { application: a, outcome: 'changed' },
      { application: 'no-such-one', outcome: 'refused', reason: 'subsidy-batch' },
    ]);
    expect((await own(her)).applications[0].notice).toEqual({ batch, from: '2026-03-01', last: '2026-03-03' });
    const now = (application: string, person: SignedIn, version: number) => ({
      person: person.person,
      application,
      version,
    });
    expect(await slice(batch, { move: 'publish' }, [now(a, her, 3)])).toMatchObject({
      status: 422,
      reason: 'subsidy-notice-runs',
    });
    const object = { version: 3, moving: { move: 'object', why: '有群众反映不在岗' } };
    expect(await move(him, b, object, town.second)).toMatchObject({ state: 'objected' });
    town.world.pass(3);
    const over = await slice(batch, { move: 'publish' }, [now(a, her, 3), now(b, him, 4)]);
    expect(over.outcomes).toMatchObject([{ outcome: 'done' }, { outcome: 'refused', reason: 'subsidy-state' }]);
    expect(await slice(batch, { move: 'pay', day: '2026-03-05' }, [now(a, her, 4)])).toMatchObject({ status: 400 });
    const request = freshRequest();
    const pay = { request, moving: { move: 'pay', day: '2026-03-04' }, applications: [now(a, her, 4)] };
    const paid = await town.send(`${batches}/${batch}/slices`, pay, town.manager);
    expect(paid.outcomes).toEqual([{ application: a, outcome: 'done', state: 'paid' }]);
    expect(await town.send(`${batches}/${batch}/slices`, pay, town.manager)).toEqual(paid);
    const read = await town.get(`${batches}/${batch}`, town.manager);
    expect(read).toMatchObject({
      batch: { count: 2, cents: 200_000 },
      rows: [{ state: 'paid' }, { state: 'objected' }],
      gone: [],
    });
    expect(await town.apply(her)).toMatchObject({ reason: 'subsidy-held' });
    expect((await town.get(`${batches}?year=2026`, town.second)).batches).toContainEqual(
      expect.objectContaining({ batch, count: 2, byName: expect.any(String) }),
    );
    town.world.pass(-3);
  });

  it('takes in nobody once its first day is over', async () => {
    const who = await town.worker();
    const application = await checked(who);
    const { batch } = await begin();
    town.world.pass(1);
    expect(await slice(batch, { move: 'list' }, [{ person: who.person, application, version: 2 }])).toMatchObject({
      ...{ status: 422, reason: 'subsidy-batch-begun' },
    });
    town.world.pass(-1);
  });

  it('pays the difference on a higher level, within the cap', async () => {
    const who = await town.worker();
    const through = async (application: string) => {
      const { batch } = await begin();
      const at = (version: number) => [{ person: who.person, application, version }];
      await slice(batch, { move: 'list' }, at(2));
      town.world.pass(3);
      await slice(batch, { move: 'publish' }, at(3));
      expect((await slice(batch, { move: 'pay', day: '2026-03-04' }, at(4))).outcomes).toMatchObject([
        { outcome: 'done' },
      ]);
      town.world.pass(-3);
    };
    await through(await checked(who));
    await certify(town.world, who.person, { level: 'intermediate', number: 'TEST-I-0001', issued: '2026-01-10' });
    const higher = await checked(who, { level: 'intermediate' });
    expect(await town.get(oneOf(who, higher), town.manager)).toMatchObject({
      ...{ received: 100_000, room: 100_000 },
      assessment: { amount: { cents: 100_000, steps: [{ name: 'base' }, { name: 'less', by: 100_000 }] } },
    });
    await through(higher);
    expect((await own(who)).received['town-award']).toBe(200_000);
  });

  it('of a monthly rule pays each month once', async () => {
    const who = await town.worker();
    const asked = (from: string, count: number) => ({ rule: monthlyRule.id, months: { from, count } });
    const first = await town.apply(who, asked('2025-11', 3));
    expect(first).toMatchObject({ status: 200 });
    expect(await town.apply(who, asked('2026-01', 2))).toMatchObject({ reason: 'subsidy-held' });
    expect(await town.apply(who, asked('2026-02', 2))).toMatchObject({ status: 200 });
    const all = (await own(who)).applications.map(({ cents }: { cents: number }) => cents);
    expect(all.sort()).toEqual([20_000, 30_000]);
  });
});

describe('the totals', () => {
  it('are those of the facts, by unit, rule and state, in the year of the application', async () => {
    const { subsidies } = town.world.deps.store;
    const lines = [
      ...(await subsidies.atDesk('21', { limit: 500 })).found,
      ...(await subsidies.atDesk('21', { year: '2026', limit: 500 })).found,
    ];
    const store = makeTallyStore(town.world.test.table);
    const tally = again({ store, sink: () => undefined, now: () => town.world.clock.now, sources: SOURCES });
    await tally(lines.map(({ person, application }) => keys.subsidy(person, application)));
    const paid = lines.filter(({ rule, state }) => rule === 'town-award' && state === 'paid');
    const sum = {
      ...{ rule: 'town-award', state: 'paid', applications: paid.length },
      cents: paid.reduce((total, { cents = 0 }) => total + cents, 0),
    };
    expect(paid.length).toBeGreaterThan(1);
    const totals = await town.get('units/21/subsidy-totals?year=2026', town.manager);
    expect(totals.all).toContainEqual(sum);
    expect(totals.all.reduce((n: number, one: { applications: number }) => n + one.applications, 0)).toBe(lines.length);
    const station = totals.below.find(({ unit }: { unit: string }) => unit === STATION);
    expect(station.sums).toContainEqual(sum);
    expect(JSON.stringify(totals)).not.toMatch(/applicant-|申请人/);
    expect(await town.get('units/21/subsidy-totals?year=2025', town.manager)).toMatchObject({ all: [], below: [] });
  });
});
