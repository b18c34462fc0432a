// The import of people on the real edge and the real engine: what is done is what was foretold, once; each row is judged where it belongs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfNumber } from '../../../functions/app/person-records.ts';
import { openUnit } from '../../../functions/app/units.ts';
import type { Answer, Input } from '../../../functions/contract/index.ts';
import {
  idNumberOf,
  OPENED,
  OPERATOR,
  phoneOf,
  settle,
  signInAs,
  tenantsIn,
  withCheck,
  workerName,
} from '../../support/tenants.ts';
import { post, problemOf, type Transport, transports } from '../../support/transports.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

type Row = Input<'importPeople'>['body']['rows'][number];
type Line = Answer<'importPeople'>['lines'][number];
const DAY = '2026-03-01';
/** The township stations below '31', made for the large list. */
const STATIONS = Array.from({ length: 12 }, (_, i) => `st-${i}`);
let world: World;
let transport: Transport;
let manager: SignedIn;
beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  for (const id of STATIONS) await open(id);
  transport = await (transports['in process'] as (typeof transports)[string])(world);
  manager = await signInAs(world, 'bureau-manager', '21');
});
afterAll(async () => {
  await transport.close();
  await world.test.close();
});

async function open(id: string): Promise<void> {
  const body = {
    kind: 'station-township',
    division: '360400',
    name: `站 ${id}`,
    parent: '31',
    day: OPENED,
    why: '开办',
  } as const;
  await openUnit({ ...world.deps, newId: () => id })(OPERATOR, { params: undefined, query: undefined, body });
}

async function send(rows: readonly Row[], { dry = false, unit = '21', who = manager } = {}): Promise<Response> {
  return transport.send(`/api/staff/units/${unit}/imports`, post({ dry, day: DAY, rows }, who.headers));
}

async function linesOf(rows: readonly Row[], how: Parameters<typeof send>[1] = {}): Promise<Line[]> {
  const response = await send(rows, how);
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return JSON.parse(text).lines;
}

/** Sends a long list as the page does: a hundred rows at a time. */
async function all(rows: readonly Row[], how: Parameters<typeof send>[1] = {}): Promise<Line[]> {
  const lines: Line[] = [];
  for (let first = 0; first < rows.length; first += 100) {
    lines.push(...(await linesOf(rows.slice(first, first + 100), how)));
  }
  return lines;
}

function counts(lines: readonly Line[]) {
  const of = (outcome: string) => lines.filter((line) => line.outcome === outcome).length;
  return { new: of('new'), same: of('same'), changed: of('changed'), refused: of('refused') };
}

/** Numbers that pass the checks and are nobody's. */
const phone = (n: number) => `199${String(n).padStart(8, '0')}`;
const idNumber = (n: number) => withCheck(`99100019900101${String(n % 1000).padStart(3, '0')}`);

function row(line: number, more: Partial<Row> = {}): Row {
  return {
    line,
    unit: '31',
    name: `社工 ${line}`,
    phone: phone(line),
    post: 'social-worker',
    from: '2025-03-01',
    ...more,
  };
}

async function workers(unit: string, who = manager): Promise<{ name: string; phone?: string }[]> {
  const response = await transport.send(`/api/staff/units/${unit}/people`, { headers: who.headers });
  return response.status === 200 ? (await response.json()).workers : [];
}

const personWith = (number: string) =>
  world.deps.store.people.findByPhoneHash(hashOfNumber(world.deps, 'phone', number) as string);

async function auditLength(unit: string): Promise<number> {
  return (await world.deps.store.audit.head(unit)).seq;
}

