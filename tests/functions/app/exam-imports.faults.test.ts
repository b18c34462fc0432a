// Goals R2 and R6 for imports of exams: a slice may be sent any number of times, beside another one of the same people, killed at any wait: every exam
// stands once, with one line in the audit for each time that something was news, and the figures are those of a clean run.
import { afterEach, expect, it } from 'vitest';
import { importExams } from '../../../functions/app/exam-imports.ts';
import { addPerson } from '../../../functions/app/people.ts';
import { checkChain } from '../../../functions/domain/audit/chain.ts';
import { examPieces } from '../../../functions/domain/exams/exam-figures.ts';
import { sha256 } from '../../../functions/store/digest.ts';
import { Killed, killAt, seeded, seedsOf, untilAnswered, withFaults } from '../../support/faults.ts';
import { OPERATOR, settle } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

const SOAK = process.env.SOAK === '1';
const [SEEDS, PEOPLE] = SOAK ? [50, 60] : [2, 12];
const LONG_MS = SOAK ? 3_600_000 : 120_000;
/** A slice asks the table some fifty times, and is sent whole again whenever it is not answered. */
const SHARES = { throttled: 0.01, lost: 0.01, unanswered: 0.01 };
const UNITS = ['31', '311'];

let world: World;
afterEach(() => world.test.close());

interface Somebody {
  id: string;
  name: string;
  unit: string;
}

async function crowd(count: number): Promise<Somebody[]> {
  const all = Array.from({ length: count }, (_, i) => ({ name: `丁${i}`, unit: UNITS[i % 2] as string }));
  const people: Somebody[] = [];
  for (const { name, unit } of all) {
    const body = { name, post: 'social-worker', established: false, from: '2024-01-01' } as const;
    const { person } = await addPerson(world.deps)(OPERATOR, { params: { unit }, query: undefined, body });
    people.push({ id: person, name, unit });
  }
  return people;
}

/** A list of two exams of each: 2024 failed, 2025 passed. */
function rowsOf(people: readonly Somebody[]) {
  const papers = (kind: 'passed' | 'failed') =>
    ['junior-comprehensive', 'junior-practice'].map((subject) => ({ subject, result: { kind } }));
  return people.flatMap(({ id, name }, i) =>
    (
      [
        ['failed', 2024],
        ['passed', 2025],
      ] as const
    ).map(([kind, year], n) => {
      return { line: 2 * i + n + 2, name, person: id, year, level: 'junior' as const, papers: papers(kind) };
    }),
  );
}

type Rows = ReturnType<typeof rowsOf>;

async function sent(rows: Rows) {
  const input = { params: { unit: '21' }, query: undefined, body: { dry: false, rows } };
  return (await importExams(world.deps)(OPERATOR, input)).lines.map(({ outcome, reason }) => reason ?? outcome);
}

/** What stands in the end, and that all of it is in the audit. */
async function check(people: readonly Somebody[], hint: string): Promise<void> {
  const records = await world.deps.store.examRecords.ofMany(people.map(({ id }) => id));
  for (const { id, unit } of people) {
    const record = records.get(id);
    expect(
      record?.entries.map(({ facts }) => facts.map(({ kind }) => kind)),
      hint,
    ).toEqual([
      ['said', 'confirmed'],
      ['said', 'confirmed'],
    ]);
    const counted = record && examPieces(record).filter(({ layer }) => layer === 'held');
    expect(
      counted?.map((piece) => [piece.unit, piece.year, piece.step]),
      hint,
    ).toEqual([
      [unit, 2024, 'sat'],
      [unit, 2025, 'passed'],
    ]);
  }
  for (const unit of UNITS) {
    const lines = [];
    for await (const line of world.deps.store.audit.all(unit)) lines.push(line);
    expect(checkChain(lines, { to: await world.deps.store.audit.head(unit) }, sha256)).toEqual({ ok: true });
    const told = lines
      .filter(({ action }) => action === 'importExams')
      .map(({ thing, after }) => `${thing.id} ${after?.year}`);
    const own = people.filter((one) => one.unit === unit).flatMap(({ id }) => [`${id} 2024`, `${id} 2025`]);
    expect(told.toSorted(), hint).toEqual(own.toSorted());
  }
}

it(
  `leaves every exam once under faults, sent twice at once and again (${SEEDS} seeds of ${PEOPLE})`,
  async () => {
    for (const seed of seedsOf(SEEDS)) {
      world = await openWorld();
      await settle(world);
      const people = await crowd(PEOPLE);
      const rows = rowsOf(people);
      const draw = seeded(seed);
      const faults = withFaults(world.test.table, seed, SHARES);
      for (let left = rows; left.length > 0; ) {
        const size = 4 + Math.floor(draw() * 6);
        const [slice, overlapping] = [left.slice(0, size), left.slice(Math.floor(size / 2), size + 3)];
        await Promise.all([untilTaken(slice), untilTaken(overlapping)]);
        left = left.slice(size);
      }
      faults.stop();
      await check(people, `seed ${seed}`);
      expect(Object.values(faults.happened).some((count) => count > 0)).toBe(true);
      await world.test.close();
    }
    world = await openWorld();
  },
  LONG_MS,
);

/** Sends a slice until it is answered and no row of it has met somebody else's writing. */
async function untilTaken(rows: Rows): Promise<void> {
  for (let left = rows; left.length > 0; ) {
    const outcomes = await untilAnswered(() => sent(left));
    expect(
      outcomes.every((one) => ['new', 'same', 'changed-meanwhile'].includes(one)),
      outcomes.join(),
    ).toBe(true);
    left = left.filter((_, i) => outcomes[i] === 'changed-meanwhile');
  }
}

it('leaves what a clean run leaves when it is killed at any of its waits and sent again', async () => {
  world = await openWorld();
  await settle(world);
  const clean = killAt(world.test.table, Number.POSITIVE_INFINITY);
  const first = await crowd(2);
  const before = clean.waits();
  await sent(rowsOf(first));
  clean.stop();
  const all = [...first];
  for (let n = 1; n <= clean.waits() - before; n += 1) {
    const people = await crowd(2);
    const kill = killAt(world.test.table, n);
    await expect(sent(rowsOf(people))).rejects.toThrow(Killed);
    kill.stop();
    await sent(rowsOf(people));
    all.push(...people);
  }
  expect(new Set(await sent(rowsOf(all.slice(-10))))).toEqual(new Set(['same']));
  await check(all, 'killed');
}, 30_000);
