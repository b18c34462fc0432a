// Coming and going at the real edges: checkIn, noteScan, redeemScan, showDoor, openWindow.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftCourse, freshRequest, MORNING } from '../../support/courses.ts';
import { type Hall, openHall, PHONE, staffOf } from '../../support/door.ts';
import { JSON_HEADERS } from '../../support/transports.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await openHall({
    sessions: [MORNING, { ...MORNING, startsAt: '2026-04-02T01:00:00.000Z', endsAt: '2026-04-02T04:00:00.000Z' }],
  });
});
afterAll(() => hall.close());

describe('showDoor', () => {
  it('gives the code of now and of the next steps, and never the secret', async () => {
    hall.at(-10);
    const shown = await hall.get(`trainer/sessions/${hall.session}/door?kind=in`);
    expect(shown.codes).toHaveLength(4);
    expect(shown.codes[0].from <= shown.now).toBe(true);
    expect(shown.codes.map((one: { step: number }) => one.step - shown.codes[0].step)).toEqual([0, 1, 2, 3]);
    expect(shown.codes[0].link).toContain(`/door/#s=${hall.session}&k=in&t=${shown.codes[0].step}&c=`);
    const door = await hall.world.deps.store.doors.get(hall.session);
    expect(JSON.stringify(shown)).not.toContain(door?.secret as string);
  });

  it('gives two trainers the same codes', async () => {
    const other = await staffOf(hall.world, 'unit-manager');
    const [a, b] = await Promise.all(
      [hall.trainer, other].map((who) => hall.get(`trainer/sessions/${hall.session}/door?kind=out`, who)),
    );
    expect(a.codes).toEqual(b.codes);
  });

  it('opens no door of a draft', async () => {
    const draft = await draftCourse(hall.world);
    expect((await hall.get(`trainer/sessions/${draft}-001/door?kind=in`)).status).toBe(404);
  });
});

describe('checkIn', () => {
  it('marks somebody by what their phone scanned, and out again', async () => {
    hall.at(-5);
    const who = await hall.come();
    const into = await hall.checkIn(who, await hall.scan());
    expect(into).toMatchObject({ status: 200, stored: 'new', kind: 'in', at: hall.world.clock.now, walkIn: false });
    hall.at(185);
    expect(await hall.checkIn(who, await hall.scan('out'))).toMatchObject({ stored: 'new', kind: 'out' });
    const marks = await hall.world.deps.store.marks.ofPerson(hall.session, who.person);
    expect(marks.map(({ n, kind, how }) => [n, kind, how])).toEqual([
      [1, 'in', 'scan'],
      [2, 'out', 'scan'],
    ]);
    expect(JSON.stringify(marks)).not.toContain(PHONE);
  });

  it('makes one mark of a double scan within three seconds, whether they come after each other or at once', async () => {
    hall.at(-4);
    const who = await hall.come();
    const code = await hall.scan();
    const both = await Promise.all([hall.checkIn(who, code), hall.checkIn(who, code)]);
    expect(both.map(({ stored }) => stored).sort()).toEqual(['new', 'same']);
    hall.at(-4 + 3 / 60);
    expect((await hall.checkIn(who, code)).stored).toBe('same');
    expect(await hall.world.deps.store.marks.ofPerson(hall.session, who.person)).toHaveLength(1);
  });

  it('answers the same request the same way after 10 minutes, 25 hours and 40 days, and another body under its id not at all', async () => {
    hall.at(-3);
    const who = await hall.come();
    const [code, request] = [await hall.scan(), freshRequest()];
    const first = await hall.checkIn(who, code, { request });
    for (const minutes of [10, 25 * 60, 40 * 1440]) {
      hall.at(minutes);
      expect(await hall.checkIn(who, code, { request })).toMatchObject({ status: 200, stored: 'same', at: first.at });
    }
    expect(await hall.checkIn(who, { ...code, kind: 'out' }, { request })).toMatchObject({
      status: 422,
      code: 'request_reused',
    });
    expect(await hall.world.deps.store.marks.ofPerson(hall.session, who.person)).toHaveLength(1);
  });

  it('takes six digits, five tries a minute', async () => {
    hall.at(-2);
    const who = await hall.come();
    const { codes } = await hall.get(`trainer/sessions/${hall.session}/door?kind=in`);
    const good: string[] = codes.map(({ digits }: { digits: string }) => digits);
    const bad = ['000000', '111111'].find((digits) => !good.includes(digits)) as string;
    for (let i = 0; i < 5; i += 1) {
      expect(await hall.checkIn(who, { kind: 'in', digits: bad })).toMatchObject({ status: 422, reason: 'code-wrong' });
    }
    expect((await hall.checkIn(who, { kind: 'in', digits: good[0] as string })).reason).toBe('too-many-tries');
    hall.at(-0.9);
    const { codes: next } = await hall.get(`trainer/sessions/${hall.session}/door?kind=in`);
    expect(await hall.checkIn(who, { kind: 'in', digits: next[0].digits })).toMatchObject({ stored: 'new' });
  });

  it.each([
    [
      'an expired code',
      'code-expired',
      async () => {
        const code = await hall.scan();
        hall.at(41 / 60);
        return { code };
      },
    ],
    ['a code of another session', 'other-session', async () => ({ code: await hall.scan('in', `${hall.course}-002`) })],
    [
      'a code that was altered',
      'code-wrong',
      async () => ({ code: { ...(await hall.scan()), token: '0'.repeat(32) } }),
    ],
    [
      'tomorrow’s session',
      'door-too-early',
      async () => {
        const session = `${hall.course}-002`;
        return { code: await hall.scan('in', session), session };
      },
    ],
    ['a check that nobody asked for', 'no-window', async () => ({ code: await hall.scan('mid') })],
  ])('refuses %s', async (_what, reason, prepared) => {
    hall.at(0);
    const who = await hall.come();
    const { code, ...more } = (await prepared()) as { code: object; session?: string };
    expect(await hall.checkIn(who, code, more)).toMatchObject({ status: 422, code: 'refused', reason });
  });

  it('refuses who has no seat', async () => {
    hall.at(1);
    const stranger = await staffOf(hall.world, 'candidate');
    expect(await hall.checkIn(stranger, await hall.scan())).toMatchObject({ status: 422, reason: 'not-enrolled' });
  });

  it('does not let a person leave twice', async () => {
    hall.at(10);
    const who = await hall.come();
    await hall.checkIn(who, await hall.scan());
    hall.at(20);
    await hall.checkIn(who, await hall.scan('out'));
    hall.at(30);
    expect((await hall.checkIn(who, await hall.scan('out'))).reason).toBe('already-out');
  });
});

