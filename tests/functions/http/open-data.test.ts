// Keys and what they open, through the whole stack: listKeys, makeKey, endKey, openUnits, openFigures, openReports, openReport.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bureau, FEBRUARY, openBureau, REPORT, SELECTION } from '../../support/reports.ts';

let bureau: Bureau;
let secret = '';
let key = '';
beforeAll(async () => {
  bureau = await openBureau();
  await bureau.serve('31', 40);
  await bureau.serve('211', 9);
  await bureau.count();
  bureau.world.clock.now = '2026-03-03T02:00:00.000Z';
}, 60_000);
afterAll(() => bureau.close());

const make = (body: object = {}) => bureau.send('21/keys', { label: '大屏', until: '2026-12-31', ...body });
const FIGURES = 'figures?year=2026&from=1&to=2';

describe('a key', () => {
  it('is shown once: a repeated request, the list and the table hold no secret', async () => {
    const body = { request: 'request-for-one-key', label: '大屏', until: '2026-12-31' };
    const made = await bureau.send('21/keys', body);
    ({ secret, key } = made);
    expect(secret).toMatch(/^zrk_[\w-]+$/);
    expect(await bureau.send('21/keys', body)).toEqual({ status: 200, key });
    const listed = await bureau.get('21/keys');
    expect(listed.keys).toMatchObject([{ key, label: '大屏', state: 'valid', until: '2026-12-31' }]);
    expect(JSON.stringify(listed)).not.toContain(secret);
    const { items } = await everything();
    expect(items).toContain(createHash('sha256').update(secret).digest('base64url'));
    expect(items).not.toContain(secret);
  });

  it('lasts from today to two years from now', async () => {
    expect(await make({ until: '2026-03-02' })).toMatchObject({ status: 422, reason: 'key-span' });
    expect(await make({ until: '2028-03-05' })).toMatchObject({ reason: 'key-span' });
    expect(await make({ until: '2026-03-03' })).toMatchObject({ status: 200 });
  });

  it('is made by the bureau of the unit alone', async () => {
    expect(await bureau.send('31/keys', { label: '大屏', until: '2026-12-31' })).toMatchObject({ status: 404 });
    expect(await bureau.get('21/keys', bureau.above)).toMatchObject({ status: 404 });
  });
});

describe('whoever brings it', () => {
  it('reads the units, figures and frozen reports of its subtree', async () => {
    const { units } = await bureau.open('units', secret);
    expect(units.map(({ id, parent }: Record<string, unknown>) => [id, parent])).toEqual([
      ['21', null],
      ['31', '21'],
      ['311', '21'],
    ]);
    const { figures, rules } = await bureau.open(`${FIGURES}&units=21,31&indicators=served`, secret);
    expect(figures).toEqual([
      { unit: '21', values: { served: { now: { n: 40 }, last: { n: 0 } } } },
      { unit: '31', values: { served: { now: { n: 40 }, last: { n: 0 } } } },
    ]);
    expect(Object.keys(rules)).toEqual(['served']);
    expect((await bureau.open(FIGURES, secret)).figures).toMatchObject([{ unit: '21' }]);
  });

  it('gets no draft, and a frozen report byte for byte', async () => {
    const path = `21/reports/${REPORT}`;
    const version = async () => (await bureau.get(path)).version;
    await bureau.send('21/reports', { ...FEBRUARY, ...SELECTION });
    const { hash } = await bureau.send(`${path}/figures`, { version: await version() });
    expect((await bureau.open('units/21/reports?year=2026', secret)).reports).toEqual([]);
    expect(await bureau.open(`units/${path}`, secret)).toMatchObject({ status: 404 });
    await bureau.send(`${path}/moves`, { version: await version(), moving: { move: 'sign', hash } });
    const moving = { move: 'countersign', hash };
    await bureau.send(`${path}/moves`, { version: await version(), moving }, bureau.second);
    expect((await bureau.open('units/21/reports?year=2026', secret)).reports).toMatchObject([{ report: REPORT, hash }]);
    const { text } = await bureau.open(`units/${path}`, secret);
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
  });

  it('gets nothing of a sibling, of what lies above, and of what is not there: one answer', async () => {
    for (const unit of ['211', '11', '2111', '110']) {
      expect(await bureau.open(`${FIGURES}&units=${unit}`, secret)).toMatchObject({ status: 404 });
      expect(await bureau.open(`${FIGURES}&units=31,${unit}`, secret)).toMatchObject({ status: 404 });
      expect(await bureau.open(`units/${unit}/reports?year=2026`, secret)).toMatchObject({ status: 404 });
      expect(await bureau.open(`units/${unit}/reports/${REPORT}`, secret)).toMatchObject({ status: 404 });
    }
  });

  it('is told which field is wrong', async () => {
    expect(await bureau.open('figures?year=2026&from=3&to=2', secret)).toMatchObject({
      status: 400,
      errors: [{ path: 'to' }],
    });
    expect(await bureau.open(`${FIGURES}&indicators=no-such`, secret)).toMatchObject({
      status: 400,
      errors: [{ path: 'indicators' }],
    });
  });

  it('is seen in the list by the day of the last use', async () => {
    expect((await bureau.get('21/keys')).keys.find((one: { key: string }) => one.key === key).usedOn).toBe(
      '2026-03-03',
    );
    bureau.world.pass(1);
    await bureau.open('units', secret);
    expect((await bureau.get('21/keys')).keys.find((one: { key: string }) => one.key === key).usedOn).toBe(
      '2026-03-04',
    );
  });

  it('asks sixty times a minute at most', async () => {
    bureau.world.clock.now = '2026-03-05T02:00:00.000Z';
    const statuses = new Set<number>();
    for (let n = 0; n < 61; n += 1) statuses.add((await bureau.open('units', secret)).status);
    expect([...statuses]).toEqual([200, 429]);
    bureau.world.clock.now = '2026-03-05T02:01:00.000Z';
    expect((await bureau.open('units', secret)).status).toBe(200);
  });
});

describe('no key', () => {
  it('opens anything: none, another one, a session, one that has ended, one that is over', async () => {
    const bare = await bureau.transport.send('/api/open/units');
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    const session = await bureau.transport.send('/api/open/units', { headers: bureau.first.headers });
    expect(session.status).toBe(401);
    expect(await bureau.open('units', `${secret}x`)).toMatchObject({ status: 401, code: 'not_signed_in' });
    const short = await make({ until: '2026-03-06' });
    expect((await bureau.open('units', short.secret)).status).toBe(200);
    bureau.world.clock.now = '2026-03-06T16:00:00.000Z';
    expect((await bureau.open('units', short.secret)).status).toBe(401);
    expect((await bureau.open('units', secret)).status).toBe(200);
    expect(await bureau.send(`21/keys/${key}`, {})).toMatchObject({ status: 200, key });
    expect((await bureau.open('units', secret)).status).toBe(401);
    expect(await bureau.send(`21/keys/${key}`, {})).toMatchObject({ status: 422, reason: 'key-ended' });
    expect(await bureau.send('21/keys/no-such-key-00', {})).toMatchObject({ status: 404 });
  });
});

async function everything(): Promise<{ items: string }> {
  const { ScanCommand } = await import('@aws-sdk/lib-dynamodb');
  const { table } = bureau.world.test;
  const { Items } = await table.doc.send(new ScanCommand({ TableName: table.name }));
  return { items: JSON.stringify(Items) };
}
