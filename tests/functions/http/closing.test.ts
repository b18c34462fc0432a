// From marks to hours: listAttendance, closeCourse, and what may be put right afterwards: proposeCorrection, decideCorrection, listCorrections.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, msOf } from '../../../functions/domain/time.ts';
import { freshRequest, MORNING } from '../../support/courses.ts';
import { type Hall, openHall, staffOf } from '../../support/door.ts';
import type { Came } from '../../support/staff.ts';
import type { SignedIn } from '../../support/world.ts';

const RULE = {
  lateAfterMin: 15,
  earlyBeforeMin: 15,
  minShare: 80,
  countBy: 'presence',
  missingOut: 'review',
  missedCheck: 'review',
} as const;

let hall: Hall;
const people: { [name: string]: SignedIn } = {};

/** 08:50 is ten minutes before the start. */
const visits: { [name: string]: [number, 'in' | 'out'][] } = {
  early: [
    [-10, 'in'],
    [185, 'out'],
  ],
  late: [
    [20, 'in'],
    [180, 'out'],
  ],
  away: [
    [0, 'in'],
    [60, 'out'],
    [90, 'in'],
    [180, 'out'],
  ],
  open: [[0, 'in']],
  short: [
    [0, 'in'],
    [100, 'out'],
  ],
  absent: [],
};

beforeAll(async () => {
  hall = await openHall({ plan: { rule: RULE, minutesPerHour: 45 } });
  for (const name of Object.keys(visits)) people[name] = await hall.come();
  const all = Object.entries(visits).flatMap(([name, own]) => own.map(([at, kind]) => ({ name, at, kind })));
  for (const { name, at, kind } of all.sort((a, b) => a.at - b.at)) {
    hall.at(at);
    const done = await hall.checkIn(people[name] as SignedIn, await hall.scan(kind));
    if (done.stored !== 'new') throw new Error(`${name}: ${JSON.stringify(done)}`);
  }
  hall.at(600);
}, 60_000);
afterAll(() => hall.close());

const course = () => hall.world.deps.store.courses.get(hall.course);
const entriesOf = (name: string) => hall.world.deps.store.hours.ofPerson((people[name] as SignedIn).person);
const close = async (more = {}) =>
  hall.send(`trainer/courses/${hall.course}/closing`, { version: (await course())?.version, ...more });

describe('listAttendance', () => {
  it('gives everybody the verdict that their marks earn', async () => {
    const report = await hall.get(`trainer/courses/${hall.course}/attendance`);
    const found = Object.fromEntries(
      Object.keys(visits).map((name) => {
        const own = report.people.find(({ person }: Came) => person === people[name]?.person);
        const [{ state, minutes, flags }] = own.verdicts;
        return [name, { state, minutes, flags }];
      }),
    );
    expect(found).toEqual({
      early: { state: 'present', minutes: 180, flags: [] },
      late: { state: 'late', minutes: 160, flags: ['late'] },
      away: { state: 'present', minutes: 150, flags: [] },
      open: { state: 'no-sign-out', minutes: 0, flags: ['no-sign-out', 'review'] },
      short: { state: 'left-early', minutes: 0, flags: ['left-early'] },
      absent: { state: 'absent', minutes: 0, flags: [] },
    });
  });

  it('explains the share of the one who was away to the hundredth', async () => {
    const report = await hall.get(`trainer/courses/${hall.course}/attendance`);
    const away = report.people.find(({ person }: Came) => person === people.away?.person);
    expect(away.verdicts[0].lines.find(({ code }: Came) => code === 'share-enough').params).toMatchObject({
      share: 8333,
    });
  });
});

