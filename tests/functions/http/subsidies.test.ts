// Subsidies through the whole stack, as whoever applies and whoever decides see them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshRequest } from '../../support/courses.ts';
import { awardRule, openSubsidies, STATION, type Subsidies } from '../../support/subsidies.ts';
import { giveRole } from '../../support/tenants.ts';
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
const _slice = (batch: string, moving: object, applications: object[], by = town.manager) =>
  town.send(`${batches}/${batch}/slices`, { moving, applications }, by);

/** Applies and has it checked by the liaison. */
async function _checked(who: SignedIn, more: object = {}) {
  const { application } = await town.apply(who, more);
  const done = await move(who, application, { version: 1, moving: { move: 'check' } }, town.liaison);
  expect(done).toMatchObject({ status: 200, state: 'checked', version: 2 });
  return application as string;
}

describe('the rules', () => {
  it('are there for guests, with what is known of them', async () => {
    const guest = { person: '', token: '', headers: { cookie: '', origin: town.manager.headers.origin } };
    expect(await town.get('subsidy-rules', guest)).toMatchObject({
      ...{ status: 200, today: '2026-03-01' },
      rules: [
        { id: 'town-award', notice: { days: 2, working: true } },
        { id: 'town-monthly', kind: 'monthly' },
      ],
    });
  });
});

describe('an application', () => {
  it('is made once, however often the request comes, and holds its level', async () => {
    const who = await town.worker();
    const request = freshRequest();
    const first = await town.apply(who, { request });
    expect(first).toMatchObject({ status: 200, state: 'applied', version: 1 });
    expect(await town.apply(who, { request })).toEqual(first);
    expect(await town.apply(who, {})).toMatchObject({ status: 422, reason: 'subsidy-held' });
    const { applications, units, recorded } = await own(who);
    expect(applications).toHaveLength(1);
    expect(applications[0]).toMatchObject({
      ...{ application: first.application, cents: 100_000, deskName: '单位〔21〕', moves: ['withdraw'] },
      recorded: { worksThere: true, socialWorkMonths: 26, issued: '2025-06-01', received: 0 },
    });
    expect(units).toMatchObject([{ unit: STATION, deskName: '单位〔21〕', rules: ['town-award', 'town-monthly'] }]);
    expect(recorded.junior).toMatchObject({ firstOfLevel: true, established: false });
  });

  it('of two at the same time is one', async () => {
    const who = await town.worker();
    const both = await Promise.all([town.apply(who), town.apply(who), town.apply(who)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await own(who)).applications).toHaveLength(1);
  });

  it.each([
    ['by a rule that nobody knows', { rule: 'no-such' }, 'subsidy-rule'],
    ['for a level of which nothing is known', { level: 'senior' }, 'subsidy-level'],
    ['of a certificate that nobody has said a word about', { level: 'intermediate' }, 'subsidy-incomplete'],
    ['of months, where the rule pays once', { months: { from: '2026-01', count: 1 } }, 'subsidy-months'],
    ['of no months, where it pays by month', { rule: 'town-monthly' }, 'subsidy-months'],
    ['of months to come', { rule: 'town-monthly', months: { from: '2026-02', count: 3 } }, 'subsidy-months'],
    ['of what was received elsewhere already', { answers: { received: 200_000 } }, 'subsidy-nothing'],
  ])('is refused %s', async (_what, more, reason) => {
    expect(await town.apply(await town.worker(), more)).toMatchObject({ status: 422, reason });
  });

  it('is refused where the place of the rule lies elsewhere', async () => {
    const { subsidyRules } = town.world.deps;
    town.world.deps.subsidyRules = [{ ...awardRule, place: { ...awardRule.place, code: '340523' } }];
    expect(await town.apply(await town.worker())).toMatchObject({ reason: 'subsidy-place' });
    town.world.deps.subsidyRules = subsidyRules;
  });

  it('from a unit that is not one’s own is not there, and neither are somebody else’s', async () => {
    const [who, other] = [await town.worker(), await town.worker()];
    expect(await town.apply(who, { unit: '31' })).toMatchObject({ status: 404 });
    expect(await town.get(`people/${who.person}/subsidies`, other)).toMatchObject({ status: 404 });
  });

  it('is returned for what lacks, handed in again with it, or taken back, and then made anew', async () => {
    const who = await town.worker();
    const { application } = await town.apply(who);
    const back = { version: 1, moving: { move: 'return', why: '请补充上一级的发放情况' } };
    expect(await move(who, application, back, town.liaison)).toMatchObject({ state: 'returned', version: 2 });
    const [shown] = (await own(who)).applications;
    expect(shown).toMatchObject({
      moves: ['resubmit', 'withdraw'],
      steps: [{ own: true }, { why: '请补充上一级的发放情况' }],
    });
    expect(JSON.stringify(shown)).not.toContain('byName');
    const again = { version: 2, moving: { move: 'resubmit', answers: { received: 30_000 } } };
    expect(await town.send(oneOf(who, application), again, who)).toMatchObject({ state: 'applied', version: 3 });
    expect((await own(who)).applications[0]).toMatchObject({ cents: 70_000, answers: { received: 30_000 } });
    const withdraw = { version: 3, moving: { move: 'withdraw' } };
    expect(await town.send(oneOf(who, application), withdraw, who)).toMatchObject({ state: 'withdrawn' });
    expect(await town.apply(who)).toMatchObject({ status: 200 });
  });
});

