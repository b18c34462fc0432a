// The address one is written to, at its edge: changeEmail, confirmEmail; and what becomes of it when the account is exported, claimed or deleted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, msOf } from '../../../functions/domain/time.ts';
import { anotherSession, dumped, enrol } from '../../support/oneself.ts';
import { type Came, openStaff, type Staff } from '../../support/staff.ts';
import { signInAs } from '../../support/tenants.ts';
import { post, transports } from '../../support/transports.ts';
import type { SignedIn } from '../../support/world.ts';

const UNIT = '31';

describe.each(Object.keys(transports))('the address one is written to, %s', (how) => {
  let staff: Staff;
  let people = 0;
  beforeAll(async () => {
    staff = await openStaff(how);
  }, 60_000);
  afterAll(() => staff.close());

  function serial(): number {
    people += 1;
    return people;
  }

  /** A new address that nobody has. */
  const fresh = () => `person-${serial()}@example.cn`;

  /** Two mails to a person never have the same instant. */
  function wait(minutes = 1): void {
    staff.world.clock.now = instantOf(msOf(staff.world.clock.now) + minutes * 60_000);
  }

  async function send({ person, headers }: SignedIn, act: string, body: object): Promise<Came> {
    const response = await staff.transport.send(`/api/account/people/${person}/${act}`, post(body, headers));
    return { status: response.status, ...(await response.json()) };
  }

  async function read({ person, headers }: SignedIn, what = ''): Promise<Came> {
    return (await staff.transport.send(`/api/account/people/${person}${what}`, { headers })).json();
  }

  const change = (me: SignedIn, body: object) => {
    wait();
    return send(me, 'email', body);
  };
  const confirm = (me: SignedIn, code: string) => send(me, 'email/confirmation', { code });

  /** What lies in the outbox for somebody's address, the oldest first: the message names none. */
  async function mailed({ person }: SignedIn): Promise<{ code: string }[]> {
    const items = (await dumped(staff.world)).split('\n').map((line) => JSON.parse(line));
    return items
      .flatMap(({ message }) => (message?.kind === 'confirm-address' && message.person === person ? [message] : []))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  const lastCode = async (me: SignedIn) => (await mailed(me)).at(-1)?.code ?? 'none-at-all';

  /** Somebody with a confirmed address. */
  async function somebody(): Promise<{ me: SignedIn; email: string }> {
    const me = await staff.world.signIn();
    const email = fresh();
    await change(me, { email });
    await confirm(me, await lastCode(me));
    return { me, email };
  }

  it('waits for the code of the mail that is written with it, and is confirmed by it', async () => {
    const me = await staff.world.signIn();
    const email = fresh();
    const asked = await change(me, { email: ` ${email.replace('example', 'EXAMPLE')} ` });
    expect(asked).toMatchObject({ status: 200, waiting: { email }, wantsNotices: true });
    expect(asked).not.toHaveProperty('confirmed');
    expect(msOf(asked.waiting.until) - msOf(staff.world.clock.now)).toBe(86_400_000);
    const mails = await mailed(me);
    expect(mails).toEqual([
      {
        kind: 'confirm-address',
        person: me.person,
        at: staff.world.clock.now,
        code: expect.stringMatching(/^\S{8,64}$/),
      },
    ]);
    expect(await staff.world.deps.store.contacts.confirmedMany([me.person])).toEqual(new Map());
    const at = staff.world.clock.now;
    expect(await confirm(me, mails[0]?.code ?? '')).toEqual({
      status: 200,
      confirmed: { email, at },
      wantsNotices: true,
    });
    expect(await staff.world.deps.store.contacts.confirmedMany([me.person])).toEqual(new Map([[me.person, { email }]]));
    expect((await read(me)).contact).toEqual({ confirmed: { email, at }, wantsNotices: true });
  });

  it('gives no code back, and keeps none but in the mail', async () => {
    const me = await staff.world.signIn();
    const email = fresh();
    const answer = await change(me, { email });
    const code = await lastCode(me);
    expect(JSON.stringify([answer, await read(me), await read(me, '/export')])).not.toContain(code);
    const lines = (await dumped(staff.world)).split('\n').filter((line) => line.includes(code));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"OUTBOX#');
  });

  it('is confirmed once more by the same link, and by no other one', async () => {
    const { me, email } = await somebody();
    const code = await lastCode(me);
    expect(await confirm(me, code)).toMatchObject({ status: 200, confirmed: { email } });
    expect(await confirm(me, 'no-such-code')).toMatchObject({ status: 422, reason: 'mail-code-unknown' });
  });

  it('is not confirmed by an older link, by one that is over, nor by somebody else’s', async () => {
    const [me, other] = [await staff.world.signIn(), await staff.world.signIn()];
    const email = fresh();
    await change(me, { email });
    await change(me, { email });
    const [older, newer] = await mailed(me);
    expect(await confirm(me, older?.code ?? '')).toMatchObject({ status: 422, reason: 'mail-code-unknown' });
    expect(await confirm(other, newer?.code ?? '')).toMatchObject({ status: 422, reason: 'mail-code-unknown' });
    const { now } = staff.world.clock;
    wait(24 * 60);
    const later = await anotherSession(staff.world, me.person);
    expect(await confirm(later, newer?.code ?? '')).toMatchObject({ status: 422, reason: 'mail-code-expired' });
    expect((await read(later)).contact).not.toHaveProperty('confirmed');
    // The sessions of the others live on.
    staff.world.clock.now = now;
  });

  it('is asked for three times an hour, whatever is typed or taken away', async () => {
    const me = await staff.world.signIn();
    for (let n = 0; n < 3; n += 1) expect(await change(me, { email: fresh() })).toMatchObject({ status: 200 });
    expect(await change(me, { email: null })).toEqual({ status: 200, wantsNotices: true });
    const email = fresh();
    expect(await change(me, { email })).toMatchObject({ status: 422, reason: 'mails-most' });
    expect(await mailed(me)).toHaveLength(3);
    wait(60);
    expect(await change(me, { email })).toMatchObject({ status: 200, waiting: { email } });
  });

  it('stays in use until the next one is confirmed; giving it again drops the one that waits', async () => {
    const { me, email } = await somebody();
    const next = fresh();
    expect(await change(me, { email: next })).toMatchObject({ confirmed: { email }, waiting: { email: next } });
    const places = async () => [...(await staff.world.deps.store.contacts.confirmedMany([me.person])).values()];
    expect(await places()).toEqual([{ email }]);
    const back = await change(me, { email });
    expect(back).toMatchObject({ status: 200, confirmed: { email } });
    expect(back).not.toHaveProperty('waiting');
    await change(me, { email: next });
    await confirm(me, await lastCode(me));
    expect(await places()).toEqual([{ email: next }]);
  });

  it('gets no notices once they are turned off, and is gone once it is taken away', async () => {
    const { me, email } = await somebody();
    const { contacts } = staff.world.deps.store;
    expect(await change(me, { wantsNotices: false })).toMatchObject({ confirmed: { email }, wantsNotices: false });
    expect(await contacts.confirmedMany([me.person])).toEqual(new Map());
    await change(me, { wantsNotices: true });
    expect((await contacts.confirmedMany([me.person])).size).toBe(1);
    expect(await change(me, { email: null })).toEqual({ status: 200, wantsNotices: true });
    expect(JSON.stringify(await contacts.get(me.person))).not.toContain(email);
  });

  it.each([
    ['ada@example.cn\r\nBcc: bo@example.cn', 'characters'],
    ['ada@localhost', 'form'],
    [' ', 'empty'],
    [`${'a'.repeat(65)}@example.cn`, 'length'],
  ])('is not %j', async (email, message) => {
    const me = await staff.world.signIn();
    expect(await change(me, { email })).toMatchObject({
      ...{ status: 400, code: 'invalid_input', errors: [{ path: 'email', message }] },
    });
  });

  it('is nobody else’s to give or confirm, whatever role they have, and shown to no staff', async () => {
    const me = await enrol(staff.world, UNIT, serial());
    const email = fresh();
    await change(me, { email });
    const code = await lastCode(me);
    const boss = { ...(await signInAs(staff.world, 'operator', '11')), person: me.person };
    expect(await change(boss, { email: fresh() })).toMatchObject({ status: 404, code: 'not_found' });
    expect(await confirm(boss, code)).toMatchObject({ status: 404, code: 'not_found' });
    await confirm(me, code);
    const shown = [
      await staff.get(`people/${me.person}`),
      await staff.get(`units/${UNIT}/people`),
      await staff.auditOf(UNIT),
    ];
    expect(JSON.stringify(shown)).not.toContain(email);
    expect(staff.world.lines.join('\n')).not.toContain(email.slice(0, email.indexOf('@') + 1));
  });

  it('is taken out with what is kept of oneself', async () => {
    const { me, email } = await somebody();
    expect((await read(me, '/export')).contact).toMatchObject({ confirmed: { email }, wantsNotices: true });
  });

  it('goes with the account, and is not kept anew', async () => {
    const me = await enrol(staff.world, UNIT, serial());
    const email = fresh();
    await change(me, { email });
    await confirm(me, await lastCode(me));
    const { version } = await read(me);
    expect(await send(me, 'deletion', { version })).toMatchObject({ status: 200 });
    const { contacts } = staff.world.deps.store;
    expect(await contacts.get(me.person)).toBeUndefined();
    const late = { wantsNotices: true, asked: [] };
    expect(await contacts.put(me.person, { after: late })).toBe('gone');
    expect(await contacts.get(me.person)).toBeUndefined();
  });

  it('comes along to a record that is claimed', async () => {
    const { me, email } = await somebody();
    const { person } = await staff.addTo(UNIT);
    const { code } = await staff.send(`people/${person}/claims`, {});
    const claimed = await staff.transport.send('/api/account/claims/acceptance', post({ code }, me.headers));
    expect(claimed.status).toBe(200);
    const { contacts } = staff.world.deps.store;
    expect(await contacts.confirmedMany([person, me.person])).toEqual(new Map([[person, { email }]]));
    expect(await contacts.get(me.person)).toBeUndefined();
  });
});