describe('closeCourse', () => {
  it('is refused while a session is on, and to whoever saw an older course', async () => {
    hall.at(100);
    expect(await close()).toMatchObject({ status: 422, reason: 'session-not-over' });
    hall.at(600);
    expect(await close({ version: 0 })).toMatchObject({ status: 409 });
  });

  it('writes the hours that the server’s own intervals give, once', async () => {
    expect(await close()).toMatchObject({ status: 200, people: 6, written: 3, same: 0 });
    expect((await course())?.state).toBe('closed');
    const [entry] = await entriesOf('away');
    const at = (minutes: number) => instantOf(msOf(MORNING.startsAt) + minutes * 60_000);
    expect(entry).toMatchObject({ id: `${hall.session}.1`, kind: 'training', course: hall.course });
    expect(entry?.kind === 'training' && entry.when).toEqual({
      intervals: [
        { from: at(0), to: at(60) },
        { from: at(90), to: at(180) },
      ],
    });
    expect(await entriesOf('absent')).toEqual([]);
    expect(await close()).toMatchObject({ status: 200, written: 0, same: 3 });
  });

  it('takes no mark any more', async () => {
    const marks = [{ kind: 'out', person: people.open?.person }];
    const done = await hall.send(`trainer/sessions/${hall.session}/marks`, {
      request: freshRequest(),
      why: '忘记签退',
      marks,
    });
    expect(done.lines[0]).toMatchObject({ outcome: 'refused', reason: 'course-not-running' });
  });
});

describe('proposeCorrection and decideCorrection', () => {
  const out = { kind: 'out', at: instantOf(msOf(MORNING.endsAt)) };
  const propose = (name: string, body: object) =>
    hall.send(`trainer/sessions/${hall.session}/people/${people[name]?.person}/corrections`, {
      request: freshRequest(),
      why: '忘记签退',
      ...body,
    });
  const decide = (id: string, who: SignedIn, decision = 'approved') =>
    hall.send(`trainer/sessions/${hall.session}/corrections/${id}/decisions`, { decision, why: '监控已核对' }, who);

  it('change nothing until another person approves, and then write the hours', async () => {
    const [manager, other] = [await staffOf(hall.world, 'unit-manager'), await staffOf(hall.world, 'unit-manager')];
    const request = freshRequest();
    const made = await propose('open', { request, marks: [out] });
    expect(made).toMatchObject({ status: 200, state: 'proposed' });
    expect((await propose('open', { request, marks: [out] })).correction).toBe(made.correction);
    expect((await propose('open', { request, marks: [{ ...out, kind: 'in' }] })).code).toBe('request_reused');
    expect(await entriesOf('open')).toEqual([]);
    expect((await decide(made.correction, hall.trainer)).status).toBe(404);
    const both = await Promise.all([decide(made.correction, manager), decide(made.correction, other)]);
    expect(both.filter(({ status }) => status === 200)).toEqual([{ status: 200, state: 'approved', minutes: 180 }]);
    const entries = await entriesOf('open');
    expect(entries.map(({ facts }) => facts.map(({ state }) => state))).toEqual([['approved']]);
    expect((await decide(made.correction, other)).reason).toBe('correction-decided');
  });

  it('revoke an entry that was too much, with who and why, and put the next', async () => {
    const manager = await staffOf(hall.world, 'unit-manager');
    const half = { kind: 'out', at: instantOf(msOf(MORNING.startsAt) + 150 * 60_000) };
    const made = await propose('early', { marks: [{ kind: 'void', of: 2 }, half], why: '代签' });
    expect(await decide(made.correction, manager)).toMatchObject({ state: 'approved', minutes: 150 });
    const entries = await entriesOf('early');
    expect(entries.map(({ id, facts }) => [id, ...facts.map(({ state }) => state)])).toEqual([
      [`${hall.session}.1`, 'approved', 'revoked'],
      [`${hall.session}.2`, 'approved'],
    ]);
    expect(entries[0]?.facts[1]).toMatchObject({ by: manager.person, why: '代签' });
    expect(await close()).toMatchObject({ written: 0 });
    const { corrections, names } = await hall.get(`trainer/sessions/${hall.session}/corrections`);
    expect(corrections).toHaveLength(2);
    expect(Object.keys(names)).toEqual(expect.arrayContaining([hall.trainer.person, manager.person]));
    expect(corrections.every(({ decided }: Came) => decided.why === '监控已核对')).toBe(true);
  });

  it('are not decided by whoever proposed them', async () => {
    const manager = await staffOf(hall.world, 'unit-manager');
    const path = `trainer/sessions/${hall.session}/people/${people.short?.person}/corrections`;
    const made = await hall.send(path, { request: freshRequest(), why: '补签', marks: [out] }, manager);
    expect((await decide(made.correction, manager)).reason).toBe('correction-own');
    const other = await staffOf(hall.world, 'bureau-manager');
    expect(await decide(made.correction, other, 'refused')).toMatchObject({ state: 'refused' });
    expect(await entriesOf('short')).toEqual([]);
  });
});