describe('a list of 500 people with 7 bad rows', () => {
  const list: Row[] = Array.from({ length: 500 }, (_, i) => {
    return row(i + 2, { unit: STATIONS[i % STATIONS.length] as string, phone: phone(10_000 + i) });
  });
  const bad: [number, Partial<Row>][] = [
    [10, { phone: '1380000' }],
    [50, { idNumber: withCheck('99100019900101001').replace(/.$/, (c) => (c === '1' ? '2' : '1')) }],
    [120, { unit: '110' }],
    [121, { unit: 'nowhere' }],
    [300, { phone: phoneOf('2110') }],
    [401, { name: '' }],
    [499, { from: '1949-10-01' }],
  ];
  for (const [i, wrong] of bad) list[i] = { ...(list[i] as Row), ...wrong };

  it('is foretold by a dry run that writes nothing', async () => {
    const lines = await all(list, { dry: true });
    expect(counts(lines)).toEqual({ new: 493, same: 0, changed: 0, refused: 7 });
    expect((await Promise.all(STATIONS.map((unit) => workers(unit)))).flat()).toEqual([]);
  });

  it('leaves 493 people at their stations and 7 lines explained', async () => {
    const lines = await all(list);
    expect(counts(lines)).toEqual({ new: 493, same: 0, changed: 0, refused: 7 });
    expect(lines.filter(({ outcome }) => outcome === 'refused')).toEqual([
      { line: 12, outcome: 'refused', reason: 'invalid', column: 'phone' },
      { line: 52, outcome: 'refused', reason: 'invalid', column: 'idNumber' },
      { line: 122, outcome: 'refused', reason: 'not-your-unit' },
      { line: 123, outcome: 'refused', reason: 'not-your-unit' },
      { line: 302, outcome: 'refused', reason: 'employed-elsewhere' },
      { line: 403, outcome: 'refused', reason: 'invalid', column: 'name' },
      { line: 501, outcome: 'refused', reason: 'invalid', column: 'from' },
    ]);
    const found = await Promise.all(STATIONS.map((unit) => workers(unit)));
    expect(found.flat()).toHaveLength(493);
    expect(found[2]?.map(({ phone }) => phone)).toContain(`199****${phone(10_002).slice(7)}`);
  });

  it('changes nothing when it comes again', async () => {
    const before = await Promise.all(STATIONS.map(auditLength));
    expect(counts(await all(list))).toEqual({ new: 0, same: 493, changed: 0, refused: 7 });
    expect(await Promise.all(STATIONS.map(auditLength))).toEqual(before);
    expect(before.reduce((sum, seq) => sum + seq, 0)).toBe(493 + STATIONS.length);
  });

  it('is seen by nobody of another county', async () => {
    const foreign = await signInAs(world, 'bureau-reader', '2110');
    for (const unit of STATIONS) expect(await workers(unit, foreign)).toEqual([]);
  });
});

describe('a row', () => {
  it('of somebody known corrects what it says and leaves what it does not', async () => {
    const known = row(3001, { idNumber: idNumber(1), education: 'college' });
    await linesOf([known]);
    const { education: _, ...rest } = { ...known, phone: phone(3002), isSocialWorkMajor: true, name: '社工新名' };
    expect(await linesOf([rest], { dry: true })).toEqual([
      { line: 3001, outcome: 'changed', fields: ['name', 'phone', 'isSocialWorkMajor'] },
    ]);
    expect(counts(await linesOf([rest])).changed).toBe(1);
    expect(await linesOf([rest])).toEqual([{ line: 3001, outcome: 'same' }]);
    expect(await linesOf([{ ...rest, education: 'college' }])).toEqual([{ line: 3001, outcome: 'same' }]);
    // The phone that was given up is free again.
    expect(counts(await linesOf([row(3003, { phone: phone(3001) })])).new).toBe(1);
  });

  it('without a first day in post begins on the day of the import, and stays the same later', async () => {
    const { from: _, ...undated } = row(3010);
    await linesOf([undated]);
    const response = await transport.send(
      '/api/staff/units/21/imports',
      post({ dry: false, day: '2026-03-20', rows: [undated] }, manager.headers),
    );
    expect((await response.json()).lines).toEqual([{ line: 3010, outcome: 'same' }]);
  });

  it.each([
    ['at another unit', { unit: '311' }, 'employed-elsewhere'],
    ['with another name and no identity number', { name: '别人' }, 'name-differs'],
    ['in another post', { post: 'volunteer' }, 'employment-differs'],
    ['since another day', { from: '2024-01-01' }, 'employment-differs'],
    ['on the establishment now', { established: true }, 'employment-differs'],
  ] as const)('of somebody known %s is refused', async (_how, change, reason) => {
    await linesOf([row(3020)]);
    const person = await personWith(phone(3020));
    expect(await linesOf([row(3020, change)])).toEqual([{ line: 3020, outcome: 'refused', reason, person }]);
  });

  it('whose phone is another person’s than its identity number is refused', async () => {
    await linesOf([row(3030, { idNumber: idNumber(30) }), row(3031, { idNumber: idNumber(31) })]);
    const refused = { outcome: 'refused', reason: 'other-person-has-phone' };
    for (const [line, id] of [
      [3031, 30],
      [3030, 32],
    ] as const) {
      const person = await personWith(phone(line));
      expect(await linesOf([row(line, { idNumber: idNumber(id) })])).toEqual([{ line, ...refused, person }]);
    }
  });

  it('that stands twice in a slice is refused both times', async () => {
    const lines = await linesOf([row(3040), row(3041, { phone: phone(3040) }), row(3042)]);
    const reason = { outcome: 'refused', reason: 'duplicate', column: 'phone' };
    expect(lines).toEqual([
      { line: 3040, ...reason },
      { line: 3041, ...reason },
      { line: 3042, outcome: 'new' },
    ]);
  });

  it('for a unit that has closed is refused', async () => {
    const unit = 'st-closed';
    await open(unit);
    const { id, version } = (await world.deps.store.units.get(unit)) as { id: string; version: number };
    const body = { kind: 'close', day: '2026-02-01', why: '撤销', version };
    const operator = await signInAs(world, 'operator', '11');
    expect((await transport.send(`/api/staff/units/${id}/changes`, post(body, operator.headers))).status).toBe(200);
    const [line] = await linesOf([row(3050, { unit })]);
    expect(line).toEqual({ line: 3050, outcome: 'refused', reason: 'unit-not-open' });
  });
});

