// Corrected keys and whose marks they changed: the list for whoever looks after questions, the people of one's own papers, and for operators everybody.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import type { Job, JobLine } from '../store/jobs.ts';
import type { MadeCorrection } from '../store/key-corrections.ts';
import { placeOf, today } from './access.ts';
import type { ExaminerDeps } from './deps.ts';
import { anywhere, may } from './examiner-finding.ts';
import { correctionsByItem, decidedOf, keyedOf, nameOf } from './examiner-items.ts';
import { inParallel } from './in-parallel.ts';
import { itemsFor } from './mock-items.ts';
import { Problem } from './problem.ts';
import { whoAre } from './sitter-names.ts';
import { namesOf } from './staff-names.ts';

type Listed = Answer<'listKeyCorrections'>;
type Row = Listed['corrections'][number];
type Read = Answer<'readKeyCorrection'>;
type Line = Read['lines'][number];

const CORRECTIONS_MOST = 20;
const LINES_MOST = 100;
const READS_AT_ONCE = 8;

export function listKeyCorrections(deps: ExaminerDeps) {
  return async (actor: Actor, { query }: Input<'listKeyCorrections'>): Promise<Listed> => {
    anywhere(actor, 'readStatistics');
    const on = query.cursor === undefined ? {} : { cursor: `MADE#${query.cursor}` };
    const { found, next } = await deps.store.keyCorrectionWrites.list({ limit: CORRECTIONS_MOST, ...on });
    const jobs = new Map<string, Job | undefined>();
    await inParallel(READS_AT_ONCE, found, async ({ id }) => void jobs.set(id, await deps.store.jobs.get(id)));
    const held = await correctionsByItem(deps);
    const keys = may(actor, 'readBank');
    const corrections = found.map((made) => rowOf(made, { held, job: jobs.get(made.id), keys }));
    const names = await namesOf(
      deps,
      found.map(({ by }) => by),
    );
    const answer = { corrections, names, now: deps.now() };
    return next === undefined ? answer : { ...answer, cursor: next.slice('MADE#'.length) };
  };
}

export function readKeyCorrection(deps: ExaminerDeps) {
  return async (actor: Actor, { params, query }: Input<'readKeyCorrection'>): Promise<Read> => {
    anywhere(actor, 'readStatistics');
    const made = await deps.store.keyCorrections.get(params.correction);
    if (made === undefined) throw new Problem('not_found');
    const on = query.cursor === undefined ? {} : { cursor: `LINE#${query.cursor}` };
    const [job, held, page] = await Promise.all([
      deps.store.jobs.get(made.id),
      correctionsByItem(deps),
      deps.store.jobs.lines(made.id, { limit: LINES_MOST, ...on }),
    ]);
    const keys = may(actor, 'readBank');
    const answer = {
      ...rowOf(made, { held, job, keys }),
      ...(keys ? { item: await itemOf(deps, made, held) } : {}),
      lines: await linesFor(deps, actor, page.found),
      names: await namesOf(deps, [made.by]),
      now: deps.now(),
    };
    return page.next === undefined ? answer : { ...answer, cursor: page.next.slice('LINE#'.length) };
  };
}

async function itemOf(
  deps: ExaminerDeps,
  { question: id, version, subject: of }: MadeCorrection,
  held: ReadonlyMap<string, MadeCorrection>,
) {
  const ref = { id, version };
  const [[item], subject] = await Promise.all([itemsFor(deps, of, [ref]), deps.mockBank.subject(of)]);
  if (item === undefined) throw new Error(`the corrected question ${id} is in no bank`);
  return keyedOf(item, subject?.chapters ?? [], held.get(nameOf(ref)));
}

interface Known {
  held: ReadonlyMap<string, MadeCorrection>;
  job: Job | undefined;
  /** Whether keys may be shown. */
  keys: boolean;
}

function rowOf(made: MadeCorrection, { held, job, keys }: Known): Row {
  const { id, question, version, subject, by } = made;
  const { key, ...decided } = decidedOf(made);
  return {
    ...{ ...decided, ...(keys && key ? { key } : {}), question, questionVersion: version, subject, by },
    replaced: held.get(nameOf({ id: question, version }))?.id !== id,
    progress: progressOf(job),
  };
}

/** All results that are there are done when a later look is all that is left. */
function progressOf(job: Job | undefined): Row['progress'] {
  if (job === undefined) return { state: 'queued', done: 0, changed: 0 };
  const { state, done, counts, againAt } = job;
  const shown = state === 'running' && againAt !== undefined ? 'done' : state;
  const again = state === 'done' || againAt === undefined ? {} : { againAt };
  return { state: shown, done, changed: counts.changed ?? 0, ...again };
}

/** The lines that an actor may see: of the papers they watch, and for whoever corrects keys all. */
async function linesFor(deps: ExaminerDeps, actor: Actor, lines: readonly JobLine[]): Promise<Line[]> {
  const papers = new Map(
    (await deps.store.setPapers.getMany(lines.flatMap(({ paper }) => paper ?? []))).map((paper) => [paper.id, paper]),
  );
  const watched = await watchedOf(deps, actor, new Set([...papers.values()].map(({ unit }) => unit)));
  const seen = lines.filter(({ paper }) => {
    const unit = paper === undefined ? undefined : papers.get(paper)?.unit;
    return may(actor, 'correctKey') || (unit !== undefined && watched.has(unit));
  });
  const who = await whoAre(
    deps,
    seen.flatMap(({ person }) => person ?? []),
  );
  return seen.flatMap(({ person, attempt, paper, before, after }) => {
    if (person === undefined || attempt === undefined || before === undefined || after === undefined) return [];
    const of = paper === undefined ? {} : { paper, paperTitle: papers.get(paper)?.title ?? '' };
    return [{ person, name: who(person).name, attempt, ...of, before, after }];
  });
}

/** Those of some units whose papers an actor watches. */
async function watchedOf(deps: ExaminerDeps, actor: Actor, ids: ReadonlySet<string>): Promise<Set<string>> {
  const units = await deps.store.units.getMany(ids);
  const watched = new Set<string>();
  await inParallel(READS_AT_ONCE, [...units.values()], async (unit) => {
    if (can.watchPaper(actor, await placeOf(deps, unit, today(deps)))) watched.add(unit.id);
  });
  return watched;
}
