// One's own account at its edge: readSelf, changeSelf, exportSelf, deleteSelf, acceptClaim; and offerClaim, which is the staff's part of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeSignIn, identify } from '../../../functions/app/sessions.ts';
import { anotherSession, enrol, type Oneself } from '../../support/oneself.ts';
import { type Came, openStaff, type Staff, TODAY, why } from '../../support/staff.ts';
import { phoneOf, signInAs, unitName, workerId } from '../../support/tenants.ts';
import { type Ask, post, transports } from '../../support/transports.ts';
import type { SignedIn } from '../../support/world.ts';

const UNIT = '31';

describe.each(Object.keys(transports))('one’s own account, %s', (how) => {
  let staff: Staff;
  let people = 0;
  let codes = 0;
  beforeAll(async () => {
    staff = await openStaff(how);
  }, 60_000);
  afterAll(() => staff.close());

  function somebody(): Promise<Oneself> {
    people += 1;
    return enrol(staff.world, UNIT, people);
  }

  async function ask(path: string, request: Ask): Promise<Came> {
    const response = await staff.transport.send(`/api/account/${path}`, request);
    return { status: response.status, cookies: response.headers.getSetCookie(), ...(await response.json()) };
  }

  const read = ({ person, headers }: SignedIn, what = '') => ask(`people/${person}${what}`, { headers });
  const send = ({ person, headers }: SignedIn, act: string, body: object) =>
    ask(`people/${person}/${act}`, post(body, headers));
  const accept = (code: string, { headers }: SignedIn) => ask('claims/acceptance', post({ code }, headers));

  /** Who comes out of a sign-in with somebody's identity. */
  async function signInWith(subject: string): Promise<string> {
    codes += 1;
    staff.world.identity.proves = { issuer: 'https://id.example', subject, name: '考生' };
    const answer = new URL(`https://zhuren.example/api/public/callback?code=good-${codes}&state=state-1`);
    const pending = { state: 'state-1', nonce: 'nonce-1', verifier: 'verifier-1', returnTo: '/' };
    const { token } = await completeSignIn(staff.world.deps)(answer, pending);
    const { actor } = await identify(staff.world.deps)(token);
    return actor.kind === 'person' ? actor.person : '';
  }

  it('shows what is kept of oneself, masked, with every unit by its name', async () => {
    const me = await somebody();
    const { cookies, grants, ...seen } = await read(me);
    expect(seen).toEqual({
      status: 200,
      id: me.person,
      name: me.name,
      phone: `137****${me.phone.slice(7)}`,
      idNumber: `${me.idNumber.slice(0, 6)}********${me.idNumber.slice(14)}`,
      education: 'college',
      isSocialWorkMajor: true,
      employments: [
        { unit: UNIT, unitName: unitName(UNIT), post: 'social-worker', established: true, from: '2021-01-01' },
      ],
      certificates: [{ level: 'junior', number: me.certificate, issued: '2022-01-01', registered: '2022-02-01' }],
      pools: [
        {
          pool: 'talent',
          from: '2023-02-01',
          selection: { day: '2023-01-01', by: UNIT, byName: unitName(UNIT), basis: me.basis },
        },
      ],
      contact: { confirmed: { email: me.email, at: '2026-03-01T04:00:00.000Z' }, wantsNotices: true },
      years: 5,
      createdAt: '2026-03-01T04:00:00.000Z',
      version: 4,
    });
    expect(grants.map(({ id: _, ...grant }: Came) => grant)).toEqual(
      expect.arrayContaining([
        { unit: UNIT, unitName: unitName(UNIT), role: 'liaison', from: '2020-01-01' },
        { unit: UNIT, unitName: unitName(UNIT), role: 'unit-manager', from: '2026-09-01' },
      ]),
    );
  });

  it('shows a person of no unit what little there is', async () => {
    const me = await staff.world.signIn();
    const { cookies, ...seen } = await read(me);
    const nothing = { employments: [], certificates: [], pools: [], grants: [], contact: { wantsNotices: true } };
    const createdAt = '2026-03-01T04:00:00.000Z';
    expect(seen).toEqual({ status: 200, id: me.person, name: '考生', ...nothing, years: 0, createdAt, version: 1 });
  });

  it('corrects what is one’s own, with a line at the unit that holds no number', async () => {
    const me = await somebody();
    const phone = staff.freshPhone();
    expect(await send(me, 'changes', { version: 4, phone: ` ${phone} `, education: null, name: '甲丙' })).toMatchObject(
      {
        status: 200,
        version: 5,
      },
    );
    const seen = await staff.get(`people/${me.person}`);
    expect(seen).toMatchObject({ name: '甲丙', phone: `139****${phone.slice(7)}`, version: 5, signsIn: true });
    expect(seen).not.toHaveProperty('education');
    const { workers } = await staff.get(`units/${UNIT}/people`);
    expect(workers.find(({ person }: Came) => person === me.person)).toMatchObject({ name: '甲丙' });
    const [line] = await staff.auditOf(UNIT, '?action=changeSelf');
    expect(line).toMatchObject({ actor: { person: me.person }, thing: { id: me.person } });
    expect(JSON.stringify(line)).not.toMatch(new RegExp(`${phone}|${me.phone}|${me.idNumber}|甲丙`));
  });

  it('writes the line of whoever is in no unit into the chain of none', async () => {
    const me = await staff.world.signIn();
    await send(me, 'changes', { version: 1, isSocialWorkMajor: true });
    const [line] = (await staff.world.deps.store.audit.list(null, { limit: 1 })).lines;
    expect(line).toMatchObject({ action: 'changeSelf', unit: null, thing: { id: me.person } });
  });

  it('refuses what staff would be refused: a wrong number, one that somebody has, a record that has changed', async () => {
    const me = await somebody();
    const wrong = await send(me, 'changes', { version: 4, idNumber: '110101199001011234' });
    expect(wrong).toMatchObject({ code: 'invalid_input', errors: [{ path: 'idNumber', message: 'checksum' }] });
    const { title, instance, cookies, ...taken } = await send(me, 'changes', { version: 4, phone: phoneOf('3110') });
    expect(taken).toEqual({ status: 409, code: 'duplicate_person', type: 'urn:zhuren:problem:duplicate_person' });
    expect(await send(me, 'changes', { version: 3, name: '甲丙' })).toMatchObject({ status: 409, code: 'conflict' });
    expect(await send(me, 'changes', { version: 4, post: 'other' })).toMatchObject({ code: 'invalid_input' });
    expect(await read(me)).toMatchObject({ name: me.name, version: 4 });
  });

  it('gives out all that is kept, whole, with a line that holds none of it', async () => {
    const me = await somebody();
    await anotherSession(staff.world, me.person);
    const { cookies, status, ...taken } = await read(me, '/export');
    expect(taken).toMatchObject({
      ...{ name: me.name, phone: me.phone, idNumber: me.idNumber, takenAt: '2026-03-01T04:00:00.000Z' },
      identity: { issuer: 'https://id.example', subject: me.subject },
      certificates: [{ number: me.certificate }],
      pools: [{ selection: { basis: me.basis } }],
    });
    expect(taken.reports.map(({ text }: Came) => text).sort()).toEqual(['请回电 13612345678', '选项重复']);
    expect(taken.sessions).toHaveLength(2);
    expect(JSON.stringify(taken)).not.toContain(me.token);
    const [line] = await staff.auditOf(UNIT, '?action=exportSelf');
    expect(line).toMatchObject({ actor: { person: me.person }, thing: { id: me.person } });
    expect(line).not.toHaveProperty('after');
  });

  it('opens nobody else’s record, whatever role one has there', async () => {
    const me = await signInAs(staff.world, 'operator', '11');
    for (const person of [workerId('31'), 'nobody-at-all']) {
      const theirs = { ...me, person };
      const answers = [
        await read(theirs),
        await read(theirs, '/export'),
        await send(theirs, 'changes', { version: 1, name: '甲丙' }),
        await send(theirs, 'deletion', { version: 1 }),
      ];
      expect(answers.map(({ status, code }) => `${status} ${code}`)).toEqual(Array(4).fill('404 not_found'));
    }
  });

  it('is deleted with what is personal; heads of any day and certificates by level are counted as before', async () => {
    const me = await somebody();
    const days = ['2020-12-31', '2021-01-01', TODAY, '2030-01-01'];
    const count = async () => ({
      heads: await Promise.all(
        days.map(async (day) => (await staff.get(`units/${UNIT}/people?day=${day}`)).workers.length),
      ),
      levels: (await staff.get(`people/${me.person}`)).certificates.map(({ level, issued }: Came) => [level, issued]),
      years: (await staff.get(`people/${me.person}`)).years,
    });
    const before = await count();
    const { cookies, ...done } = await send(me, 'deletion', { version: 4 });
    expect(done).toEqual({ status: 200, deleted: true });
    expect(cookies).toEqual([expect.stringMatching(/^__Host-session=;.*Max-Age=0/)]);
    expect(await count()).toEqual(before);
    expect(await read(me)).toMatchObject({ status: 401, code: 'session_expired' });
    const shown = JSON.stringify([await staff.get(`people/${me.person}`), await staff.get(`units/${UNIT}/people`)]);
    const masks = [`137****${me.phone.slice(7)}`, `${me.idNumber.slice(0, 6)}********${me.idNumber.slice(14)}`];
    for (const personal of [me.name, ...masks, me.certificate, me.basis]) {
      expect(shown).not.toContain(personal);
    }
    expect(await staff.get(`people/${me.person}`)).toMatchObject({
      ...{ name: '已注销', signsIn: false, deletedAt: '2026-03-01T04:00:00.000Z' },
    });
    const [line] = await staff.auditOf(UNIT, '?action=deleteSelf');
    expect(line.thing.id).toBe(me.person);
  });

  it('that is deleted takes nothing personal in any more; what was begun can be ended', async () => {
    const me = await somebody();
    await send(me, 'deletion', { version: 4 });
    const change = (body: object) => staff.send(`people/${me.person}/changes`, { why, version: 5, ...body });
    const certificate = { level: 'senior', number: 'ABCD-1234', issued: '2025-01-01' };
    const selection = { day: TODAY, by: UNIT, basis: '某号文件' };
    const begun = { unit: '21', post: 'other', established: false };
    const refusals = [
      await change({ kind: 'correct', name: '甲丁' }),
      await change({ kind: 'certificate', certificate }),
      await change({ kind: 'join-pool', pool: 'expert', day: TODAY, selection, why: undefined }),
      await change({ kind: 'employ', ...begun, day: TODAY }),
      await staff.send(`people/${me.person}/transfers`, { to: '21', day: TODAY, why, version: 5 }),
      await staff.send(`people/${me.person}/grants`, { unit: UNIT, role: 'worker', from: TODAY, why }),
      await staff.send(`people/${me.person}/claims`, {}),
      await staff.change(UNIT, { kind: 'appoint', post: 'deputy', person: me.person }),
    ];
    expect(refusals.map(({ reason }) => reason)).toEqual(Array(8).fill('person-deleted'));
    const unmasked = await staff.send(`people/${me.person}/unmaskings`, { field: 'phone', why });
    expect(unmasked).toMatchObject({ reason: 'nothing-kept' });
    expect(await change({ kind: 'leave-pool', pool: 'talent', day: TODAY })).toMatchObject({ status: 200, version: 6 });
    expect(await change({ kind: 'leave', day: TODAY, version: 6 })).toMatchObject({ status: 200, version: 7 });
  });

  it('that is deleted is nobody’s to sign in to: the same identity is a new person, and the numbers are free', async () => {
    const me = await somebody();
    expect(await signInWith(me.subject)).toBe(me.person);
    await send(me, 'deletion', { version: 4 });
    const next = await signInWith(me.subject);
    expect(next).not.toBe(me.person);
    expect(await staff.addTo('21', { phone: me.phone, idNumber: me.idNumber })).toMatchObject({ status: 200 });
  });

  it('becomes the record that staff have made, by offerClaim and acceptClaim', async () => {
    const { person } = await staff.addTo(UNIT, { name: '丙丁' });
    expect(await staff.get(`people/${person}`)).toMatchObject({ signsIn: false });
    const { code, expiresAt } = await staff.send(`people/${person}/claims`, {});
    expect(expiresAt).toBe('2026-03-15T04:00:00.000Z');
    const me = await staff.world.signIn();
    const { cookies, ...done } = await accept(code, me);
    expect(done).toEqual({ status: 200, person, name: '丙丁' });
    expect(cookies).toEqual([expect.stringMatching(/^__Host-session=;.*Max-Age=0/)]);
    expect((await read(me)).status).toBe(401);
    expect(await signInWith(me.person)).toBe(person);
    const lines = await staff.auditOf(UNIT);
    expect(lines.slice(0, 2).map(({ action }) => action)).toEqual(['acceptClaim', 'offerClaim']);
    expect(JSON.stringify(lines)).not.toContain(`"${code}"`);
    expect(await staff.send(`people/${person}/claims`, {})).toMatchObject({ reason: 'claimed-already' });
  });

  it('does not become a record by a code that is spent or unknown, nor beside facts of its own', async () => {
    const { person } = await staff.addTo(UNIT);
    const { code: older } = await staff.send(`people/${person}/claims`, {});
    const { code } = await staff.send(`people/${person}/claims`, {});
    const me = await staff.world.signIn();
    expect(await accept(older, me)).toMatchObject({ status: 422, reason: 'spent' });
    expect(await accept('secret-unknown', me)).toMatchObject({ status: 404, code: 'not_found' });
    expect(await accept(code, await somebody())).toMatchObject({ status: 422, reason: 'has-own-record' });
    expect(await accept(code, await signInAs(staff.world, 'worker', '3110'))).toMatchObject({
      reason: 'has-own-record',
    });
    expect(await accept(code, me)).toMatchObject({ status: 200, person });
    expect(await accept(code, await staff.world.signIn())).toMatchObject({ status: 422, reason: 'spent' });
  });
});
