// Coming back and working at two units, on the real engine: whoever keeps people at both may do it, and a second unit lays nobody's first one open.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Came, job, openStaff, type Staff, TODAY, TOMORROW, why } from '../../support/staff.ts';
import { signInAs, workerId } from '../../support/tenants.ts';
import type { SignedIn } from '../../support/world.ts';

let staff: Staff;
beforeAll(async () => {
  staff = await openStaff('in process');
}, 60_000);
afterAll(() => staff.close());

const post = { post: 'supervisor', established: false } as const;
const change = (person: string, body: object, who?: SignedIn) =>
  staff.send(`people/${person}/changes`, { why, ...body }, who);
const employ = (person: string, body: object, who?: SignedIn) =>
  change(person, { kind: 'employ', ...post, day: TODAY, ...body }, who);
const spansOf = async (person: string) =>
  (await staff.get(`people/${person}`)).employments.map(({ unit, from, to }: Came) => [unit, from, to]);

/** Somebody of a unit who left it on the first of February. */
async function gone(unit: string): Promise<string> {
  const { person } = await staff.addTo(unit, { phone: staff.freshPhone() });
  const left = await change(person, { kind: 'leave', day: '2026-02-01', version: 1 });
  expect(left.version).toBe(2);
  return person;
}

describe('somebody who had left', () => {
  it('is employed again by the unit that had them last, is in its list again, and keeps what was', async () => {
    const person = await gone('31');
    const liaison = await signInAs(staff.world, 'liaison', '31');
    expect((await employ(person, { unit: '31', version: 2 }, liaison)).version).toBe(3);
    expect(await spansOf(person)).toEqual([
      ['31', job.from, '2026-02-01'],
      ['31', TODAY, undefined],
    ]);
    const { workers } = await staff.get('units/31/people');
    expect(workers.find((one: Came) => one.person === person)).toMatchObject({ ...post, from: TODAY });
    const [line] = await staff.auditOf('31', '?action=beginPost');
    expect(line).toMatchObject({ thing: { type: 'person', id: person }, as: { role: 'liaison', unit: '31' }, why });
  });

  it('is employed by another unit through whoever keeps both, with a line at each', async () => {
    const person = await gone('31');
    const [own, other] = [await signInAs(staff.world, 'liaison', '31'), await signInAs(staff.world, 'liaison', '311')];
    for (const who of [own, other]) {
      expect((await employ(person, { unit: '311', version: 2 }, who)).status, 'half the right is none').toBe(404);
    }
    expect((await employ(person, { unit: '311', version: 2 })).version).toBe(3);
    for (const unit of ['31', '311']) {
      expect((await staff.auditOf(unit, '?action=beginPost'))[0].thing).toEqual({ type: 'person', id: person });
    }
  });

  it('is found in the list of everybody who ever worked there, with the last day', async () => {
    const person = await gone('311');
    const now = (await staff.get('units/311/people')).workers;
    expect(now.map((one: Came) => one.person)).not.toContain(person);
    const all = (await staff.get('units/311/people?all=true')).workers;
    expect(all.find((one: Came) => one.person === person)).toMatchObject({ from: job.from, to: '2026-02-01' });
    expect((await staff.get('units/311/people?all=yes')).code).toBe('invalid_input');
    const foreign = await signInAs(staff.world, 'bureau-manager', '110');
    expect((await staff.get('units/311/people?all=true', foreign)).status).toBe(404);
  });

  it.each([
    ['on a day they were still there', { day: '2026-01-31' }, 'already-there'],
    ['for a span without a day', { until: TODAY }, 'empty-span'],
  ])('is not employed %s', async (_when, more, reason) => {
    const person = await gone('31');
    expect(await employ(person, { unit: '31', version: 2, ...more })).toMatchObject({ code: 'refused', reason });
  });

  it('is not employed at a unit that closes', async () => {
    const person = await gone('31');
    const unit = await staff.open('21');
    expect((await staff.change(unit, { kind: 'close', day: TOMORROW })).status).toBe(200);
    expect(await employ(person, { unit, version: 2 })).toMatchObject({ reason: 'not-open' });
    expect((await employ(person, { unit, until: TOMORROW, version: 2 })).version).toBe(3);
  });

  it('has no room for more employments than are kept', async () => {
    const { person } = await staff.addTo('31');
    for (let version = 1; version < 40; version += 1) {
      const day = `2030-01-${String((version % 28) + 1).padStart(2, '0')}`;
      const year = 2030 + Math.floor(version / 28);
      const from = day.replace('2030', String(year));
      const until = `${from.slice(0, 8)}${String(Number(from.slice(8)) + 1).padStart(2, '0')}`;
      expect((await employ(person, { unit: '311', day: from, until, version })).version).toBe(version + 1);
    }
    expect(await employ(person, { unit: '311', day: '2040-01-01', version: 40 })).toMatchObject({
      reason: 'list-full',
    });
  });
});

describe('somebody who works at two units', () => {
  it('is in both lists, and is taken from each by its own people alone', async () => {
    const { person } = await staff.addTo('31', { phone: staff.freshPhone() });
    expect((await employ(person, { unit: '312', version: 1 })).version).toBe(2);
    for (const unit of ['31', '312']) {
      expect((await staff.get(`units/${unit}/people`)).workers.map((one: Came) => one.person)).toContain(person);
    }
    const [first, second] = [
      await signInAs(staff.world, 'liaison', '31'),
      await signInAs(staff.world, 'liaison', '312'),
    ];
    const leave = { kind: 'leave', day: TOMORROW, version: 2 };
    expect((await change(person, { ...leave, from: '31' }, second)).status, 'the other unit’s is not theirs').toBe(404);
    expect(await change(person, leave, first)).toMatchObject({ reason: 'ambiguous' });
    expect((await change(person, { ...leave, from: '31' }, first)).version).toBe(3);
    const [line] = await staff.auditOf('31', '?action=leavePost');
    expect(line.thing.id).toBe(person);
    expect((await staff.auditOf('312', '?action=leavePost')).map((one: Came) => one.thing.id)).not.toContain(person);
  });

  it('is taken on for them by nobody who does not keep them, nor with a version that is out of date', async () => {
    expect((await employ(workerId('3110'), { unit: '31', version: 1 })).status).toBe(404);
    expect((await employ(workerId('31'), { unit: '3110', version: 1 })).status).toBe(404);
    expect((await employ(workerId('31'), { unit: '312', version: 9 })).code).toBe('conflict');
    const reader = await signInAs(staff.world, 'bureau-reader', '21');
    expect((await employ(workerId('31'), { unit: '31', version: 1 }, reader)).status).toBe(404);
  });
});

it('a pool’s record names the unit that selected', async () => {
  const { person } = await staff.addTo('31');
  const selection = { day: TODAY, by: '21', basis: '县社发〔2026〕3号' };
  const joined = await staff.send(`people/${person}/changes`, {
    ...{ kind: 'join-pool', pool: 'expert', day: TODAY, selection, version: 1 },
  });
  expect(joined.version).toBe(2);
  expect((await staff.get(`people/${person}`)).pools).toEqual([
    { pool: 'expert', from: TODAY, selection: { ...selection, byName: '单位〔21〕' } },
  ]);
  const liaison = await signInAs(staff.world, 'liaison', '31');
  const seen = await staff.get(`people/${person}`, liaison);
  expect(seen.pools[0].selection).toEqual({ ...selection, by: null });
});