describe('who imports', () => {
  it('reaches no unit beside or above the one they name, whatever the rows say', async () => {
    const lines = await linesOf(
      ['21', '31', '211', '11', '2110', '110'].map((unit, i) => row(4000 + i, { unit })),
      {
        dry: true,
        unit: '31',
      },
    );
    expect(lines.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
      'not-your-unit',
      'new',
      ...Array<string>(4).fill('not-your-unit'),
    ]);
  });

  it('learns nothing of people elsewhere but that they are registered', async () => {
    const rows = [
      row(4010, { phone: phoneOf('2110') }),
      row(4011, { idNumber: idNumberOf('2110') }),
      row(4012, { phone: phoneOf('2110'), name: workerName('2110') }),
    ];
    for (const dry of [true, false]) {
      for (const one of rows) {
        const text = await (await send([one], { dry })).text();
        expect(tenantsIn(text)).toEqual([]);
        const { line } = one;
        expect(JSON.parse(text).lines).toEqual([{ line, outcome: 'refused', reason: 'employed-elsewhere' }]);
      }
    }
  });

  it.each(['liaison', 'bureau-reader', 'auditor', 'worker'] as const)('is not a %s', async (role) => {
    const who = await signInAs(world, role, '21');
    expect(await problemOf(await send([row(4020)], { who }))).toBe('404 not_found');
  });

  it('writes one audit line for each person, with nothing whole in it', async () => {
    const before = await auditLength('312');
    const boss = await signInAs(world, 'unit-manager', '211');
    await linesOf([row(4030, { unit: '312', idNumber: idNumber(40) })], { unit: '211', who: boss });
    const { lines } = await world.deps.store.audit.list('312', { limit: 1 });
    expect(lines[0]).toMatchObject({
      seq: before + 1,
      action: 'importPeople',
      actor: { person: boss.person },
      as: { role: 'unit-manager', unit: '211' },
      after: { phone: '199****4030', idNumber: `991000********${idNumber(40).slice(14)}` },
    });
    expect(JSON.stringify(lines)).not.toContain(phone(4030));
  });
});

describe('at the same time', () => {
  it('two who import one list leave each person once', async () => {
    const rows = Array.from({ length: 40 }, (_, i) =>
      row(5000 + i, { unit: i % 2 ? '31' : '311', idNumber: idNumber(500 + i) }),
    );
    const both = await Promise.all([linesOf(rows), linesOf(rows)]);
    expect(both.flat().filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    expect(counts(both.flat())).toMatchObject({ new: 40, same: 40 });
    expect(counts(await linesOf(rows)).same).toBe(40);
  });
});

it('writes no number of a row into the log', () => {
  expect(world.lines.join('\n')).not.toMatch(/1(?:99|38)\d{8}|99[01]000\d{11}/);
});
