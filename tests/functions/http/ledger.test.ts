// The ledger of continuing education through the whole stack: readLedger, addEntry. What becomes of an entry is in ledger-moves.test.ts.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolAs, freshRequest } from '../../support/courses.ts';
import { lasting, staffOf } from '../../support/door.ts';
import { type Books, openBooks, PROOF } from '../../support/ledgers.ts';
import type { Came } from '../../support/staff.ts';
import { workerId } from '../../support/tenants.ts';
import type { SignedIn } from '../../support/world.ts';

let books: Books;
beforeAll(async () => {
  books = await openBooks();
}, 60_000);
afterAll(() => books.hall.close());

const DAYS = ['2025-03-03', '2025-03-04', '2025-03-05', '2025-03-06', '2025-03-07'];
const training = (day: string, minutes = 480) => ({ kind: 'training', when: { day, minutes } });
const degree = (day: string) => ({ kind: 'degree', day, title: '社会工作学士', organiser: '某大学' });

describe('registered as 助理 on 2024-05-10, with 40 h of training, a degree and a session of 6 h that is revoked', () => {
  let read: Came;
  let decider: SignedIn;
  beforeAll(async () => {
    await sixHours();
    for (const day of DAYS) await approved(await books.propose(training(day), books.liaison));
    await approved(await books.propose(degree('2025-07-01')));
    await approved(await books.propose(degree('2026-01-10')));
    decider = await revokeSession();
    read = await books.read();
  }, 60_000);

  it('counts in the period 2024-05-10 to 2027-05-09 against 72 h', () => {
    expect(read.ledger).toMatchObject({
      level: 'junior',
      period: { from: '2024-05-10', last: '2027-05-09', nth: 1 },
      target: 72 * 60,
      source: '民发〔2009〕123号',
    });
    expect(read.periods).toEqual([{ level: 'junior', from: '2024-05-10', last: '2027-05-09', nth: 1 }]);
  });

  it('counts 40 h of training and 90 h of a degree, the second degree not at all', () => {
    expect(read.ledger).toMatchObject({
      counted: { training: 40 * 60, degree: 90 * 60, taught: 0, local: 0 },
      total: 130 * 60,
      missing: 0,
      forecast: { state: 'reached' },
    });
    expect(read.ledger.lines.filter(({ code }: Came) => code === 'degree-again')).toHaveLength(1);
  });

  it('shows the 6 h as gone, with who took them back, when and why', () => {
    const own = read.entries.filter(({ session }: Came) => session !== undefined);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ title: '督导实务班', minutes: 360, day: '2026-04-01', state: 'revoked', moves: [] });
    expect(own[0].facts.map(({ state }: Came) => state)).toEqual(['approved', 'revoked']);
    expect(own[0].facts[1]).toMatchObject({ by: decider.person, byName: '考生', why: '代签' });
    expect(read.ledger.lines.filter(({ entry }: Came) => entry === own[0].id)).toEqual([
      {
        ...{ entry: own[0].id, title: '督导实务班', code: 'revoked', byName: '考生' },
        params: { minutes: 360, by: decider.person, at: own[0].facts[1].at, why: '代签' },
      },
    ]);
  });

  it('explains every minute of every entry', () => {
    for (const { id, minutes } of read.entries) {
      const own = read.ledger.lines.filter(({ entry }: Came) => entry === id);
      expect(own.reduce((sum: number, { params }: Came) => sum + params.minutes, 0)).toBe(minutes);
    }
  });

  it('is the same for those who keep the person’s hours, and not there for the neighbours', async () => {
    const neighbour = await staffOf(books.world, 'bureau-manager', '2110');
    for (const who of [books.liaison, await staffOf(books.world, 'bureau-reader', '11')]) {
      const seen = await books.read(who);
      expect({ status: seen.status, ledger: seen.ledger }).toEqual({ status: 200, ledger: read.ledger });
    }
    expect((await books.read(neighbour)).status).toBe(404);
    expect((await books.read({ ...books.worker, headers: (await signInOf('31')).headers })).status).toBe(404);
  });

  it('has another period before it only for whoever was registered then', async () => {
    expect(await books.read(books.worker, '?day=2024-05-09')).toMatchObject({ reason: 'before', begins: '2024-05-10' });
    const next = await books.read(books.worker, '?day=2027-05-10');
    expect(next.ledger.period).toEqual({ from: '2027-05-10', last: '2030-05-09', nth: 2 });
    expect(next.ledger).toMatchObject({ total: 0, missing: 72 * 60 });
  });
});

