// What becomes of an entry of the ledger, through the whole stack: moveEntry.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshRequest } from '../../support/courses.ts';
import { staffOf } from '../../support/door.ts';
import { type Books, openBooks } from '../../support/ledgers.ts';
import type { Came } from '../../support/staff.ts';
import type { SignedIn } from '../../support/world.ts';

const TRAINING = { kind: 'training', when: { day: '2025-10-01', minutes: 30 } };

let books: Books;
beforeAll(async () => {
  books = await openBooks();
}, 60_000);
afterAll(() => books.hall.close());

describe('moveEntry', () => {
  const proposed = async (who?: SignedIn) => (await books.propose(TRAINING, who)).entry;
  const movesOf = async (entry: string, who: SignedIn) =>
    (await books.read(who)).entries.find(({ id }: Came) => id === entry).moves;

  it('offers each the moves that they may make, and no others pass', async () => {
    const entry = await proposed();
    expect(await movesOf(entry, books.worker)).toEqual(['withdraw']);
    expect(await movesOf(entry, books.liaison)).toEqual([]);
    expect(await movesOf(entry, books.manager)).toEqual(['approve', 'refuse']);
    expect((await books.move(entry, { move: 'approve' }, books.worker)).status).toBe(404);
    expect((await books.move(entry, { move: 'approve' }, books.liaison)).status).toBe(404);
    expect(await books.move(entry, { move: 'withdraw', why: '填错了' }, books.liaison)).toMatchObject({
      reason: 'entry-not-own',
    });
    expect(await books.move(entry, { move: 'revoke', why: '有误' })).toMatchObject({ reason: 'entry-state' });
    expect(await books.move(entry, { move: 'approve' })).toMatchObject({ status: 200, state: 'approved' });
    expect(await movesOf(entry, books.manager)).toEqual(['revoke']);
    expect(await books.move(entry, { move: 'refuse', why: '有误' })).toMatchObject({ reason: 'entry-state' });
  });

  it('does it once, whatever is sent again, and lets one of two win', async () => {
    const entry = await proposed();
    const wish = { request: freshRequest(), move: 'approve' };
    const both = await Promise.all([books.move(entry, wish), books.move(entry, { move: 'refuse', why: '不符' })]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const [mine] = both;
    expect((await books.move(entry, wish)).status).toBe(mine?.status === 200 ? 200 : 422);
    expect(await books.move(entry, { ...wish, move: 'revoke', why: '有误' })).toMatchObject({ status: 422 });
    const { facts } = (await books.read()).entries.find(({ id }: Came) => id === entry);
    expect(facts).toHaveLength(2);
  });

  it('asks for a reason, but for an approval', async () => {
    const entry = await proposed();
    expect(await books.move(entry, { move: 'refuse' })).toMatchObject({ status: 422, reason: 'no-reason' });
    expect(await books.move(entry, { move: 'refuse', why: '没有盖章' })).toMatchObject({ state: 'refused' });
    expect(await books.move(entry, { move: 'approve' })).toMatchObject({ reason: 'entry-state' });
  });

  it('is not for one’s own hours, nor for what one has proposed', async () => {
    const entry = await proposed(books.manager);
    expect(await movesOf(entry, books.manager)).toEqual(['withdraw']);
    expect(await books.move(entry, { move: 'approve' })).toMatchObject({ reason: 'entry-own' });
    const other = await staffOf(books.world, 'unit-manager');
    expect(await books.move(entry, { move: 'approve' }, other)).toMatchObject({ state: 'approved' });
    expect(await books.move(await proposed(books.manager), { move: 'withdraw', why: '重复' })).toMatchObject({
      state: 'refused',
    });
  });

  it('leaves what was earned in a course to the course', async () => {
    const { course, session } = books.hall;
    const approved = { state: 'approved', at: '2026-02-01T00:00:00.000Z', by: books.liaison.person } as const;
    const when = { day: '2026-01-31', minutes: 60 };
    const earned = { id: `${session}.1`, person: books.worker.person, course, session, kind: 'training' } as const;
    await books.world.deps.store.hours.putAll([{ ...earned, when, evidence: [], facts: [approved] }]);
    expect(await books.move(earned.id, { move: 'revoke', why: '有误' })).toMatchObject({ reason: 'entry-of-course' });
    expect(await movesOf(earned.id, books.manager)).toEqual([]);
  });

  it('leaves lines in the unit’s audit that name no title', async () => {
    const { lines } = await books.hall.get('staff/units/21/audit', books.manager);
    const own = lines.filter(({ thing }: Came) => thing.type === 'hours');
    expect(new Set(own.map(({ action }: Came) => action))).toEqual(
      new Set(['addEntry', 'approveEntry', 'refuseEntry', 'withdrawEntry']),
    );
    expect(JSON.stringify(own)).not.toContain('研修');
  });
});
