// Planning and publishing at the trainers' edge, and what everybody sees of it: listCourses, createCourse, readCourse, changeCourse, copyCourse,
// listSchedule, showCourse.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshRequest, MORNING, PLACE, planBody, WINDOW } from '../../support/courses.ts';
import { type Came, openStaff, type Staff } from '../../support/staff.ts';
import { signInAs } from '../../support/tenants.ts';
import { post, problemOf, transports } from '../../support/transports.ts';
import type { SignedIn } from '../../support/world.ts';

const how = Object.keys(transports);

describe.each(how)('courses, %s', (transport) => {
  let staff: Staff;
  let trainer: SignedIn;

  beforeAll(async () => {
    staff = await openStaff(transport);
    trainer = await signInAs(staff.world, 'trainer', '21');
  }, 60_000);
  afterAll(() => staff.close());

  const came = async (response: Response): Promise<Came> => ({ status: response.status, ...(await response.json()) });
  const get = async (path: string) =>
    came(await staff.transport.send(`/api/trainer/${path}`, { headers: trainer.headers }));
  const send = async (path: string, body: object) =>
    came(
      await staff.transport.send(`/api/trainer/${path}`, post({ request: freshRequest(), ...body }, trainer.headers)),
    );
  const shown = async (course: string) => came(await staff.transport.send(`/api/public/courses/${course}`));
  const scheduled = async (month: string, province = '36') =>
    came(await staff.transport.send(`/api/public/schedule?province=${province}&month=${month}`));

  async function published(plan: object = {}, sessions: object[] = [MORNING]): Promise<string> {
    const { course } = await send('units/21/courses', { plan: planBody(plan), sessions });
    expect(await send(`courses/${course}/changes`, { kind: 'publish', version: 1 })).toMatchObject({ version: 2 });
    return course;
  }
  const change = (course: string, version: number, body: object) =>
    send(`courses/${course}/changes`, { version, ...body });

  it('begins a draft with the usual values, once for one request', async () => {
    const request = freshRequest();
    const body = { request, plan: { title: '督导小组', kind: 'supervision', form: 'live' } };
    const first = await send('units/21/courses', body);
    expect(await send('units/21/courses', body)).toEqual(first);
    const other = await send('units/21/courses', { ...body, plan: { ...body.plan, title: '别的' } });
    expect([other.status, other.code]).toEqual([422, 'request_reused']);
    const read = await get(`courses/${first.course}`);
    expect(read).toMatchObject({
      state: 'draft',
      version: 1,
      unit: '21',
      seats: { capacity: 50, taken: 0, waiting: 0 },
    });
    expect(read.plan).toMatchObject({ minutesPerHour: 45, offerHours: 24, walkIns: false, who: { units: 'anyone' } });
    expect(read.faults.map(({ code }: Came) => code)).toEqual(['target-blank', 'window-missing', 'sessions-none']);
    expect((await get('units/21/courses')).courses[0]).toMatchObject({
      course: first.course,
      state: 'draft',
      sessions: 0,
    });
  });

  it('shows a draft to nobody outside, and publishes no faulty one', async () => {
    const { course } = await send('units/21/courses', { plan: planBody({ target: '' }), sessions: [MORNING] });
    expect((await shown(course)).code).toBe('not_found');
    const refused = await change(course, 1, { kind: 'publish' });
    expect([refused.status, refused.errors]).toEqual([400, [{ path: 'target', message: 'target-blank' }]]);
    await change(course, 1, { kind: 'edit', plan: { target: '报考人员' } });
    expect((await change(course, 2, { kind: 'publish' })).status).toBe(200);
    expect((await shown(course)).state).toBe('published');
  });

  it('takes an edit on the version that was seen alone', async () => {
    const course = await published();
    const edit = { kind: 'edit', plan: { title: '新的名称' } };
    expect((await change(course, 1, edit)).code).toBe('conflict');
    expect((await change(course, 2, edit)).version).toBe(3);
    expect((await shown(course)).title).toBe('新的名称');
  });

  it('shows everybody what a course is, and neither its link nor whom to ask', async () => {
    const plan = {
      ...{ link: 'https://example.cn/secret-room', contact: { name: '王老师', phone: '13800138000' }, walkIns: true },
      ...{ provider: { name: '某某学院', costCents: 12_000_000 }, coOrganisers: ['某某协会'], syllabus: ['第一讲'] },
    };
    const course = await published(plan);
    const page = await shown(course);
    expect(page).toMatchObject({
      title: '考前冲刺班',
      provider: '某某学院',
      open: 3,
      capacity: 3,
      waiting: 0,
      place: PLACE,
    });
    expect(page.sessions).toMatchObject([{ session: `${course}-001`, cancelled: false, sequence: 0 }]);
    expect(JSON.stringify(page)).not.toMatch(/secret-room|王老师|13800138000|12000000/);
  });

  it('lists the sessions of a month of a province in China’s time, with their open seats', async () => {
    const late = { form: 'on-site', startsAt: '2026-06-30T16:00:00.000Z', endsAt: '2026-06-30T18:00:00.000Z' };
    const elsewhere = { ...MORNING, startsAt: '2026-07-02T01:00:00.000Z', endsAt: '2026-07-02T02:00:00.000Z' };
    const sessions = [late, { ...elsewhere, place: { division: '450124', address: '马山' } }];
    const course = await published({ capacity: 7 }, sessions);
    const own = (lines: Came[]) =>
      lines.filter((line) => line.course === course).map(({ session, open }) => [session, open]);
    expect(own((await scheduled('2026-07')).sessions)).toEqual([[`${course}-001`, 7]]);
    expect(own((await scheduled('2026-06')).sessions)).toEqual([]);
    expect(own((await scheduled('2026-07', '45')).sessions)).toEqual([[`${course}-002`, 7]]);
    const seven = { startsAt: '2026-08-01T01:00:00.000Z', endsAt: '2026-08-01T03:00:00.000Z' };
    await change(course, 2, { kind: 'change-session', session: `${course}-001`, plan: seven });
    expect(own((await scheduled('2026-07')).sessions)).toEqual([]);
    expect(own((await scheduled('2026-08')).sessions)).toEqual([[`${course}-001`, 7]]);
  });

  it('asks for a province and a month', async () => {
    for (const query of ['', '?province=36', '?province=36&month=2026-13', '?province=3604&month=2026-05']) {
      expect(await problemOf(await staff.transport.send(`/api/public/schedule${query}`))).toBe('400 invalid_input');
    }
  });

  it('raises the sequence and leaves a notice when time or place change, and neither when anything else does', async () => {
    const course = await published();
    const session = `${course}-001`;
    const notices = () => noticesOf(staff, course);
    await change(course, 2, { kind: 'change-session', session, plan: { title: '第一讲', trainers: ['李老师'] } });
    expect([(await shown(course)).sessions[0].sequence, await notices()]).toEqual([0, []]);
    const room = { division: '360400', address: '二号教室' };
    await change(course, 3, { kind: 'change-session', session, plan: { place: room } });
    expect((await shown(course)).sessions[0]).toMatchObject({ sequence: 1, place: room, title: '第一讲' });
    await change(course, 4, {
      kind: 'add-sessions',
      sessions: [{ ...MORNING, startsAt: '2026-04-02T01:00:00.000Z', endsAt: '2026-04-02T02:00:00.000Z' }],
    });
    await change(course, 5, { kind: 'cancel-session', session, why: '老师生病' });
    expect((await shown(course)).sessions.map(({ cancelled, sequence }: Came) => [cancelled, sequence])).toEqual([
      [true, 2],
      [false, 0],
    ]);
    expect((await notices()).map(({ changes }) => changes?.[0]?.news)).toEqual([['place'], ['added'], ['cancelled']]);
  });

  it('moves with the course’s own place the sessions that name none', async () => {
    const course = await published({}, [MORNING, { ...MORNING, place: { division: '360400', address: '另一处' } }]);
    await change(course, 2, { kind: 'edit', plan: { place: { division: '360400', address: '新址' } } });
    expect((await shown(course)).sessions.map(({ sequence }: Came) => sequence)).toEqual([1, 0]);
    expect((await noticesOf(staff, course))[0]?.changes).toHaveLength(1);
  });

  it('keeps a last session, and cancels the course with all that is to come', async () => {
    const course = await published();
    const last = await change(course, 2, { kind: 'cancel-session', session: `${course}-001`, why: '取消' });
    expect([last.status, last.reason]).toEqual([422, 'last-session']);
    await change(course, 2, { kind: 'cancel', why: '报名太少' });
    const page = await shown(course);
    expect([page.state, page.why, page.open, page.sessions[0].cancelled, page.sessions[0].sequence]).toEqual([
      'cancelled',
      '报名太少',
      0,
      true,
      1,
    ]);
    expect((await scheduled('2026-04')).sessions.find((line: Came) => line.course === course).cancelled).toBe(true);
    expect((await change(course, 3, { kind: 'edit', plan: { title: '又一次' } })).reason).toBe('course-state');
  });

  it('takes no change that would have kept it from being published', async () => {
    const course = await published();
    const past = { startsAt: '2026-01-01T01:00:00.000Z', endsAt: '2026-01-01T02:00:00.000Z' };
    const moved = await change(course, 2, { kind: 'change-session', session: `${course}-001`, plan: past });
    expect(moved.errors).toEqual([{ path: 'sessions.0.startsAt', message: 'session-past' }]);
    expect((await change(course, 2, { kind: 'edit', plan: { window: null } })).errors).toEqual([
      { path: 'window', message: 'window-missing' },
    ]);
    const nobody = { kind: 'edit', plan: { who: { units: ['no-such-unit'] } } };
    expect((await change(course, 2, nobody)).errors).toEqual([{ path: 'plan.who.units', message: 'unit-unknown' }]);
    expect((await change(course, 2, { kind: 'change-session', session: `${course}-009`, plan: {} })).reason).toBe(
      'session-unknown',
    );
  });

  it('ends enrolment at once', async () => {
    const course = await published();
    await change(course, 2, { kind: 'close-enrolment' });
    expect((await shown(course)).window).toEqual({ ...WINDOW, closes: staff.world.clock.now });
    expect((await change(course, 3, { kind: 'close-enrolment' })).reason).toBe('enrolment-over');
  });

  it('copies a course as a draft for later', async () => {
    const course = await published();
    const copy = await send(`courses/${course}/copies`, { days: 28 });
    const read = await get(`courses/${copy.course}`);
    expect(read).toMatchObject({ state: 'draft', copiedFrom: course, seats: { taken: 0 } });
    expect(read.sessions).toMatchObject([{ id: `${copy.course}-001`, startsAt: '2026-04-29T01:00:00.000Z' }]);
  });

  it('takes forty sessions at once and four more, and moves or cancels them all in one write', async () => {
    const many = (count: number) => Array.from({ length: count }, () => MORNING);
    const course = await published({}, many(40));
    expect((await change(course, 2, { kind: 'add-sessions', sessions: many(41) })).status).toBe(400);
    expect((await change(course, 2, { kind: 'add-sessions', sessions: many(4) })).version).toBe(3);
    expect((await change(course, 3, { kind: 'add-sessions', sessions: many(1) })).reason).toBe('sessions-too-many');
    const near = { kind: 'edit', plan: { place: { division: '360400', address: '隔壁' } } };
    expect((await change(course, 3, near)).version).toBe(4);
    const far = { kind: 'edit', plan: { place: { division: '450124', address: '外省' } } };
    expect((await change(course, 4, far)).reason, 'every line moves to another shelf').toBe('too-many');
    expect((await change(course, 4, { kind: 'cancel', why: '停办' })).version).toBe(5);
    expect((await shown(course)).sessions.every(({ cancelled }: Came) => cancelled)).toBe(true);
  });

  it('pages through a unit’s courses, the latest first', async () => {
    const unit = await staff.open('21');
    const mine = await signInAs(staff.world, 'trainer', unit);
    const call = async (path: string, body?: object) =>
      came(
        await staff.transport.send(`/api/trainer/${path}`, body ? post(body, mine.headers) : { headers: mine.headers }),
      );
    for (let i = 1; i <= 51; i += 1) {
      const day = String((i % 28) + 1).padStart(2, '0');
      const sessions = [
        { ...MORNING, startsAt: `2026-05-${day}T01:00:00.000Z`, endsAt: `2026-05-${day}T02:00:00.000Z` },
      ];
      await call(`units/${unit}/courses`, { request: freshRequest(), plan: planBody({ title: `第${i}班` }), sessions });
    }
    const first = await call(`units/${unit}/courses`);
    const second = await call(`units/${unit}/courses?cursor=${first.cursor}`);
    const all = [...first.courses, ...second.courses];
    expect([first.courses.length, second.courses.length, second.cursor]).toEqual([50, 1, undefined]);
    expect(new Set(all.map(({ course }: Came) => course)).size).toBe(51);
    expect(all.map(({ startsAt }: Came) => startsAt)).toEqual(
      all
        .map(({ startsAt }: Came) => startsAt)
        .toSorted()
        .reverse(),
    );
  });

  it('writes who did what into the unit’s audit', async () => {
    const course = await published();
    const lines = await staff.auditOf('21');
    const own = lines.filter(({ thing }) => thing.id === course).map(({ action, as }) => [action, as?.role]);
    expect(own).toEqual([
      ['publishCourse', 'trainer'],
      ['createCourse', 'trainer'],
    ]);
  });
});

async function noticesOf(staff: Staff, course: string): Promise<Came[]> {
  const { test } = staff.world;
  const { QueryCommand } = await import('@aws-sdk/lib-dynamodb');
  const { Items: items = [] } = await test.table.doc.send(
    new QueryCommand({
      TableName: test.table.name,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :sk)',
      ExpressionAttributeValues: { ':pk': `COURSE#${course}`, ':sk': 'NOTICE#' },
    }),
  );
  return items;
}
