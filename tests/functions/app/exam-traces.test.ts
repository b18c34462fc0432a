// Exams and the person as a whole: taking them out, deleting the account, claiming a record; with the power cut at every request on the way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteSelf } from '../../../functions/app/account-deletion.ts';
import { acceptClaim, offerClaim } from '../../../functions/app/claims.ts';
import { moveExam, putExam } from '../../../functions/app/exam-entries.ts';
import { importExams } from '../../../functions/app/exam-imports.ts';
import { readExams } from '../../../functions/app/exams.ts';
import { addPerson } from '../../../functions/app/people.ts';
import { examPieces } from '../../../functions/domain/exams/exam-figures.ts';
import { actorOf, freshRequest } from '../../support/courses.ts';
import { anotherSession, type Cutter, cutter, dumped } from '../../support/oneself.ts';
import { OPERATOR, settle } from '../../support/tenants.ts';
import { openWorld, type SignedIn, type World } from '../../support/world.ts';

const UNIT = '31';
const PROOF = { name: '成绩单.pdf', bytes: 1000, sha256: 'b'.repeat(64) };
const SUBJECTS = ['junior-comprehensive', 'junior-practice'] as const;
let world: World;
let cuts: Cutter;

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  cuts = cutter(world);
}, 60_000);
afterAll(() => world.test.close());

const at = (person: string) => ({ params: { person }, query: undefined });
const recordOf = (person: string) => world.deps.store.examRecords.get(person);
const marks = (half: number) =>
  SUBJECTS.map((subject) => ({ subject, result: { kind: 'marks' as const, marks: half } }));

/** A record that staff have made. */
async function madeByStaff(): Promise<string> {
  const body = { name: '丙丁', post: 'grid-worker', established: false, from: '2024-01-01' } as const;
  return (await addPerson(world.deps)(OPERATOR, { params: { unit: UNIT }, query: undefined, body })).person;
}

async function declare(person: string, year: number, half = 124) {
  const version = (await recordOf(person))?.version ?? 0;
  const wish = { request: freshRequest(), version, year, level: 'junior' } as const;
  const said = { papers: marks(half), site: '第一中学', ticket: 'TICKET-0001', evidence: [PROOF] };
  await putExam(world.deps)(actorOf(person), { ...at(person), body: { ...wish, ...said } });
}

async function decide(person: string, year: number) {
  const version = (await recordOf(person))?.version ?? 0;
  const body = { request: freshRequest(), version, year, level: 'junior', move: 'confirm' } as const;
  await moveExam(world.deps)(OPERATOR, { ...at(person), body });
}

function listed(person: string, year: number, half: number) {
  const rows = [{ line: 2, name: '丙丁', person, year, level: 'junior' as const, papers: marks(half) }];
  const input = { params: { unit: UNIT }, query: undefined, body: { dry: false, rows } };
  return importExams(world.deps)(OPERATOR, input);
}

async function signedInAs(): Promise<SignedIn> {
  return anotherSession(world, await madeByStaff());
}

async function remove({ person, token }: SignedIn) {
  const version = (await world.deps.store.people.get(person))?.version ?? 0;
  return deleteSelf(world.deps)(actorOf(person), { ...at(person), body: { version } }, token);
}

async function claimCode(person: string): Promise<string> {
  return (await offerClaim(world.deps)(OPERATOR, { ...at(person), body: {} })).code;
}

function accept(who: SignedIn, code: string) {
  return acceptClaim(world.deps)(
    actorOf(who.person),
    { params: undefined, query: undefined, body: { code } },
    who.token,
  );
}

/** Does it with the power cut at the first request, then at the second …, each time as often as it takes, until it is through without a cut. */
async function underCuts(begin: () => Promise<() => Promise<unknown>>, check: () => Promise<void>): Promise<number> {
  for (let request = 1; ; request += 1) {
    const act = await begin();
    cuts.plan(request);
    const wasCut = await act().then(
      () => false,
      () => true,
    );
    cuts.plan(0);
    if (wasCut) await act();
    await check();
    if (!wasCut) return request;
  }
}

