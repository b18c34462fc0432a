// The ledgers of a unit's people through the whole stack: listLedgers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../../functions/app/people.ts';
import { freshRequest } from '../../support/courses.ts';
import { staffOf } from '../../support/door.ts';
import { type Books, certify, openBooks } from '../../support/ledgers.ts';
import type { Came } from '../../support/staff.ts';
import { OPERATOR, workerId } from '../../support/tenants.ts';

const PEOPLE = 60;

let books: Books;
beforeAll(async () => {
  books = await openBooks();
  for (let n = 1; n <= PEOPLE; n += 1) await employ(n);
  // The first ten have reached their target by a degree, the next twenty are registered and have nothing.
  for (let n = 1; n <= 30; n += 1) await certify(books.world, idOf(n), { registered: '2024-05-10' });
  for (let n = 1; n <= 10; n += 1) await learned(idOf(n));
}, 120_000);
afterAll(() => books.hall.close());

const idOf = (n: number) => `person-${String(n).padStart(4, '0')}`;

async function employ(n: number): Promise<void> {
  const job = { post: 'social-worker', established: false, from: '2024-01-01' } as const;
  const input = { params: { unit: '21' }, query: undefined, body: { name: `同事${n}`, ...job } };
  await addPerson({ ...books.world.deps, newId: () => idOf(n) })(OPERATOR, input);
}

async function learned(person: string): Promise<void> {
  const path = `ledger/people/${person}/entries`;
  const body = {
    request: freshRequest(),
    kind: 'degree',
    title: '学士',
    organiser: '某大学',
    day: '2025-07-01',
    evidence: [],
  };
  const { entry } = await books.hall.send(path, body, books.liaison);
  await books.hall.send(`${path}/${entry}/moves`, { request: freshRequest(), move: 'approve' }, books.manager);
}

async function pages(query = '', who = books.liaison): Promise<Came[]> {
  const found: Came[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const on: string = cursor === '' ? query : `${query}${query === '' ? '?' : '&'}cursor=${cursor}`;
    const page: Came = await books.hall.get(`ledger/units/21/people${on}`, who);
    expect(page.status).toBe(200);
    found.push(page);
    cursor = page.cursor;
  }
  return found;
}

const peopleIn = (all: Came[]) => all.flatMap(({ people }) => people);

describe('listLedgers', () => {
  it('gives everybody who works there, page by page, and the sums of each page', async () => {
    const all = await pages();
    expect(all.map(({ people }) => people.length)).toEqual([50, PEOPLE + 1 - 50]);
    expect(new Set(peopleIn(all).map(({ person }) => person)).size).toBe(PEOPLE + 1);
    const sums = all.map(({ sum }) => sum);
    const total = (field: string) => sums.reduce((sum, one) => sum + one[field], 0);
    // The worker of the unit is registered, too, and has nothing.
    expect(['people', 'registered', 'reached', 'short', 'unregistered', 'waiting'].map(total)).toEqual([
      61, 31, 10, 21, 30, 0,
    ]);
  });

  it('says of each how far they are, or why they have no ledger', async () => {
    const all = peopleIn(await pages());
    const of = (n: number) => all.find(({ person }) => person === idOf(n));
    const period = { from: '2024-05-10', last: '2027-05-09', nth: 1 };
    expect(of(1)).toMatchObject({ name: '同事1', ledger: { level: 'junior', period, total: 5400, missing: 0 } });
    expect(of(11).ledger).toMatchObject({ target: 4320, missing: 4320, forecast: { state: 'open', by: '2027-05-09' } });
    expect(of(60)).toMatchObject({ reason: 'not-registered', waiting: 0 });
  });

  it('leaves out who lacks nothing when asked, and sums up everybody all the same', async () => {
    const all = await pages('?short=true');
    expect(
      peopleIn(all)
        .map(({ person }) => person)
        .sort(),
    ).toEqual([...Array.from({ length: 20 }, (_, i) => idOf(i + 11)), workerId('21')].sort());
    expect(all.reduce((sum, page) => sum + page.sum.people, 0)).toBe(61);
  });

  it('counts what waits for a decision', async () => {
    const body = { kind: 'degree', title: '学士', organiser: '某大学', day: '2025-07-01' };
    await books.propose(body);
    const row = peopleIn(await pages()).find(({ person }) => person === workerId('21'));
    expect(row).toMatchObject({ waiting: 1, ledger: { total: 0 } });
  });

  it('shows who worked there on another day, to those alone who may today', async () => {
    expect(peopleIn(await pages('?day=2023-12-31')).map(({ person }) => person)).toEqual([workerId('21')]);
    const elsewhere = await staffOf(books.world, 'liaison', '31');
    expect((await books.hall.get('ledger/units/21/people', elsewhere)).status).toBe(404);
    expect((await books.hall.get('ledger/units/21/people', books.worker)).status).toBe(404);
  });
});
