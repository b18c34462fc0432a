// Seeds what stations have written down and how their work is appraised, through the capabilities that people use. Everything has its id from the
// plan: what was cut off is done anew, and finds what it has made before.

import { moveAppraisal } from '../app/appraisal-moves.ts';
import { openAppraisals, readAppraisal } from '../app/appraisals.ts';
import type { StationDeps } from '../app/deps.ts';
import { inParallel } from '../app/in-parallel.ts';
import { Problem } from '../app/problem.ts';
import { importWork } from '../app/work-import.ts';
import { addWork, sayCoverage } from '../app/work-writing.ts';
import { type Actor, actorOn } from '../domain/access/can.ts';
import { appraisalId, type Term } from '../domain/appraisal/appraisal.ts';
import { gradeFor, totalOf } from '../domain/appraisal/template.ts';
import { addMonths } from '../domain/period.ts';
import { addDays, type Day, dayOf } from '../domain/time.ts';
import { asJob } from './seed-job.ts';
import type { Body } from './seed-plan.ts';
import {
  marksFor,
  type PlannedRound,
  type PlannedWork,
  plannedRounds,
  plannedWork,
  STAGES,
  type Stage,
} from './seed-station-plan.ts';
import { type PlannedUnit, plannedTrees } from './seed-units.ts';
import type { Writer } from './seed-write.ts';

const JOB = 'demo-station-1';
const AT_ONCE = 4;
const DUE_DAYS = 7;

type Moving = Body<typeof moveAppraisal>['moving'];

/** The writer of the world, and the means of the function of stations. */
export interface StationWriter extends Pick<Writer, 'deps' | 'actor'> {
  station: StationDeps;
  units?: readonly PlannedUnit[];
}

/** Everything, unless it was seeded. */
export async function seedStation({ deps, actor, station, units = allUnits() }: StationWriter): Promise<void> {
  const means = { ...station, store: { ...station.store, units: deps.store.units, people: deps.store.people } };
  const today = dayOf(deps.now());
  await asJob(deps, { id: JOB, by: actor.person }, async () => {
    const works = plannedWork(units, today);
    await inParallel(AT_ONCE, works, (work) => write(means, work));
    const rounds = plannedRounds(units);
    for (const round of rounds) await appraise(means, round);
    return { stations: works.length, rounds: rounds.length };
  });
}

function allUnits(): PlannedUnit[] {
  return plannedTrees().flatMap((tree) => tree.units);
}

/** A list, then what is written down by hand, then what is served. */
async function write(deps: StationDeps, { unit, by, activities, others, coverage }: PlannedWork): Promise<void> {
  const actor = await actorOf(deps, by);
  const to = { params: { unit }, query: undefined };
  const rows = activities.map((activity, i) => ({ line: i + 2, ...activity }));
  await importWork(deps)(actor, { ...to, body: { dry: false, rows } });
  for (const [i, work] of others.entries()) {
    const body = { request: `demo-work-${unit}-${i}`, work };
    await addWork(deps)(actor, { ...to, body }).catch(doneBefore);
  }
  for (const [version, { month, coverage: said }] of coverage.entries()) {
    const body = { request: `demo-coverage-${unit}-${version}`, version, month, coverage: said };
    await sayCoverage(deps)(actor, { ...to, body }).catch(doneBefore);
  }
}

/** Opens a round and takes each of its appraisals as far as the plan says. */
async function appraise(deps: StationDeps, { bureau, by, template, units }: PlannedRound): Promise<void> {
  const manager = await actorOf(deps, by);
  const today = dayOf(deps.now());
  const term = template === 'quarter' ? quarterBefore(today) : { year: today.slice(0, 4) };
  const body = { template, term, due: addDays(today, DUE_DAYS), units: units.map(({ unit }) => unit) };
  await openAppraisals(deps)(manager, { params: { unit: bureau }, query: undefined, body });
  await inParallel(AT_ONCE, [...units.entries()], async ([i, { unit, stage, scoredBy }]) => {
    if (stage === 'opened') return;
    const own = await actorOf(deps, scoredBy);
    await moveOn(deps, { unit, id: appraisalId(term, template), less: 2 * (1 + (i % 4)), stage, own, manager });
  });
}

interface Path {
  unit: string;
  id: string;
  /** Half-points that are missing from what is not counted. */
  less: number;
  stage: Stage;
  own: Actor;
  manager: Actor;
}

/** Move after move: the versions follow from the plan, so that one that was made before is found again. */
async function moveOn(deps: StationDeps, { unit, id, less, stage, own, manager }: Path): Promise<void> {
  const params = { unit, appraisal: id };
  const shown = await readAppraisal(deps)(manager, { params, query: {}, body: undefined });
  const template = deps.templates.find((one) => one.id === shown.appraisal.template);
  if (template === undefined) throw new Error(`there is no template ${shown.appraisal.template}`);
  const scores = marksFor(template, shown.counted.proposed, less);
  const sheet = { scores, note: '' };
  const moves: [Stage, Moving][] = [
    ['scored', { move: 'score', ...sheet }],
    ['visited', { move: 'visit', ...sheet, note: '演示：现场查看', day: dayOf(deps.now()) }],
    ['decided', { move: 'decide', ...sheet, grade: gradeFor(template, totalOf(scores)) }],
    ['published', { move: 'publish' }],
  ];
  const until = STAGES.indexOf(stage);
  const path = moves.filter(([to]) => STAGES.indexOf(to) <= until && (to !== 'visited' || template.visited));
  for (const [i, [to, moving]] of path.entries()) {
    const body = { request: `demo-appraisal-${unit}-${template.id}-${to}`, version: i + 1, moving };
    const by = to === 'scored' ? own : manager;
    await moveAppraisal(deps)(by, { params, query: undefined, body }).catch(doneBefore);
  }
}

/** The quarter that was over last. */
function quarterBefore(day: Day): Term {
  const [year = '', month = ''] = addMonths(`${day.slice(0, 7)}-01`, -3).split('-');
  return { year, quarter: Math.ceil(Number(month) / 3) };
}

async function actorOf({ store, now }: StationDeps, person: string): Promise<Actor> {
  return actorOn(person, await store.grants.ofPerson(person), dayOf(now()));
}

function doneBefore(error: unknown): void {
  const isDone = error instanceof Problem && ['conflict', 'request_reused'].includes(error.code);
  if (!isDone) throw error;
}