describe('deciding', () => {
  it('shows the rule’s conditions with what was found, and the arithmetic', async () => {
    const who = await town.worker();
    const { application } = await town.apply(who);
    const read = await town.get(oneOf(who, application), town.liaison);
    expect(read).toMatchObject({
      ...{ status: 200, recordChanged: false, received: 0, room: 200_000 },
      application: { moves: ['check', 'return'] },
      assessment: { standing: 'likely', amount: { known: true, cents: 100_000, steps: [{ name: 'base' }] } },
    });
    expect(read.assessment.conditions).toContainEqual({ name: 'service', verdict: 'met', asked: 12, found: 26 });
    expect((await town.get(oneOf(who, application), town.manager)).application.moves).toEqual([
      'check',
      'return',
      'refuse',
    ]);
  });

  it('is not done by anybody about themselves', async () => {
    const who = await town.worker();
    await giveRole(town.world, { person: who.person, unit: '21', role: 'bureau-manager' });
    const { application } = await town.apply(who);
    const check = { version: 1, moving: { move: 'check' } };
    expect(await move(who, application, check, who)).toMatchObject({ status: 422, reason: 'subsidy-own' });
    expect((await town.get(oneOf(who, application), who)).application.moves).toEqual([]);
  });

  it('takes no more than the rule pays, and what is seen meanwhile', async () => {
    const who = await town.worker();
    const { application } = await town.apply(who);
    const check = (cents: number, version = 1) =>
      move(who, application, { version, moving: { move: 'check', cents } }, town.liaison);
    expect(await check(100_001)).toMatchObject({ status: 422, reason: 'subsidy-amount' });
    expect(await check(0)).toMatchObject({ reason: 'subsidy-amount' });
    expect(await check(90_000, 7)).toMatchObject({ status: 409 });
    expect(await check(90_000)).toMatchObject({ status: 200, state: 'checked' });
    const refuse = { version: 2, moving: { move: 'refuse', why: '证书信息不符' } };
    expect(await move(who, application, refuse, town.liaison)).toMatchObject({ status: 404 });
    expect(await move(who, application, refuse, town.manager)).toMatchObject({ state: 'refused' });
    const done = await town.get('units/21/subsidies?year=2026&state=refused', town.manager);
    expect(done.applications).toMatchObject([{ person: who.person, state: 'refused', moves: [] }]);
  });

  it('is a queue of the bureau, of which a station sees its own', async () => {
    const [who, elsewhere] = [await town.worker(), await town.worker({ unit: '21' })];
    const [a, b] = [await town.apply(who), await town.apply(elsewhere, { unit: '21' })];
    const ids = async (unit: string, by: SignedIn) => {
      const { applications, decides } = await town.get(`units/${unit}/subsidies?state=applied`, by);
      return [applications.map((one: { application: string }) => one.application), decides];
    };
    const [all, decides] = await ids('21', town.manager);
    expect(all).toEqual(expect.arrayContaining([a.application, b.application]));
    expect(decides).toBe(true);
    const [station, may] = await ids(STATION, town.liaison);
    expect(station).toContain(a.application);
    expect(station).not.toContain(b.application);
    expect(may).toBe(false);
  });
});