describe('a deleted account', () => {
  it('leaves what is counted of its exams, and no mark, ticket, place or proof', async () => {
    const me = await signedInAs();
    await declare(me.person, 2024);
    await decide(me.person, 2024);
    await declare(me.person, 2025, 100);
    const before = await recordOf(me.person);
    await remove(me);
    const after = await recordOf(me.person);
    expect(after && examPieces(after)).toEqual(before && examPieces(before));
    expect(after?.version).toBe((before?.version ?? 0) + 1);
    const left = (await dumped(world))
      .split('\n')
      .filter((item) => item.includes(me.person))
      .join('\n');
    expect(left).not.toMatch(/TICKET-0001|第一中学|成绩单|bbbb|"marks"/);
  });

  it('is nobody’s to write on: staff can neither confirm nor import', async () => {
    const me = await signedInAs();
    await declare(me.person, 2024);
    await remove(me);
    await expect(decide(me.person, 2024)).rejects.toMatchObject({ code: 'refused' });
    expect((await listed(me.person, 2024, 124)).lines[0]).toMatchObject({ outcome: 'refused' });
    const { entries, addable } = await readExams(world.deps)(OPERATOR, {
      ...at(me.person),
      body: undefined,
      query: {},
    });
    expect([addable, entries.map(({ moves }) => moves)]).toEqual([false, [[]]]);
  });
});

describe('claiming a record', () => {
  it('brings along what one has said, to be confirmed, beside what stands there', async () => {
    const [who, person] = [await world.signIn(), await madeByStaff()];
    await declare(who.person, 2023);
    await declare(who.person, 2024, 118);
    await declare(who.person, 2025, 124);
    await listed(person, 2024, 130);
    await listed(person, 2025, 124);
    await accept(who, await claimCode(person));
    const { entries } = await readExams(world.deps)(actorOf(person), { ...at(person), body: undefined, query: {} });
    expect(entries.map(({ year, state, conflicts, facts }) => [year, state, conflicts, facts.length])).toEqual([
      [2025, 'confirmed', [], 2],
      [2024, 'declared', [...SUBJECTS], 3],
      [2023, 'declared', [], 1],
    ]);
    expect(entries[1]?.confirmed?.papers[0]?.result).toEqual({ kind: 'marks', marks: 130 });
    // In 2023 the record works nowhere yet; in 2024 it does.
    expect(entries.map(({ units }) => units.map(({ unit }) => unit))).toEqual([[UNIT], [UNIT], []]);
    expect(entries[2]?.facts[0]).toMatchObject({ by: person, byName: '丙丁', how: 'own' });
    expect((await recordOf(who.person))?.entries).toEqual([]);
  });

  it('is refused to whoever has exams that somebody else has decided about', async () => {
    const [who, person] = [await world.signIn(), await madeByStaff()];
    await declare(who.person, 2024);
    const record = await recordOf(who.person);
    if (record === undefined) throw new Error('nothing was declared');
    const [entry] = record.entries;
    const refused = { kind: 'refused' as const, at: world.deps.now(), by: 'keeper-1' };
    const entries = entry === undefined ? [] : [{ ...entry, facts: [...entry.facts, refused] }];
    await world.deps.store.examRecords.replace({ ...record, entries, version: 2 });
    await expect(accept(who, await claimCode(person))).rejects.toMatchObject({ more: { reason: 'has-own-record' } });
  });

  it('loses and doubles nothing, wherever the power goes', async () => {
    let [who, person]: [SignedIn | undefined, string] = [undefined, ''];
    const requests = await underCuts(
      async () => {
        const [me, record] = [await world.signIn(), await madeByStaff()];
        [who, person] = [me, record];
        await declare(me.person, 2025);
        await listed(record, 2024, 130);
        const code = await claimCode(record);
        return () => accept(me, code);
      },
      async () => {
        const record = await recordOf(person);
        expect(record?.entries.map(({ year, facts }) => [year, facts.length])).toEqual([
          [2024, 2],
          [2025, 1],
        ]);
        expect((await recordOf(who?.person ?? ''))?.entries).toEqual([]);
      },
    );
    expect(requests).toBeGreaterThan(20);
  }, 30_000);
});