describe('noteScan and redeemScan', () => {
  const guest = { headers: { origin: JSON_HEADERS.origin } };

  async function note(code: object, device = PHONE) {
    return hall.send(`public/sessions/${hall.session}/scans`, { device, code }, guest as never);
  }
  const redeem = (who: Parameters<Hall['checkIn']>[0], scan: string, more = {}) =>
    hall.send(
      `candidate/sessions/${hall.session}/scans/redemption`,
      { request: freshRequest(), device: PHONE, scan, ...more },
      who,
    );

  it('keep the time of a scan from before the sign-in, once', async () => {
    hall.at(5);
    const who = await hall.come();
    const { status, scan, at } = await note(await hall.scan());
    expect(status).toBe(200);
    hall.at(14);
    expect(await redeem(who, scan)).toMatchObject({ stored: 'new', kind: 'in', at });
    expect(await redeem(who, scan)).toMatchObject({ stored: 'same', at });
    const other = await hall.come();
    expect(await redeem(other, scan)).toMatchObject({ status: 422, reason: 'scan-unknown' });
  });

  it('let one of two people have a scan that both redeem at once', async () => {
    hall.at(6);
    const pair = [await hall.come(), await hall.come()];
    const { scan } = await note(await hall.scan());
    const came = await Promise.all(pair.map((who) => redeem(who, scan)));
    expect(came.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('refuse another phone, and whoever signs in after ten minutes', async () => {
    hall.at(7);
    const who = await hall.come();
    const { scan } = await note(await hall.scan());
    expect((await redeem(who, scan, { device: 'secret-of-phone-2' })).reason).toBe('scan-other-device');
    hall.at(17.1);
    expect((await redeem(who, scan)).reason).toBe('scan-expired');
  });

  it('say at once what is wrong with a scan', async () => {
    hall.at(8);
    const code = await hall.scan();
    hall.at(9);
    expect(await note(code)).toMatchObject({ status: 422, reason: 'code-expired' });
    expect(await note({ ...code, token: 'f'.repeat(32) })).toMatchObject({ status: 422, reason: 'code-wrong' });
  });
});

describe('openWindow', () => {
  it('asks everybody once more, and opens one window for one request', async () => {
    hall.at(60);
    const who = await hall.come();
    const request = freshRequest();
    const opened = await hall.send(`trainer/sessions/${hall.session}/door/windows`, { request, minutes: 5 });
    hall.at(61);
    const again = await hall.send(`trainer/sessions/${hall.session}/door/windows`, { request, minutes: 5 });
    expect([again.from, again.until]).toEqual([opened.from, opened.until]);
    expect(await hall.checkIn(who, await hall.scan('mid'))).toMatchObject({ stored: 'new', kind: 'mid' });
    hall.at(64);
    expect(await hall.checkIn(who, await hall.scan('mid'))).toMatchObject({ stored: 'same' });
    hall.at(70);
    expect((await hall.checkIn(who, await hall.scan('mid'))).reason).toBe('no-window');
  });

  it('is refused outside the session', async () => {
    hall.at(-30);
    const body = { request: freshRequest(), minutes: 5 };
    expect((await hall.send(`trainer/sessions/${hall.session}/door/windows`, body)).reason).toBe('window-outside');
  });
});
