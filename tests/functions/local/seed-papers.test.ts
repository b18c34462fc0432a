// The set papers of the demo world, in a small world: sat, counted, reported, credited; a second start adds nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedPapers } from '../../../functions/local/seed-papers.ts';
import type { PlannedPaper } from '../../../functions/local/seed-papers-plan.ts';
import { plannedPapers } from '../../../functions/local/seed-papers-plan.ts';
import { plannedPeople } from '../../../functions/local/seed-people.ts';
import { plannedTrees } from '../../../functions/local/seed-units.ts';
import { type ExaminerStore, makeExaminerStore } from '../../../functions/store/store.ts';
import { OPERATOR, settle, TENANTS, workerId } from '../../support/tenants.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
let store: ExaminerStore;

/** The demo's papers for the tenants: everybody who works at '21' or below it sits. */
function small(now: string): PlannedPaper[] {
  const people = plannedPeople(plannedTrees());
  const ours = ['21', '31', '311'].map(workerId);
  return plannedPapers(people, now).map((paper) => ({
    ...paper,
    unit: '21',
    plan: { ...paper.plan, group: { kind: 'unit', id: '21' } },
    sitters: paper.sitters.people.length === 0 ? paper.sitters : { ...paper.sitters, people: ours },
  }));
}

beforeAll(async () => {
  world = await openWorld();
  await settle(world);
  store = makeExaminerStore(world.test.table);
}, 60_000);
afterAll(() => world.test.close());

const seed = () => seedPapers(world.deps, { table: world.test.table, actor: OPERATOR, deps: world.deps }, small);

it('are planned for people who are there: 24 of 马山, and some of the centre', () => {
  const papers = plannedPapers(plannedPeople(plannedTrees()), world.clock.now);
  expect(papers.map(({ sitters }) => sitters.people.length)).toEqual([24, 5, 0, 0]);
  expect(new Set(papers.flatMap(({ sitters }) => sitters.people)).size).toBe(29);
});

it('are over, open and ahead, with results, essays that wait, reports in three states and a credited question', async () => {
  await seed();
  expect(Object.keys(TENANTS)).toContain('21');
  const { found } = await store.setPaperWrites.ofUnit('21', { limit: 10 });
  expect(found.sort()).toEqual(['ahead', 'mashan', 'open', 'practice'].map((name) => `demo-paper-${name}`));
  const sat = (await store.setPapers.sitters('demo-paper-mashan', { limit: 10 })).found;
  expect(sat).toHaveLength(3);
  expect(sat.every(({ state, marking }) => state === 'submitted' && marking === 'done')).toBe(true);
  const essays = (await store.setPapers.sitters('demo-paper-practice', { limit: 10 })).found;
  expect(essays.map(({ marking }) => marking)).toEqual(['waiting', 'waiting', 'waiting']);
  for (const state of ['new', 'checking', 'corrected'] as const) {
    expect((await store.reportDecisions.list(state, { limit: 10 })).found, state).toHaveLength(1);
  }
  const [made] = (await store.keyCorrectionWrites.list({ limit: 5 })).found;
  expect(made).toMatchObject({ credited: true });
  expect(await store.jobs.get(made?.id ?? '')).toMatchObject({ state: 'done' });
  expect(await store.statistics.ofScope('paper:demo-paper-mashan')).not.toHaveLength(0);
});

it('are made once: another start adds nothing', async () => {
  const head = await store.audit.head('21');
  await seed();
  expect(await store.audit.head('21')).toEqual(head);
});
