import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditLine, checkChain } from '../../../functions/domain/audit/chain.ts';
import { sha256 } from '../../../functions/store/digest.ts';
import { job, openStaff, type Staff, TODAY, TOMORROW, why } from '../../support/staff.ts';
import { idNumberOf, phoneOf, signInAs, withCheck, workerId } from '../../support/tenants.ts';
import { transports } from '../../support/transports.ts';

describe.each(Object.keys(transports))('the routes of people and their audit, %s', (how) => {
  let staff: Staff;
  beforeAll(async () => {
    staff = await openStaff(how);
  }, 60_000);
  afterAll(() => staff.close());

  it('add, list and read people, by addPerson, listPeople and readPerson: masked, and sealed in the table', async () => {
    const unit = await staff.open('211');
    const idNumber = withCheck('36040019850615001');
    const { person, version } = await staff.addTo(unit, {
      phone: ' +86 138-0013-8000 ',
      idNumber: idNumber.toLowerCase(),
      education: 'college',
    });
    expect(version).toBe(1);
    const { workers, cursor } = await staff.get(`units/${unit}/people`);
    expect(workers).toEqual([{ person, name: '新来的人', phone: '138****8000', ...job }]);
    expect(await staff.get(`units/${unit}/people?cursor=${cursor}`)).toEqual({ status: 200, workers: [], grants: [] });
    const seen = await staff.get(`people/${person}`);
    expect(seen).toMatchObject({ phone: '138****8000', education: 'college', years: 1, version: 1 });
    expect(seen.idNumber).toBe(`${idNumber.slice(0, 6)}********${idNumber.slice(14)}`);
    expect(seen.employments).toEqual([{ unit, unitName: '新站', ...job }]);
    const stored = JSON.stringify(await staff.world.deps.store.people.get(person));
    expect(stored).not.toContain('13800138000');
    expect(stored).not.toContain(idNumber);
  });

  it('refuse a number that is wrong, naming the field, and one that somebody has, naming nobody but whom one may read', async () => {
    const wrong = await staff.addTo('31', { idNumber: '110101199001011234' });
    expect(wrong).toMatchObject({ code: 'invalid_input', errors: [{ path: 'idNumber', message: 'checksum' }] });
    expect(await staff.addTo('31', { phone: '12' })).toMatchObject({ errors: [{ path: 'phone', message: 'length' }] });
    for (const more of [{ phone: phoneOf('3110') }, { idNumber: idNumberOf('3110') }]) {
      const { title, instance, ...taken } = await staff.addTo('31', more);
      expect(taken).toEqual({ status: 409, code: 'duplicate_person', type: 'urn:zhuren:problem:duplicate_person' });
    }
    for (const more of [{ phone: phoneOf('311') }, { idNumber: idNumberOf('311') }]) {
      expect(await staff.addTo('31', more)).toMatchObject({ code: 'duplicate_person', person: workerId('311') });
    }
    const liaison = await signInAs(staff.world, 'liaison', '31');
    const { person } = await staff.send('units/31/people', { name: '某', ...job, phone: phoneOf('311') }, liaison);
    expect(person, 'a liaison reads nobody of the county').toBeUndefined();
  });

  it('unmask one number at a time, with a line that says who and why and does not hold it', async () => {
    const asked = { field: 'idNumber', why: `核对 ${phoneOf('21')} 的证书` };
    expect(await staff.send(`people/${workerId('21')}/unmaskings`, asked)).toEqual({
      status: 200,
      value: idNumberOf('21'),
    });
    const [line] = await staff.auditOf('21', '?action=unmaskPerson');
    expect(line).toMatchObject({
      actor: { kind: 'person', person: staff.manager.person },
      as: { role: 'bureau-manager', unit: '11' },
      after: { field: 'idNumber' },
    });
    expect(JSON.stringify(line)).not.toMatch(new RegExp(`${phoneOf('21')}|${idNumberOf('21')}`));
    const { person } = await staff.addTo('21');
    expect(await staff.send(`people/${person}/unmaskings`, asked)).toMatchObject({
      code: 'refused',
      reason: 'nothing-kept',
    });
  });

  it('change a person on the version that was seen, by changePerson', async () => {
    const { person } = await staff.addTo('31', { phone: staff.freshPhone(), education: 'college' });
    const put = (body: object) => staff.send(`people/${person}/changes`, body);
    expect(
      (await put({ kind: 'correct', name: '改过的名', phone: null, education: 'master', why, version: 1 })).version,
    ).toBe(2);
    const { phone, name, education } = await staff.get(`people/${person}`);
    expect([phone, name, education]).toEqual([undefined, '改过的名', 'master']);
    expect((await put({ kind: 'correct', name: '又改', why, version: 1 })).code).toBe('conflict');
    const certificate = { level: 'junior', number: '2025-000123', issued: '2025-09-01' };
    await put({ kind: 'certificate', certificate, version: 2 });
    await put({ kind: 'certificate', certificate: { ...certificate, registered: '2025-10-01' }, version: 3 });
    expect((await staff.get(`people/${person}`)).certificates).toEqual([{ ...certificate, registered: '2025-10-01' }]);
    const selection = { day: '2026-01-01', by: '11', basis: '九社发〔2026〕1号' };
    expect((await put({ kind: 'join-pool', pool: 'talent', day: '2026-02-01', selection, version: 4 })).version).toBe(
      5,
    );
    expect(await put({ kind: 'join-pool', pool: 'talent', day: '2026-02-02', selection, version: 5 })).toMatchObject({
      reason: 'already-in',
    });
    expect(
      (
        await put({
          kind: 'join-pool',
          pool: 'expert',
          day: '2026-02-02',
          selection: { ...selection, by: '110' },
          version: 5,
        })
      ).status,
    ).toBe(404);
    expect((await put({ kind: 'leave-pool', pool: 'talent', day: TODAY, why, version: 5 })).version).toBe(6);
    expect((await put({ kind: 'leave', day: TODAY, why, version: 6 })).version).toBe(7);
    expect((await staff.get(`people/${person}`)).employments[0].to).toBe(TODAY);
    expect((await staff.get('units/31/people')).workers.map((one: { person: string }) => one.person)).not.toContain(
      person,
    );
  });

  it('transfer a person with history, by transferPerson, and write a line at both units', async () => {
    const { person } = await staff.addTo('31', { phone: staff.freshPhone() });
    const body = { to: '311', day: TODAY, post: 'community-worker', why, version: 1 };
    expect(await staff.send(`people/${person}/transfers`, body)).toEqual({
      status: 200,
      person,
      version: 2,
      changesPost: true,
    });
    const { employments } = await staff.get(`people/${person}`);
    expect(employments.map(({ unit, to }: { unit: string; to?: string }) => [unit, to])).toEqual([
      ['31', TODAY],
      ['311', undefined],
    ]);
    for (const unit of ['31', '311']) {
      expect((await staff.auditOf(unit, '?action=transferPerson'))[0].thing).toEqual({ type: 'person', id: person });
    }
    expect(await staff.send(`people/${person}/transfers`, { ...body, version: 2 })).toMatchObject({
      reason: 'too-early',
    });
    expect((await staff.send(`people/${person}/transfers`, { ...body, to: '3110', version: 2 })).status).toBe(404);
  });

  it('give and end a role that bites at the next request, by grantRole and endRole', async () => {
    const { person, headers } = await staff.world.signIn();
    const somebody = { person, headers, token: '' };
    const wanted = { unit: '31', role: 'bureau-reader', from: TODAY, why };
    expect((await staff.send(`people/${person}/grants`, wanted)).status, 'a stranger’s id is of no use').toBe(404);
    const before = await staff.world.deps.store.people.get(person);
    if (before === undefined) throw new Error('somebody signed in');
    const { version, ...known } = before;
    const after = {
      ...known,
      changedAt: staff.world.clock.now,
      employments: [{ unit: '31', post: 'social-worker' as const, established: true, from: TODAY }],
    };
    expect([version, await staff.world.deps.store.people.put({ before, after }, [])]).toEqual([1, 'done']);
    expect((await staff.get('units/31/people', somebody)).status).toBe(404);
    const { grant } = await staff.send(`people/${person}/grants`, wanted);
    expect((await staff.get('units/31/people', somebody)).status).toBe(200);
    expect(await staff.send(`people/${person}/grants`, wanted)).toMatchObject({ code: 'refused', reason: 'role-held' });
    expect(await staff.send(`people/${person}/grants/${grant}/end`, { day: '2026-02-01', why })).toMatchObject({
      reason: 'too-early',
    });
    expect((await staff.send(`people/${person}/grants/${grant}/end`, { day: TODAY, why })).to).toBe(TODAY);
    expect((await staff.get('units/31/people', somebody)).status).toBe(404);
    expect(await staff.send(`people/${person}/grants/${grant}/end`, { day: TODAY, why })).toMatchObject({
      reason: 'already-ended',
    });
    expect(
      (await staff.send(`people/${staff.manager.person}/grants`, { ...wanted, unit: '11' })).status,
      'nobody gives to themselves',
    ).toBe(404);
  });

  it('page through the audit, by listAudit, with a cursor that is of use to its own reader and question alone', async () => {
    const unit = await staff.open('211');
    for (let version = 1; version <= 101; version += 1) {
      const changed = await staff.change(unit, { kind: 'correct', quota: version, version });
      expect(changed.status).toBe(200);
    }
    const first = await staff.get(`units/${unit}/audit`);
    expect([first.lines.length, first.lines[0].seq]).toEqual([100, 102]);
    const rest = await staff.get(`units/${unit}/audit?cursor=${first.cursor}`);
    expect(rest.lines.map(({ seq }: { seq: number }) => seq)).toEqual([2, 1]);
    expect(rest.cursor).toBeUndefined();
    const other = await signInAs(staff.world, 'auditor', '11');
    // Not the last sign: of that one some bits stand for nothing.
    const altered = `${first.cursor.startsWith('A') ? 'B' : 'A'}${first.cursor.slice(1)}`;
    const refused = await Promise.all([
      staff.get(`units/${unit}/audit?cursor=${first.cursor}`, other),
      staff.get(`units/${unit}/audit?action=open&cursor=${first.cursor}`),
      staff.get(`units/31/audit?cursor=${first.cursor}`),
      staff.get(`units/${unit}/people?cursor=${first.cursor}`),
      staff.get(`tree?cursor=${first.cursor}`),
      staff.get(`units/${unit}/audit?cursor=${altered}`),
      staff.get(`units/${unit}/audit?cursor=AAAA`),
    ]);
    for (const answer of refused) expect(answer).toMatchObject({ status: 400, errors: [{ path: 'cursor' }] });
    expect((await staff.get(`units/${unit}/audit?actor=${other.person}`)).lines).toEqual([]);
    expect((await staff.get(`units/${unit}/audit?from=${TOMORROW}`)).lines).toEqual([]);
    expect((await staff.get(`units/${unit}/audit?to=${TODAY}&action=open`)).lines).toHaveLength(1);
  }, 60_000);

  it('leave chains that hold, whatever was done', async () => {
    for (const unit of ['11', '21', '31', '311']) {
      const lines: AuditLine[] = [];
      for await (const line of staff.world.deps.store.audit.all(unit)) lines.push(line);
      expect(checkChain(lines, { to: await staff.world.deps.store.audit.head(unit) }, sha256)).toEqual({ ok: true });
    }
  });

  it('page through a long list of people', async () => {
    const unit = await staff.open('211');
    const { people } = staff.world.deps.store;
    for (let n = 0; n < 201; n += 1) {
      const id = `listed-${String(n).padStart(4, '0')}`;
      const employments = [{ unit, ...job, post: 'other' as const }];
      const { now } = staff.world.clock;
      const facts = { employments, certificates: [], pools: [] };
      await people.put({ after: { id, name: id, createdAt: now, changedAt: now, ...facts } }, []);
    }
    const first = await staff.get(`units/${unit}/people`);
    const second = await staff.get(`units/${unit}/people?cursor=${first.cursor}`);
    expect([first.workers.length, second.workers.length]).toEqual([200, 1]);
    expect((await staff.get(`units/${unit}`)).workers).toBe(201);
    expect((await staff.get(`units/${unit}/people?day=2024-12-31`)).workers).toEqual([]);
  }, 60_000);
});
