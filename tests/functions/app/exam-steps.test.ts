// The names behind the funnel, for a unit with all below it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importExams } from '../../../functions/app/exam-imports.ts';
import { listSteps } from '../../../functions/app/exam-steps.ts';
import { addPerson, changePerson, transferPerson } from '../../../functions/app/people.ts';
import type { Input } from '../../../functions/contract/index.ts';
import type { Role } from '../../../functions/domain/access/roles.ts';
import { OPERATOR, settle, workerId } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

/** 21 has 31 and 311 below it. */
const CROWD = 130;
let world: World;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  const names = Array.from({ length: CROWD }, (_, i) => `丁${String(i).padStart(3, '0')}`);
  const people = await Promise.all(names.map((name) => employed('311', name)));
  await imported(
    '311',
    people.map((person, i) => row(person, names[i] as string, i)),
  );
  const moved = await employed('31', '戊己');
  await imported('31', [row(moved, '戊己', 0)]);
  const version = (await world.deps.store.people.get(moved))?.version ?? 0;
  await transferPerson(world.deps)(OPERATOR, {
    ...at(moved),
    body: { to: '211', day: '2026-02-01', why: '调动', version },
  });
  const certificate = { level: 'junior', number: 'ZZ-1', issued: '2024-09-01', registered: '2024-10-01' } as const;
  const kept = (await world.deps.store.people.get(workerId('31')))?.version ?? 0;
  await changePerson(world.deps)(OPERATOR, {
    ...at(workerId('31')),
    body: { kind: 'certificate', certificate, version: kept },
  });
}, 90_000);
afterAll(() => world.test.close());

const at = (person: string) => ({ params: { person }, query: undefined });

async function employed(unit: string, name: string): Promise<string> {
  const body = { name, post: 'social-worker', established: false, from: '2024-01-01' } as const;
  return (await addPerson(world.deps)(OPERATOR, { params: { unit }, query: undefined, body })).person;
}

type Rows = Input<'importExams'>['body']['rows'];

/** Every third passed both papers, every third failed one, every third has registered. */
function row(person: string, name: string, i: number): Rows[number] {
  const kinds = [
    ['passed', 'passed'],
    ['passed', 'failed'],
    ['registered', 'registered'],
  ][i % 3] as ['passed', 'failed'];
  const papers = ['junior-comprehensive', 'junior-practice'].map((subject, n) => ({
    subject,
    result: { kind: kinds[n] as 'passed' },
  }));
  return { line: i + 2, name, person, year: 2025, level: 'junior', papers };
}

async function imported(unit: string, rows: Rows): Promise<void> {
  for (let i = 0; i < rows.length; i += 100) {
    const body = { dry: false, rows: rows.slice(i, i + 100) };
    const { lines } = await importExams(world.deps)(OPERATOR, { params: { unit }, query: undefined, body });
    expect(lines.every(({ outcome }) => outcome === 'new')).toBe(true);
  }
}

const as = (role: Role, unit: string) => ({
  ...{ kind: 'person' as const, person: `${role}-${unit}` },
  grants: [{ unit, role, from: '2020-01-01', by: 'somebody' }],
});

/** All pages of a list. */
async function all(
  unit: string,
  query: Input<'listSteps'>['query'],
  actor: ReturnType<typeof as> = as('bureau-reader', unit),
) {
  const found = [];
  let pages = 0;
  for (let cursor: string | undefined; ; ) {
    const page = await listSteps(world.deps)(actor, {
      params: { unit },
      body: undefined,
      query: { ...query, ...(cursor === undefined ? {} : { cursor }) },
    });
    found.push(...page.people);
    pages += 1;
    cursor = page.cursor;
    if (cursor === undefined) return { found, pages };
  }
}

const count = async (unit: string, query: Input<'listSteps'>['query']) => (await all(unit, query)).found.length;

it('names each step’s people of all units below, each once, over as many pages as it takes', async () => {
  const registered = await all('21', { step: 'registered', year: 2025 });
  expect(registered.pages).toBeGreaterThan(1);
  expect(new Set(registered.found.map(({ person }) => person)).size).toBe(CROWD + 1);
  expect(registered.found).toHaveLength(CROWD + 1);
  const thirds = [0, 1, 2].map((i) => Math.ceil((CROWD - i) / 3));
  expect(await count('21', { step: 'sat', year: 2025 })).toBe(1 + (thirds[0] ?? 0) + (thirds[1] ?? 0));
  expect(await count('21', { step: 'passed', year: 2025 })).toBe(1 + (thirds[0] ?? 0));
  expect(await count('21', { step: 'passed', year: 2025, level: 'intermediate' })).toBe(0);
  expect(await count('21', { step: 'passed', year: 2024 })).toBe(0);
});

it('counts an exam where its person worked then, and who is at work where they work today', async () => {
  const { found } = await all('31', { step: 'passed', year: 2025 });
  expect(found.filter(({ unit }) => unit === '31')).toMatchObject([{ name: '戊己', present: false, certificates: [] }]);
  expect(await count('211', { step: 'passed', year: 2025 })).toBe(0);
  expect((await all('211', { step: 'target' })).found.map(({ name }) => name)).toContain('戊己');
  expect((await all('21', { step: 'certified' })).found.map(({ person }) => person)).toEqual([workerId('31')]);
  expect((await all('21', { step: 'valid', level: 'junior' })).found).toMatchObject([{ certificates: ['junior'] }]);
  expect(await count('21', { step: 'valid', level: 'senior' })).toBe(0);
});

it('names those who work there and are yet to be won', async () => {
  const { found } = await all('21', { step: 'registered', year: 2025, missing: 'true' });
  expect(found.map(({ person }) => person).sort()).toEqual(['21', '31', '311'].map(workerId).sort());
});

it('shows a liaison the people of their own unit alone, and nobody those of a unit that is not theirs', async () => {
  const { found } = await all('21', { step: 'target' }, as('liaison', '21'));
  expect(found.map(({ unit }) => unit)).toEqual(['21']);
  await expect(all('211', { step: 'target' }, as('bureau-reader', '21'))).rejects.toMatchObject({ code: 'not_found' });
  await expect(all('11', { step: 'target' }, as('bureau-reader', '21'))).rejects.toMatchObject({ code: 'not_found' });
});

it('takes a cursor from nobody else and for no other question', async () => {
  const input = { params: { unit: '21' }, body: undefined };
  const first = await listSteps(world.deps)(as('bureau-reader', '21'), {
    ...input,
    query: { step: 'registered', year: 2025 },
  });
  const cursor = first.cursor as string;
  const query = { step: 'registered', year: 2025, cursor } as const;
  const invalid = { code: 'invalid_input' };
  await expect(listSteps(world.deps)(as('bureau-manager', '21'), { ...input, query })).rejects.toMatchObject(invalid);
  const other = { ...input, query: { ...query, step: 'passed' as const } };
  await expect(listSteps(world.deps)(as('bureau-reader', '21'), other)).rejects.toMatchObject(invalid);
});
