import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../../functions/store/keys.ts';
import { type Came, job, openStaff, type Staff, TODAY, why } from '../../support/staff.ts';
import { signInAs, unitName, workerId, workerName } from '../../support/tenants.ts';
import { transports } from '../../support/transports.ts';
import type { SignedIn } from '../../support/world.ts';

describe.each(Object.keys(transports))('the audit, %s', (how) => {
  let staff: Staff;
  let county: SignedIn;

  beforeAll(async () => {
    staff = await openStaff(how);
    county = await signInAs(staff.world, 'bureau-manager', '21');
  }, 60_000);
  afterAll(() => staff.close());

  async function allPages(path: string, who: SignedIn = staff.manager): Promise<Came[]> {
    const pages: Came[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page: Came = await staff.get(
        cursor === '' ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`,
        who,
      );
      expect(page.status).toBe(200);
      pages.push(page);
      cursor = page.cursor;
    }
    return pages;
  }

  it('is searched for whom it is about: what was done to them, their posts and their roles', async () => {
    const unit = await staff.open('21');
    const { person } = await staff.addTo(unit);
    await staff.addTo(unit);
    await staff.change(unit, { kind: 'appoint', post: 'head', person });
    await staff.send(`people/${person}/grants`, { unit, role: 'worker', from: TODAY, why });
    const about = await staff.auditOf(unit, `?thing=${person}`);
    expect(about.map(({ action }: Came) => action)).toEqual(['grantRole', 'appoint', 'addPerson']);
    expect((await staff.auditOf(unit, `?thing=${unit}`)).map(({ action }: Came) => action)).toContain('open');
    expect(await staff.auditOf(unit, `?thing=${person.slice(0, -1)}`)).toEqual([]);
  });

  it('names the people and units of its lines, as far as the reader may look them up', async () => {
    const unit = await staff.open('31');
    const { person } = await staff.addTo(unit, { name: '陈一一' });
    await staff.change(unit, { kind: 'appoint', post: 'head', person });
    const { names } = await staff.get(`units/${unit}/audit`, county);
    expect(names).toMatchObject({ [unit]: '新站', '31': unitName('31'), [person]: '陈一一' });
    // The province's manager did it: the county may look neither them nor their unit up.
    expect(names).not.toHaveProperty(staff.manager.person);
    expect(names).not.toHaveProperty('11');
    expect((await staff.get(`units/${unit}/audit`)).names).toHaveProperty(staff.manager.person);
  });

  describe('taken along', () => {
    it('holds the lines of the unit alone, or of all below it, closed units included', async () => {
      const upper = await staff.open('31', { name: '上级站' });
      const lower = await staff.open(upper, { name: '下级站' });
      await staff.change(lower, { kind: 'close' });
      const own = await staff.get(`units/${upper}/audit/export`);
      expect(new Set(own.lines.map(({ unit }: Came) => unit))).toEqual(new Set([upper]));
      const [all] = await allPages(`units/${upper}/audit/export?scope=subtree`);
      expect(all.lines.map(({ unit, action }: Came) => `${unit} ${action}`)).toEqual([
        `${upper} exportAudit`,
        `${upper} exportAudit`,
        `${upper} open`,
        `${lower} close`,
        `${lower} open`,
      ]);
      expect(all.units).toBe(2);
      expect(all.names).toMatchObject({ [upper]: '上级站', [lower]: '下级站' });
    });

    it('is a line of the audit itself, once for all its pages', async () => {
      const unit = await staff.open('21');
      for (let i = 0; i < 5; i += 1) await staff.addTo(unit, { phone: staff.freshPhone() });
      await allPages(`units/${unit}/audit/export?scope=subtree&from=${TODAY}`);
      const lines = await staff.auditOf(unit, '?action=exportAudit');
      expect(lines).toMatchObject([{ thing: { type: 'unit', id: unit }, after: { scope: 'subtree', from: TODAY } }]);
    });

    it('is for those who have the right, and speaks of nobody else’s units', async () => {
      expect((await staff.get('units/11/audit/export', county)).status).toBe(404);
      const text = JSON.stringify(await allPages('units/21/audit/export?scope=subtree', county));
      for (const other of ['211', '312', '110', '2110', '3110']) {
        for (const canary of [unitName(other), workerName(other), workerId(other)]) expect(text).not.toContain(canary);
      }
      const liaison = await signInAs(staff.world, 'liaison', '21');
      expect((await staff.get('units/21/audit/export', liaison)).status).toBe(404);
    });
  });

  describe('checked', () => {
    it('is found whole, with all below it, by who may read it', async () => {
      const auditor = await signInAs(staff.world, 'auditor', '211');
      const [first] = await allPages('units/211/audit/check', auditor);
      expect(first).toMatchObject({ units: 2, faults: [] });
      expect(first.lines).toBeGreaterThan(2);
      expect((await staff.get('units/21/audit/check', auditor)).status).toBe(404);
    });

    it('says where a chain below was touched, and what is wrong with it', async () => {
      const upper = await staff.open('311', { name: '甲站' });
      const lower = await staff.open(upper, { name: '乙站' });
      await staff.send(`units/${lower}/people`, { name: '某某', ...job });
      const { table } = staff.world.test;
      await table.doc.send(new DeleteCommand({ TableName: table.name, Key: keys.auditLine(lower, 1) }));
      const pages = await allPages('units/21/audit/check', county);
      expect(pages.flatMap(({ faults }) => faults)).toEqual([{ unit: lower, name: '乙站', seq: 1, fault: 'gap' }]);
      expect((await staff.get(`units/${upper}/audit/check`)).faults).toHaveLength(1);
    });
  });
});