describe('addEntry', () => {
  it('proposes once, whatever is sent again, and refuses the id for other words', async () => {
    const wish = { request: freshRequest(), ...training('2025-09-01', 60) };
    const both = await Promise.all([books.propose(wish), books.propose(wish)]);
    const again = await books.propose(wish);
    expect(new Set([...both, again].map(({ entry }) => entry)).size).toBe(1);
    expect(again).toMatchObject({ status: 200, state: 'proposed' });
    expect(await books.propose({ ...wish, title: '另一个班' })).toMatchObject({ status: 422, code: 'request_reused' });
    const own = (await books.read()).entries.filter(({ day }: Came) => day === '2025-09-01');
    expect(own).toEqual([
      expect.objectContaining({ title: '社会工作实务研修', organiser: '某市社工协会', evidence: [PROOF], minutes: 60 }),
    ]);
  });

  it('counts nothing until it is approved, and says so', async () => {
    const before = (await books.read()).ledger.total;
    const { entry } = await books.propose(training('2025-09-02', 90));
    const { ledger } = await books.read();
    expect(ledger.total).toBe(before);
    expect(ledger.lines).toContainEqual(
      expect.objectContaining({ entry, code: 'not-approved', params: { minutes: 90 } }),
    );
    await books.move(entry, { move: 'approve' });
    expect((await books.read()).ledger.total).toBe(before + 90);
  });

  it.each([
    ['what is to come', training('2026-12-01'), 'entry-future'],
    [
      'a session that is not over',
      { kind: 'training', when: { intervals: [{ from: '2026-04-01T11:00:00.000Z', to: '2026-04-01T12:00:00.000Z' }] } },
      'entry-future',
    ],
    [
      'courses of a degree that is not there',
      { kind: 'taught', when: { day: '2025-01-01', minutes: 60 }, degree: 'no-such-entry' },
      'no-such-degree',
    ],
  ])('refuses %s', async (_what, body, reason) => {
    expect(await books.propose(body)).toMatchObject({ status: 422, reason });
  });

  it.each([
    ['a day of more than 24 h', training('2025-01-01', 1441)],
    ['no minutes', training('2025-01-01', 0)],
    [
      'half minutes',
      { kind: 'training', when: { intervals: [{ from: '2025-01-01T01:00:30.000Z', to: '2025-01-01T02:00:00.000Z' }] } },
    ],
    [
      'an end before its beginning',
      { kind: 'training', when: { intervals: [{ from: '2025-01-01T02:00:00.000Z', to: '2025-01-01T01:00:00.000Z' }] } },
    ],
    ['a file without its hash', { ...training('2025-01-01'), evidence: [{ ...PROOF, sha256: 'none' }] }],
    ['a title that turns its words', { ...training('2025-01-01'), title: '研修\u202e班' }],
    ['a kind that is none', { ...training('2025-01-01'), kind: 'gift' }],
  ])('does not take %s', async (_what, body) => {
    expect(await books.propose(body)).toMatchObject({ status: 400, code: 'invalid_input' });
  });

  it('keeps a local category that no rule counts, and says that there is none', async () => {
    const local = { kind: 'local', when: { day: '2025-02-01', minutes: 60 }, place: '360400', category: '论文' };
    const { entry } = await books.propose(local);
    await books.move(entry, { move: 'approve' });
    const { ledger } = await books.read();
    expect(ledger.counted.local).toBe(0);
    expect(ledger.lines).toContainEqual(
      expect.objectContaining({
        entry,
        code: 'no-local-rule',
        params: { minutes: 60, place: '360400', category: '论文' },
      }),
    );
  });

  it('waits until somebody is in a unit: a record that is claimed later must find no hours', async () => {
    const alone = await books.world.signIn();
    const who = { ...alone, ...(await lasting(books.world, alone)) };
    const path = `ledger/people/${who.person}`;
    expect(await books.hall.get(path, who)).toMatchObject({
      ...{ reason: 'not-registered', decidable: false, addable: false, entries: [] },
    });
    const body = { request: freshRequest(), ...degree('2025-07-01'), evidence: [] };
    expect(await books.hall.send(`${path}/entries`, body, who)).toMatchObject({ status: 422, reason: 'entry-no-unit' });
    expect(await books.read()).toMatchObject({ decidable: true, addable: true });
    expect(await books.read(await staffOf(books.world, 'auditor'))).toMatchObject({ status: 200, addable: false });
  });

  it('takes no more than fifty that wait for a decision', async () => {
    const person = workerId('31');
    const path = `ledger/people/${person}/entries`;
    const who = await signInOf('31');
    const send = () =>
      books.hall.send(
        path,
        { request: freshRequest(), title: '讲座', organiser: '社工站', evidence: [], ...training('2025-01-01', 30) },
        who,
      );
    const [proposed, when] = [
      { state: 'proposed', at: '2026-01-01T00:00:00.000Z', by: person },
      { day: '2025-01-01', minutes: 9 },
    ] as const;
    const others = Array.from({ length: 49 }, (_, n) => `entry-of-31-${n}`);
    await books.world.deps.store.hours.putAll(
      others.map((id) => ({ id, person, kind: 'training', when, evidence: [], facts: [proposed] })),
    );
    expect((await send()).status).toBe(200);
    expect(await send()).toMatchObject({ status: 422, reason: 'list-full' });
    expect(await books.hall.get(`ledger/people/${person}`, who)).toMatchObject({
      reason: 'not-registered',
      periods: [],
    });
  });
});

