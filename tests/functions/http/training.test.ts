// Enrolling at the edges: enrol, moveEnrolment, listMyTraining for oneself; listRoster, enrolOthers, decideEnrolment, listUnitEnrolments for others.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { change, freshRequest, publishedCourse, type Wanted } from '../../support/courses.ts';
import { type Came, openStaff, type Staff, why } from '../../support/staff.ts';
import { giveRole, signInAs, workerId } from '../../support/tenants.ts';
import { post, transports } from '../../support/transports.ts';
import type { SignedIn } from '../../support/world.ts';

describe.each(Object.keys(transports))('enrolments, %s', (how) => {
  let staff: Staff;
  let trainer: SignedIn;
  let liaison: SignedIn;
  let me: SignedIn;

  beforeAll(async () => {
    staff = await openStaff(how);
    trainer = await signInAs(staff.world, 'trainer', '21');
    liaison = await signInAs(staff.world, 'liaison', '31');
    me = await staff.world.signIn();
  }, 60_000);
  afterAll(() => staff.close());

  const came = async (response: Response): Promise<Came> => ({ status: response.status, ...(await response.json()) });
  const get = async (path: string, who: SignedIn) =>
    came(await staff.transport.send(`/api/${path}`, { headers: who.headers }));
  const send = async (path: string, body: object, who: SignedIn) =>
    came(await staff.transport.send(`/api/${path}`, post({ request: freshRequest(), ...body }, who.headers)));
  const enrolment = (course: string) => `candidate/courses/${course}/enrolment`;
  const mine = async (course: string, who: SignedIn): Promise<Came> =>
    (await get(`candidate/people/${who.person}/training`, who)).enrolments.find((one: Came) => one.course === course);
  const course = (wanted: Wanted = {}) => publishedCourse(staff.world, wanted);
  /** A person who works at a unit, with a live session. */
  const worker = async (unit: string): Promise<SignedIn> => {
    const somebody = await staff.world.signIn();
    const { people } = staff.world.deps.store;
    const { version: _, ...before } = (await people.get(somebody.person)) as Came;
    const employments = [{ unit, post: 'social-worker' as const, established: false, from: '2025-01-01' }];
    await people.put({ before: (await people.get(somebody.person)) as Came, after: { ...before, employments } }, []);
    return somebody;
  };

  it('give a seat, with its link and whom to ask; and take it back', async () => {
    const plan = { link: 'https://example.cn/room', contact: { name: '王老师', phone: '13800138000' } };
    const id = await course({ plan });
    expect(await send(enrolment(id), {}, me)).toEqual({ status: 200, state: 'enrolled', conflicts: [] });
    const held = await mine(id, me);
    expect(held).toMatchObject({ state: 'enrolled', next: `${id}-001`, unitName: '单位〔21〕', ...plan });
    expect(await send(`${enrolment(id)}/moves`, { move: 'withdraw' }, me)).toEqual({ status: 200, state: 'withdrawn' });
    expect(await mine(id, me)).not.toMatchObject(plan);
    expect((await send(`${enrolment(id)}/moves`, { move: 'withdraw' }, me)).reason).toBe('enrolment-state');
    expect((await send(enrolment(id), {}, me)).state).toBe('enrolled');
  });

  it('tell those who wait their place, and those with an offer their time', async () => {
    const id = await course({ plan: { capacity: 1, link: 'https://example.cn/room' } });
    const [bo, cy] = [await staff.world.signIn(), await staff.world.signIn()];
    await send(enrolment(id), {}, me);
    await send(enrolment(id), {}, bo);
    expect(await send(enrolment(id), {}, cy)).toMatchObject({ state: 'waiting', position: 2 });
    await send(`${enrolment(id)}/moves`, { move: 'withdraw' }, me);
    expect(await mine(id, bo)).toMatchObject({ state: 'offered', expiresAt: '2026-03-02T04:00:00.000Z' });
    expect(await mine(id, cy)).toMatchObject({ state: 'waiting', position: 1 });
    expect(await mine(id, bo), 'the link is for those who have accepted').not.toHaveProperty('link');
    const roster = await get(`trainer/courses/${id}/enrolments`, trainer);
    expect(roster.seats).toEqual({ capacity: 1, taken: 1, waiting: 1 });
    expect(roster.enrolments.map(({ state, position }: Came) => [state, position]).sort()).toEqual(
      [
        ['offered', undefined],
        ['waiting', 1],
        ['withdrawn', undefined],
      ].sort(),
    );
  });

  it('wait for the unit where it must agree, and are shown to it', async () => {
    const id = await course({ plan: { approval: 'unit', capacity: 1, who: { units: ['21'] } } });
    expect((await send(enrolment(id), {}, me)).reason).toBe('unit-not-eligible');
    const [ada, bo, cy] = [await worker('31'), await worker('31'), await worker('31')];
    for (const who of [ada, bo, cy]) expect((await send(enrolment(id), {}, who)).state).toBe('requested');
    const listed = (await get('trainer/units/31/enrolments', liaison)).enrolments.filter(
      (one: Came) => one.course === id,
    );
    expect(listed.map(({ state, title }: Came) => [state, title])).toEqual(Array(3).fill(['requested', '考前冲刺班']));
    const decide = (who: SignedIn, body: object, by = liaison) =>
      send(`trainer/courses/${id}/enrolments/${who.person}/decisions`, body, by);
    expect((await decide(ada, { version: 9, decision: 'approve' })).code).toBe('conflict');
    expect(
      (await decide(ada, { version: 1, decision: 'approve' }, trainer)).status,
      'a course’s trainer is no unit',
    ).toBe(404);
    expect(await decide(ada, { version: 1, decision: 'approve' })).toEqual({ status: 200, state: 'enrolled' });
    expect(await decide(bo, { version: 1, decision: 'approve' })).toMatchObject({ state: 'waiting', position: 1 });
    expect((await decide(cy, { version: 1, decision: 'refuse' })).errors).toEqual([
      { path: 'why', message: 'must say why' },
    ]);
    expect((await decide(cy, { version: 1, decision: 'refuse', why })).state).toBe('refused');
    expect((await decide(ada, { version: 2, decision: 'remove', why }, trainer)).state).toBe('removed');
    expect((await mine(id, bo)).state, 'the seat goes to the next').toBe('offered');
    const lines = (await staff.auditOf('31')).map(({ action }) => action);
    expect(lines).toEqual(expect.arrayContaining(['approveEnrolment', 'refuseEnrolment']));
    expect((await staff.auditOf('21')).map(({ action }) => action)).toContain('removeEnrolment');
  });

  it('are made for a group line by line, and once', async () => {
    const id = await course({ plan: { approval: 'unit', capacity: 1 } });
    const other = await worker('31');
    const stranger = await worker('2110');
    const people = [workerId('31'), other.person, stranger.person, 'nobody-at-all'];
    const body = { request: freshRequest(), unit: '31', people };
    const first = await send(`trainer/courses/${id}/enrolments`, body, liaison);
    expect(first.lines).toMatchObject([
      { person: people[0] },
      { person: people[1] },
      { person: people[2], outcome: 'refused', reason: 'not-employed' },
      { person: people[3], outcome: 'refused', reason: 'not-employed' },
    ]);
    expect(
      first.lines
        .slice(0, 2)
        .map(({ outcome }: Came) => outcome)
        .sort(),
    ).toEqual(['enrolled', 'waiting']);
    expect(first.seats).toEqual({ capacity: 1, taken: 1, waiting: 1 });
    expect((await send(`trainer/courses/${id}/enrolments`, body, liaison)).lines).toEqual(first.lines);
    const again = await send(`trainer/courses/${id}/enrolments`, { ...body, request: freshRequest() }, liaison);
    expect(again.lines.slice(0, 2).map(({ outcome }: Came) => outcome)).toEqual(['same', 'same']);
    expect((await send(`trainer/courses/${id}/enrolments`, { ...body, unit: '21' }, liaison)).status).toBe(404);
    expect((await send('trainer/courses/no-such-course/enrolments', body, liaison)).status).toBe(404);
  });

  it('say why a group line is refused by a rule', async () => {
    const id = await course({ plan: { who: { units: ['2110'] } } });
    const body = { unit: '31', people: [workerId('31')] };
    const { lines } = await send(`trainer/courses/${id}/enrolments`, body, liaison);
    expect(lines).toEqual([{ person: workerId('31'), outcome: 'refused', reason: 'unit-not-eligible' }]);
  });

  it('page through a roster', async () => {
    const id = await course({ plan: { capacity: 500 } });
    const people = Array.from({ length: 205 }, (_, i) => `paged-${how.length}-${String(i).padStart(3, '0')}`);
    for (const person of people) {
      const held = {
        course: id,
        person,
        name: '学员',
        state: 'enrolled',
        at: staff.world.clock.now,
        steps: [],
        version: 1,
      };
      await staff.world.test.plant({ PK: `COURSE#${id}`, SK: `ENROLMENT#${person}`, ...held });
    }
    const first = await get(`trainer/courses/${id}/enrolments`, trainer);
    const second = await get(`trainer/courses/${id}/enrolments?cursor=${first.cursor}`, trainer);
    expect([first.enrolments.length, second.enrolments.length, second.cursor]).toEqual([200, 5, undefined]);
    expect([...first.enrolments, ...second.enrolments].map(({ person }: Came) => person)).toEqual(people);
  });

  it('are of the cancelled course still there, with why, and cannot be moved', async () => {
    const id = await course();
    const ada = await staff.world.signIn();
    await send(enrolment(id), {}, ada);
    await change(staff.world, id, { kind: 'cancel', why: '场地停用' });
    expect(await mine(id, ada)).toMatchObject({ state: 'enrolled', courseState: 'cancelled', why: '场地停用' });
    expect((await send(`${enrolment(id)}/moves`, { move: 'withdraw' }, ada)).reason).toBe('course-cancelled');
  });

  it('take no request id that is none, and no move that nobody may make for themself', async () => {
    const id = await course();
    expect((await send(enrolment(id), { request: 'short' }, me)).status).toBe(400);
    expect((await send(`${enrolment(id)}/moves`, { move: 'approve' }, me)).status).toBe(400);
  });

  it('of a unit are no other unit’s to see', async () => {
    const stranger = await staff.world.signIn();
    await giveRole(staff.world, { person: stranger.person, unit: '2110', role: 'liaison' });
    expect((await get('trainer/units/31/enrolments', stranger)).status).toBe(404);
  });
});
