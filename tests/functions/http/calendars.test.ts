// Calendars at the edges: readCourseCalendar, readUnitCalendar, readProvinceCalendar for everybody, readPersonCalendar by its secret, and that
// secret made and ended by showMyCalendar and changeMyCalendar.
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../../functions/store/keys.ts';
import { change, draftCourse, enrolAs, moveAs, PLACE, publishedCourse } from '../../support/courses.ts';
import { type Came, openStaff, type Staff } from '../../support/staff.ts';
import { post, problemOf, transports } from '../../support/transports.ts';
import { ORIGIN, type SignedIn } from '../../support/world.ts';

const AFTERNOON = { startsAt: '2026-04-01T06:00:00.000Z', endsAt: '2026-04-01T09:00:00.000Z' };

describe.each(Object.keys(transports))('calendars, %s', (how) => {
  let staff: Staff;
  let me: SignedIn;

  beforeAll(async () => {
    staff = await openStaff(how);
    me = await staff.world.signIn();
  }, 60_000);
  afterAll(() => staff.close());

  const ask = (path: string, headers: Record<string, string> = {}) =>
    staff.transport.send(`/api/public/calendars/${path}`, { headers });
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const events = async (path: string) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    return eventsIn(await response.text());
  };
  const eventOf = async (path: string, session: string) =>
    (await events(path)).find(({ uid }) => uid === `${session}@zhuren`);
  const own = (kind: 'make' | 'end', who = me) =>
    staff.transport.send(`/api/candidate/people/${who.person}/calendar`, post({ kind }, who.headers));
  const made = async (who = me): Promise<string> => {
    const { address }: Came = await (await own('make', who)).json();
    return address.replace(`${ORIGIN}/api/public/calendars/`, '');
  };
  const madeAt = async (): Promise<Came> => {
    const headers = { headers: me.headers };
    return (await staff.transport.send(`/api/candidate/people/${me.person}/calendar`, headers)).json();
  };

  it('show a course, a unit’s courses and a province’s, each session under one name for ever', async () => {
    const id = await publishedCourse(staff.world);
    for (const path of [`courses/${id}`, 'units/21', 'provinces/36']) {
      const event = await eventOf(path, `${id}-001`);
      expect(event, path).toMatchObject({ summary: '考前冲刺班', location: PLACE.address, sequence: 0 });
      expect(event?.startDate.zone.tzid).toBe('Asia/Shanghai');
    }
    expect(await eventOf('units/11', `${id}-001`), 'another unit’s').toBeUndefined();
    expect(await eventOf('provinces/11', `${id}-001`), 'another province’s').toBeUndefined();
    const english = await (await ask(`courses/${id}?lang=en`)).text();
    expect(eventsIn(english)[0]?.description).toContain('Form: on site');
  });

  it('raise the sequence with a new time and with a cancellation, and say when', async () => {
    const id = await publishedCourse(staff.world);
    const session = `${id}-001`;
    const stamps = async (path: string) => {
      const event = await eventOf(path, session);
      const value = (name: string) => String(event?.component.getFirstPropertyValue(name));
      return [event?.sequence, value('status'), value('dtstamp'), event?.startDate.hour];
    };
    const paths = [`courses/${id}`, 'units/21', 'provinces/36'];
    const { now } = staff.world.clock;
    staff.world.clock.now = '2026-03-02T05:00:00.000Z';
    await change(staff.world, id, { kind: 'change-session', session, plan: AFTERNOON });
    for (const path of paths) expect(await stamps(path)).toEqual([1, 'CONFIRMED', '2026-03-02T05:00:00Z', 14]);
    staff.world.clock.now = '2026-03-03T05:00:00.000Z';
    await change(staff.world, id, { kind: 'cancel', why: '台风' });
    for (const path of paths) expect(await stamps(path)).toEqual([2, 'CANCELLED', '2026-03-03T05:00:00Z', 14]);
    staff.world.clock.now = now;
  });

  it('are not sent again to whoever has them, until they change', async () => {
    const id = await publishedCourse(staff.world);
    const etag = (await ask(`courses/${id}`)).headers.get('etag') as string;
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const held of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const response = await ask(`courses/${id}`, { 'if-none-match': held });
      expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([304, etag, '']);
    }
    await change(staff.world, id, { kind: 'edit', plan: { title: '冲刺班（改）' } });
    const response = await ask(`courses/${id}`, { 'if-none-match': etag });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await response.text()).toContain('SUMMARY:冲刺班（改）');
  });

  it('hold no draft, and are not there for what is not', async () => {
    const draft = await draftCourse(staff.world);
    expect(await problemOf(await ask(`courses/${draft}`))).toBe('404 not_found');
    expect(await problemOf(await ask('courses/no-such-course'))).toBe('404 not_found');
    expect(await problemOf(await ask('units/no-such-unit'))).toBe('404 not_found');
    expect(await problemOf(await ask('provinces/361'))).toBe('404 not_found');
    expect(await problemOf(await ask('people/no-such-secret'))).toBe('404 not_found');
    const ids = (await Promise.all(['units/21', 'provinces/36'].map(events))).flat().map(({ uid }) => uid);
    expect(ids.filter((uid) => uid.startsWith(draft))).toEqual([]);
  });

  it('show one’s own training with its link by a secret address, and nothing of what one has left', async () => {
    const id = await publishedCourse(staff.world, { plan: { link: 'https://example.cn/room' } });
    const other = await publishedCourse(staff.world);
    for (const course of [id, other]) await enrolAs(staff.world, course, me.person);
    await moveAs(staff.world, other, me.person, { move: 'withdraw' });
    const address = await made();
    expect((await events(address)).map(({ uid }) => uid)).toEqual([`${id}-001@zhuren`]);
    expect((await eventOf(address, `${id}-001`))?.description).toContain('https://example.cn/room');
    expect((await eventOf(`courses/${id}`, `${id}-001`))?.description).not.toContain('https://example.cn/room');
  });

  it('give a new address that ends the old one, and are ended', async () => {
    expect((await own('end')).status).toBe(200);
    expect(await madeAt()).toEqual({});
    const first = await made();
    expect(await madeAt()).toEqual({ madeAt: staff.world.clock.now });
    const second = await made();
    expect(second).not.toBe(first);
    expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200]);
    expect((await own('end')).status).toBe(200);
    expect((await ask(second)).status).toBe(404);
    expect((await own('end')).status, 'ended already').toBe(200);
  });

  it('leave of two pages that make an address at once one, which works', async () => {
    const all = await Promise.all([own('make'), own('make'), own('make')]);
    const addresses = await Promise.all(
      all.filter(({ status }) => status === 200).map(async (one) => ((await one.json()) as Came).address),
    );
    expect(addresses.length).toBeGreaterThan(0);
    for (const response of all) expect([200, 409]).toContain(response.status);
    const statuses = await Promise.all(
      addresses.map(async (one: string) => (await ask(one.split('calendars/')[1] ?? '')).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  it('are nobody’s without the person, and their secret is in no log and in no item', async () => {
    const somebody = await staff.world.signIn();
    const address = await made(somebody);
    const token = address.split('/')[1] as string;
    expect((await ask(address)).status).toBe(200);
    expect(staff.world.lines.join('\n')).not.toContain(token);
    const { doc, name: TableName } = staff.world.test.table;
    const { Items: items = [] } = await doc.send(new ScanCommand({ TableName }));
    expect(items.length).toBeGreaterThan(50);
    expect(JSON.stringify(items)).not.toContain(token);
    expect(await problemOf(await own('make', { ...me, person: somebody.person }))).toBe('404 not_found');
    await doc.send(new DeleteCommand({ TableName, Key: keys.person(somebody.person) }));
    expect((await ask(address)).status).toBe(404);
  });
});