/** Takes an entry that was proposed through the manager's hands. */
async function approved({ status, entry }: Came): Promise<void> {
  expect(status).toBe(200);
  expect(await books.move(entry, { move: 'approve' })).toMatchObject({ status: 200, state: 'approved' });
}

async function signInOf(unit: string): Promise<SignedIn> {
  const person = workerId(unit);
  return { person, ...(await lasting(books.world, { person })) };
}

/** The worker sits in the session from its beginning to its end, and the course is closed. */
async function sixHours(): Promise<void> {
  const { hall, world, worker } = books;
  world.clock.now = '2026-03-01T04:00:00.000Z';
  await enrolAs(world, hall.course, worker.person);
  for (const [minutes, kind] of [
    [0, 'in'],
    [360, 'out'],
  ] as const) {
    hall.at(minutes);
    expect(await hall.checkIn(worker, await hall.scan(kind))).toMatchObject({ stored: 'new' });
  }
  hall.at(600);
  const version = (await world.deps.store.courses.get(hall.course))?.version;
  expect(await hall.send(`trainer/courses/${hall.course}/closing`, { version })).toMatchObject({ written: 1 });
  expect((await books.read()).ledger.counted.training).toBe(360);
}

/** Both marks are taken back by two people; gives who decided. */
async function revokeSession(): Promise<SignedIn> {
  const { hall, worker, manager } = books;
  const marks = [1, 2].map((of) => ({ kind: 'void', of }));
  const path = `trainer/sessions/${hall.session}`;
  const asked = { request: freshRequest(), why: '代签', marks };
  const { correction } = await hall.send(`${path}/people/${worker.person}/corrections`, asked);
  const body = { decision: 'approved', why: '监控已核对' };
  expect(await hall.send(`${path}/corrections/${correction}/decisions`, body, manager)).toMatchObject({ minutes: 0 });
  return manager;
}
