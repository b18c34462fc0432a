import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStaff, type Staff, TODAY, TOMORROW, why } from '../../support/staff.ts';
import { signInAs, unitName, workerId, workerName } from '../../support/tenants.ts';
import { transports } from '../../support/transports.ts';
import type { SignedIn } from '../../support/world.ts';

describe.each(Object.keys(transports))('the routes of units, %s', (how) => {
  let staff: Staff;
  beforeAll(async () => {
    staff = await openStaff(how);
  }, 60_000);
  afterAll(() => staff.close());

  it('say what one may do, by staffMe: one’s roles of today and how far each reaches', async () => {
    const { grants, ...rest } = await staff.get('me');
    expect(rest).toEqual({ status: 200, person: staff.manager.person, day: TODAY });
    expect(grants).toMatchObject([
      { unit: '11', unitName: unitName('11'), role: 'bureau-manager', from: '2020-01-01' },
    ]);
    expect(grants[0].actions).toContainEqual({ action: 'moveUnit', reach: 'below' });
    expect((await staff.get('me', await staff.world.signIn())).grants).toEqual([]);
  });

  it('show the tree by listTree, a parent before its children, and of another’s unit only what is below one’s own', async () => {
    const { units } = await staff.get('tree');
    expect(units.map(({ id }: { id: string }) => id).slice(0, 3)).toEqual(['11', '21', '211']);
    expect(units.find(({ id }: { id: string }) => id === '31')).toEqual({
      id: '31',
      name: unitName('31'),
      kind: 'bureau',
      parent: '21',
    });
    const county = await signInAs(staff.world, 'bureau-reader', '21');
    const own = (await staff.get('tree', county)).units;
    expect(own.map(({ id, parent }: { id: string; parent: string }) => [id, parent])).toEqual([
      ['21', null],
      ['31', '21'],
      ['311', '21'],
    ]);
    expect((await staff.get('tree?day=2019-01-01', county)).units).toEqual([]);
  });

  it('open, rename and read a unit, by openUnit, changeUnit and readUnit', async () => {
    const unit = await staff.open('21', { name: '  东街站 ', quota: 4, contacts: { address: '东街 1 号' } });
    expect(await staff.change(unit, { kind: 'rename', name: '西街站', day: TOMORROW })).toEqual({
      status: 200,
      units: [{ unit, version: 2 }],
    });
    const now = await staff.get(`units/${unit}`);
    expect(now).toMatchObject({
      name: '东街站',
      version: 2,
      quota: 4,
      contacts: { address: '东街 1 号' },
      children: 0,
      workers: 0,
    });
    expect(now.path).toEqual([
      { id: '21', name: unitName('21') },
      { id: '11', name: unitName('11') },
    ]);
    expect((await staff.get(`units/${unit}?day=${TOMORROW}`)).name).toBe('西街站');
    expect(await staff.change(unit, { kind: 'rename', name: '南街站' })).toMatchObject({
      status: 409,
      code: 'conflict',
    });
    const late = await staff.change(unit, { kind: 'rename', name: '南街站', version: 2 });
    expect(late).toMatchObject({ status: 422, code: 'refused', reason: 'later-change' });
    expect((await staff.auditOf(unit)).map(({ action }: { action: string }) => action)).toEqual(['rename', 'open']);
  });

  it('move a township as of a date: yesterday’s and tomorrow’s county differ, in the tree and in rights', async () => {
    const unit = await staff.open('21');
    const [left, joined] = [
      await signInAs(staff.world, 'unit-manager', '21'),
      await signInAs(staff.world, 'unit-manager', '211'),
    ];
    expect((await staff.change(unit, { kind: 'move', parent: '211', day: TOMORROW })).status).toBe(200);
    const under = async (county: string, day: string) =>
      (await staff.get(`tree?under=${county}&day=${day}`)).units.map(({ id }: { id: string }) => id).includes(unit);
    expect([await under('21', TODAY), await under('211', TODAY)]).toEqual([true, false]);
    expect([await under('21', TOMORROW), await under('211', TOMORROW)]).toEqual([false, true]);
    const may = async (who: SignedIn) => (await staff.get(`units/${unit}/people`, who)).status;
    expect([await may(left), await may(joined)]).toEqual([200, 404]);
    const ahead = { kind: 'rename', name: '新名字', day: TOMORROW, version: 2 };
    expect((await staff.change(unit, ahead, left)).status, 'who gives it away decides nothing about later').toBe(404);
    staff.world.pass(1);
    // Yesterday's sessions are over; the roles are the same.
    const [lost, gained] = [
      await signInAs(staff.world, 'unit-manager', '21'),
      await signInAs(staff.world, 'unit-manager', '211'),
    ];
    const after = [await may(lost), await may(gained), (await staff.get(`units/${unit}`, gained)).parents];
    staff.world.pass(-1);
    expect(after).toEqual([
      404,
      200,
      [
        { from: '2024-01-01', value: null },
        { from: TOMORROW, value: '211' },
      ],
    ]);
  });

  it('put a post right that was entered wrongly, or take it out, with both in the audit', async () => {
    const unit = await staff.open('21');
    const [{ person }, { person: other }] = [await staff.addTo(unit), await staff.addTo(unit)];
    await staff.change(unit, { kind: 'appoint', post: 'head', person, day: '2025-06-01' });
    const wrong = { kind: 'rectify', field: 'post', post: 'head', person, day: '2025-06-01', version: 2 };
    const right = { post: 'deputy', person: other, from: '2025-03-01', to: '2026-01-01' };
    const late = { ...right, from: '2023-01-01' };
    expect(await staff.change(unit, { ...wrong, right: late })).toMatchObject({ status: 422, reason: 'outside-life' });
    expect(await staff.change(unit, { ...wrong, day: TODAY })).toMatchObject({ status: 422, reason: 'entry-unknown' });
    const stranger = { ...right, person: workerId('211') };
    const county = await signInAs(staff.world, 'unit-manager', '21');
    expect((await staff.change(unit, { ...wrong, right: stranger }, county)).status).toBe(404);
    expect((await staff.change(unit, { ...wrong, right }, county)).status).toBe(200);
    expect((await staff.get(`units/${unit}`)).posts).toMatchObject([right]);
    const [line] = await staff.auditOf(unit);
    expect([line.action, line.before.posts, line.after.posts]).toEqual([
      'rectify',
      [`head ${person} 2025-06-01/`],
      [`deputy ${other} 2025-03-01/2026-01-01`],
    ]);
    const never = { ...wrong, post: 'deputy', person: other, day: '2025-03-01', version: 3 };
    expect((await staff.change(unit, never)).status).toBe(200);
    expect((await staff.get(`units/${unit}`)).posts).toEqual([]);
  });

  it('close, merge and split only what nobody works at', async () => {
    const [a, b, c] = [
      await staff.open('21', { name: '甲' }),
      await staff.open('21', { name: '乙' }),
      await staff.open('21', { name: '丙' }),
    ];
    const { person } = await staff.addTo(a);
    expect(await staff.change(a, { kind: 'close' })).toMatchObject({ status: 422, reason: 'has-members' });
    expect(await staff.change(a, { kind: 'merge', others: [b], into: { unit: c } })).toMatchObject({
      reason: 'has-members',
    });
    expect((await staff.send(`people/${person}/transfers`, { to: c, day: '2025-06-01', why, version: 1 })).status).toBe(
      200,
    );
    const merged = await staff.change(a, { kind: 'merge', others: [b], into: { unit: c } });
    expect(merged.units.map(({ unit }: { unit: string }) => unit).sort()).toEqual([a, b].sort());
    expect(await staff.get(`units/${a}`)).toMatchObject({ closed: TODAY, successors: [c] });
    const county = await staff.open('11', { name: '县' });
    const town = await staff.open(county, { name: '镇' });
    const into = ['县一', '县二'].map((name) => ({
      opening: { kind: 'station-county', division: '360400', name, parent: '11' },
    }));
    expect(await staff.change(county, { kind: 'split', into, children: [] })).toMatchObject({
      reason: 'open-children',
    });
    expect((await staff.change(county, { kind: 'split', into, children: [{ child: town, to: 5 }] })).code).toBe(
      'invalid_input',
    );
    const split = await staff.change(county, { kind: 'split', into, children: [{ child: town, to: 1 }] });
    expect(split.units).toHaveLength(4);
    expect((await staff.get(`units/${town}`)).path[0].name).toBe('县二');
    expect((await staff.change(town, { kind: 'close', version: 2, day: TOMORROW })).status).toBe(200);
  });

  it('close nothing at which somebody works on any later day, however short', async () => {
    const unit = await staff.open('21');
    const { person } = await staff.addTo(unit, { from: '2027-01-01' });
    const leave = { kind: 'leave', day: '2027-06-01', why, version: 1 };
    expect((await staff.send(`people/${person}/changes`, leave)).version).toBe(2);
    const close = { kind: 'close', day: '2026-06-01' };
    expect(await staff.change(unit, close)).toMatchObject({ code: 'refused', reason: 'has-members' });
    expect((await staff.change(unit, { ...close, day: '2027-06-01' })).status).toBe(200);
  });

  it('refuse to merge or split what has more units below than can be moved at once, and nothing is changed', async () => {
    const [city, other] = [await staff.open('11', { name: '市' }), await staff.open('11', { name: '另一个市' })];
    const children: string[] = [];
    for (let n = 0; n < 40; n += 1) children.push(await staff.open(city, { name: `站${n}` }));
    const merge = { kind: 'merge', others: [], into: { unit: other } };
    expect(await staff.change(city, merge)).toMatchObject({ status: 422, code: 'refused', reason: 'too-many' });
    const opening = { kind: 'station-city', division: '360400', parent: '11' };
    const into = ['甲市', '乙市'].map((name) => ({ opening: { ...opening, name } }));
    const split = { kind: 'split', into, children: children.map((child, i) => ({ child, to: i % 2 })) };
    expect(await staff.change(city, split)).toMatchObject({ status: 422, code: 'refused', reason: 'too-many' });
    expect(await staff.get(`units/${city}`)).toMatchObject({ children: 40, version: 1 });
    // What the sentence says to do helps.
    for (const child of children.slice(10)) {
      expect((await staff.change(child, { kind: 'move', parent: other })).status).toBe(200);
    }
    expect((await staff.change(city, { ...merge, day: TOMORROW })).status).toBe(200);
    expect((await staff.get(`units/${other}?day=${TOMORROW}`)).children).toBe(40);
  }, 60_000);

  it('appoint and relieve by name, and correct what is not dated', async () => {
    const head = { post: 'head', person: workerId('31') };
    expect((await staff.change('31', { kind: 'appoint', ...head, day: '2025-01-01' })).status).toBe(200);
    expect((await staff.get('units/31')).posts).toEqual([{ ...head, from: '2025-01-01', name: workerName('31') }]);
    expect((await staff.change('31', { kind: 'relieve', ...head, version: 2 })).status).toBe(200);
    expect(
      (await staff.change('31', { kind: 'correct', quota: 5, contacts: { phone: '0792-1234' }, version: 3 })).status,
    ).toBe(200);
    expect(await staff.get('units/31')).toMatchObject({ quota: 5, contacts: { phone: '0792-1234' }, version: 4 });
    expect(
      (await staff.change('31', { kind: 'appoint', post: 'head', person: workerId('3110'), version: 4 })).status,
    ).toBe(404);
  });
});
