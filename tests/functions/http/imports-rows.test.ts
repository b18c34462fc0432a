// What the rows of an import may hold, on the real engine: requests of another form are refused whole; a certificate is added to by a list that
// knows more, and a list that knows less takes nothing back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../../functions/contract/index.ts';
import { type Came, openStaff, type Staff, TODAY } from '../../support/staff.ts';

type Row = Input<'importPeople'>['body']['rows'][number];

let staff: Staff;
beforeAll(async () => {
  staff = await openStaff('in process');
}, 60_000);
afterAll(() => staff.close());

const certificate = { level: 'junior', number: '2019-0344', issued: '2019-09-01' } as const;
const registered = { ...certificate, registrationFrom: '2023-10-20', registrationTo: '2026-10-19' };

const rowOf = (line: number, more: Partial<Row>): Row => ({
  ...{ line, unit: '31', name: `社工 ${line}`, phone: `199${String(line).padStart(8, '0')}`, from: '2025-03-01' },
  ...{ post: 'social-worker', ...more },
});

async function linesOf(rows: Row[]): Promise<Came[]> {
  const { status, lines } = await staff.send('units/21/imports', { dry: false, day: TODAY, rows });
  expect(status).toBe(200);
  return lines;
}

const outcomes = async (rows: Row[]) => (await linesOf(rows)).map(({ outcome }) => outcome);

/** The person of a row's name at the unit. */
async function personOf(line: number): Promise<string> {
  const { workers } = await staff.get('units/31/people');
  return workers.find(({ name }: Came) => name === `社工 ${line}`).person;
}

const certificatesOf = async (line: number) => (await staff.get(`people/${await personOf(line)}`)).certificates;

describe('a request', () => {
  it.each([
    ['without rows', []],
    ['with more than a hundred', Array.from({ length: 101 }, (_, i) => rowOf(i + 1, {}))],
    ['with an unknown field', [{ ...rowOf(1, {}), secret: 1 }]],
    ['with an unknown post', [{ ...rowOf(1, {}), post: 'king' }]],
    ['with half a certificate', [{ ...rowOf(1, {}), certificate: { level: 'junior' } }]],
  ])('%s is invalid', async (_how, rows) => {
    const answer = await staff.send('units/21/imports', { dry: false, day: TODAY, rows });
    expect(answer).toMatchObject({ status: 400, code: 'invalid_input' });
  });
});

describe('certificates', () => {
  it('come with somebody new, are added to and renewed, and change nothing when their rows come again', async () => {
    const rows = [rowOf(1, { certificate }), rowOf(2, {})];
    expect(await outcomes(rows)).toEqual(['new', 'new']);
    expect(await certificatesOf(1)).toEqual([certificate]);
    const before = await staff.auditOf('31');
    expect(await outcomes(rows)).toEqual(['same', 'same']);
    expect(await staff.auditOf('31')).toEqual(before);
    const later = rows.map((row) => ({ ...row, certificate: registered }));
    const changed = { outcome: 'changed', fields: ['certificate'] };
    expect(await linesOf(later)).toEqual([
      { line: 1, ...changed },
      { line: 2, ...changed },
    ]);
    expect(await certificatesOf(1)).toEqual([registered]);
    expect(await outcomes(later)).toEqual(['same', 'same']);
    expect(await outcomes(rows), 'a list that knows less').toEqual(['same', 'same']);
  });

  it('that are older than what is known, or others of a level, are refused with the way to the person', async () => {
    await linesOf([rowOf(10, { certificate: registered })]);
    const refused = { line: 10, outcome: 'refused', person: await personOf(10) };
    const old = { ...certificate, registrationFrom: '2020-10-20', registrationTo: '2023-10-19' };
    expect(await linesOf([rowOf(10, { certificate: old })])).toEqual([{ ...refused, reason: 'certificate-older' }]);
    const other = { ...certificate, number: '2019-0345' };
    expect(await linesOf([rowOf(10, { certificate: other })])).toEqual([{ ...refused, reason: 'certificate-differs' }]);
  });

  it('that cannot be are refused by their column, whatever the page has let pass', async () => {
    const lines = await linesOf([
      rowOf(20, { certificate: { ...certificate, number: '第1号' } }),
      rowOf(21, { certificate: { ...certificate, issued: '2027-01-01' } }),
      rowOf(22, { certificate: { ...registered, registrationTo: '2023-10-19' } }),
    ]);
    expect(lines.map(({ reason, column }) => [reason, column])).toEqual([
      ['invalid', 'certificateNumber'],
      ['invalid', 'issued'],
      ['invalid', 'registrationTo'],
    ]);
  });
});
