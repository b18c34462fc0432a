import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Came, openStaff, type Staff, TODAY, why } from '../../support/staff.ts';
import { giveRole, signInAs, unitName } from '../../support/tenants.ts';
import { post, transports } from '../../support/transports.ts';
import type { SignedIn } from '../../support/world.ts';

const UNTIL = '2026-03-01T12:00:00.000Z';

describe.each(Object.keys(transports))('invitations, %s', (how) => {
  let staff: Staff;
  beforeAll(async () => {
    staff = await openStaff(how);
  }, 60_000);
  afterAll(() => staff.close());

  const invite = (unit: string, more: object = {}, who?: SignedIn) =>
    staff.send(`units/${unit}/invitations`, { role: 'worker', until: UNTIL, uses: 1, why, ...more }, who);

  async function accept(code: string, who: SignedIn): Promise<Came> {
    const path = '/api/candidate/invitations/acceptance';
    const response = await staff.transport.send(path, post({ code }, who.headers));
    return { status: response.status, ...(await response.json()) };
  }

  it('give a role once, by invite and acceptInvitation, and what the table holds opens nothing', async () => {
    const { code, until } = await invite('31', { role: 'bureau-reader', to: '2026-06-01' });
    expect(until).toBe(UNTIL);
    const [first, second] = [await staff.world.signIn(), await staff.world.signIn()];
    expect((await staff.get('units/31/people', first)).status).toBe(404);
    const given = { unit: '31', unitName: unitName('31'), role: 'bureau-reader', from: TODAY, to: '2026-06-01' };
    expect(await accept(code, first)).toEqual({ status: 200, ...given });
    expect((await staff.get('units/31/people', first)).status).toBe(200);
    expect(await accept(code, second)).toMatchObject({ status: 422, reason: 'spent' });
    expect((await staff.get('units/31/people', second)).status).toBe(404);
    const hash = await staff.world.deps.digest(code);
    expect((await accept(hash, second)).status).toBe(404);
    const lines = await staff.auditOf('31');
    expect(lines.slice(0, 2).map(({ action }) => action)).toEqual(['acceptInvitation', 'invite']);
    expect(lines[0].actor).toEqual({ kind: 'person', person: first.person });
    expect(JSON.stringify(lines)).not.toContain(`"${code}"`);
  });

  it('give a role to as many as were asked for, each of them once, however many come at once', async () => {
    const { code } = await invite('311', { uses: 3 });
    const crowd = await Promise.all(Array.from({ length: 6 }, () => staff.world.signIn()));
    const answers = await Promise.all(crowd.map((one) => accept(code, one)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ reason }) => reason === 'spent')).toHaveLength(3);
    const lucky = crowd[answers.findIndex(({ status }) => status === 200)] as SignedIn;
    expect(await accept(code, lucky)).toMatchObject({ status: 422, reason: 'role-held' });
  });

  it('are over at their time', async () => {
    const { code } = await invite('31', { until: '2026-03-01T04:00:00.001Z' });
    const late = await staff.world.signIn();
    staff.world.clock.now = '2026-03-01T04:00:00.001Z';
    const answer = await accept(code, late);
    staff.world.clock.now = '2026-03-01T04:00:00.000Z';
    expect(answer).toMatchObject({ status: 422, reason: 'spent' });
    expect(await invite('31', { until: '2026-03-01T04:00:00.000Z' })).toMatchObject({ reason: 'empty-span' });
    expect(await invite('31', { to: TODAY })).toMatchObject({ reason: 'empty-span' });
  });

  it('are as good as the right of whoever made them', async () => {
    const maker = await staff.world.signIn();
    const grant = await giveRole(staff.world, { person: maker.person, unit: '31', role: 'unit-manager' });
    const { code } = await invite('31', {}, maker);
    const ended = await staff.send(`people/${maker.person}/grants/${grant}/end`, { day: TODAY, why });
    expect(ended.status).toBe(200);
    expect(await accept(code, await staff.world.signIn())).toMatchObject({ reason: 'spent' });
  });

  it('give nobody more than whoever made them may give, and their maker nothing', async () => {
    const liaison = await signInAs(staff.world, 'liaison', '31');
    expect((await invite('31', { role: 'liaison' }, liaison)).status).toBe(404);
    const { code } = await invite('31', {}, liaison);
    expect(await accept(code, liaison)).toMatchObject({ reason: 'spent' });
    expect(await invite('31', { role: 'unit-manager', uses: 2 })).toMatchObject({ reason: 'single-use' });
  });
});
