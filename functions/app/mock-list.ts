// What there is to sit: forms that are drawn on demand, the papers that were set for one's groups, and one's own attempts.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Attempt, FACTOR } from '../domain/attempts/attempt.ts';
import { type Blueprint, ITEM_KINDS } from '../domain/papers/blueprint.ts';
import { areResultsOpen, phaseOf, type SetPaper } from '../domain/papers/set-paper.ts';
import type { MockSummary } from '../domain/questions/mock.ts';
import { dayOf } from '../domain/time.ts';
import { nameOn } from '../domain/units/unit.ts';
import type { Sitter } from '../store/set-papers.ts';
import type { MockDeps } from './deps.ts';
import { inParallel } from './in-parallel.ts';
import { settled } from './mock-closing.ts';
import { sitterFor } from './mock-finding.ts';
import { papersOfGroups } from './mock-groups.ts';
import { ATTEMPTS_MOST, isScored } from './mock-results.ts';
import { headView } from './mock-views.ts';

type List = Answer<'listMock'>;

const READS_AT_ONCE = 8;

export function listMock(deps: MockDeps) {
  return async (actor: Actor, { params }: Input<'listMock'>): Promise<List> => {
    const { person } = sitterFor(actor, params.person);
    const [subjects, papers, attempts, lines] = await Promise.all([
      subjectsOf(deps),
      papersFor(deps, person),
      attemptsOf(deps, person),
      deps.mockBank.passLines(),
    ]);
    return {
      ...{ subjects, papers, attempts: await attemptViews(deps, attempts), now: deps.now() },
      localLines: lines
        .filter(({ scope }) => scope === 'local')
        .map(({ year, level, mark, regions = [], verified }) => ({
          year,
          level,
          mark,
          regions: [...regions],
          verified,
        })),
    };
  };
}

/** The forms of each subject: of several blueprints of a form the last one is sat. */
async function subjectsOf({ mockBank }: MockDeps): Promise<List['subjects']> {
  const [subjects, blueprints] = await Promise.all([mockBank.subjects(), mockBank.blueprints()]);
  return subjects.map(({ id, level, name, form, counts }) => {
    const byForm = new Map(blueprints.filter(({ answered }) => answered === form).map((one) => [one.form, one]));
    return { id, level, name, forms: [...byForm.values()].map((blueprint) => formView(blueprint, counts)) };
  });
}

function formView(blueprint: Blueprint, have: MockSummary['counts']): List['subjects'][number]['forms'][number] {
  const { id, form, answered, counts, minutes } = blueprint;
  const lacking = ITEM_KINDS.map((kind) => ({ kind, wanted: counts[kind] ?? 0, have: have[kind] ?? 0 }));
  return {
    ...{ form, blueprint: id, answered, counts: { ...counts }, minutes },
    lacking: lacking.filter((one) => one.have < one.wanted),
  };
}

/** The papers of one's groups, those that open last first. */
async function papersFor(deps: MockDeps, person: string): Promise<List['papers']> {
  const now = deps.now();
  const papers = await papersOfGroups(deps, person);
  if (papers.length === 0) return [];
  const [sitters, units] = await Promise.all([
    deps.store.setPapers.sittersOf(
      papers.map(({ id }) => id),
      person,
    ),
    deps.store.units.getMany(papers.map(({ unit }) => unit)),
  ]);
  return papers.map((paper) => {
    const sitter = sitters.find((one) => one.paper === paper.id);
    const unit = units.get(paper.unit);
    const name = unit && (nameOn(unit, dayOf(now)) ?? unit.names[0]?.value);
    return { ...paperView(paper, sitter, now), unit: name ?? '' };
  });
}

function paperView(paper: SetPaper, sitter: Sitter | undefined, now: string): Omit<List['papers'][number], 'unit'> {
  const { id, title, subject, form, mode, minutes, graceMs, opensAt, closesAt, refs, ranking } = paper;
  return {
    ...{ paper: id, title, subject, form, mode, minutes, graceMs, opensAt, closesAt, ranking },
    ...{ questions: refs.length, factor: sitter?.factor ?? FACTOR.usual, phase: phaseOf(paper, now) },
    ...(sitter?.attempt === undefined ? {} : { attempt: sitter.attempt }),
  };
}

/** One's attempts as they stand: those that are past their time are closed. What was taken along is listed when it has come back. */
async function attemptsOf(deps: MockDeps, person: string): Promise<Attempt[]> {
  const all = await deps.store.attempts.ofPerson(person, ATTEMPTS_MOST);
  const now = new Map<string, Attempt>();
  await inParallel(READS_AT_ONCE, all, async (attempt) => {
    now.set(attempt.id, await settled(deps, attempt));
  });
  return all
    .map(({ id }) => now.get(id))
    .filter((attempt) => attempt !== undefined)
    .filter((attempt) => attempt.offline !== true || isScored(attempt));
}

async function attemptViews(deps: MockDeps, attempts: readonly Attempt[]): Promise<List['attempts']> {
  const ids = attempts.flatMap(({ paper }) => paper ?? []);
  const papers = new Map(
    (ids.length === 0 ? [] : await deps.store.setPapers.getMany(ids)).map((paper) => [paper.id, paper]),
  );
  const now = deps.now();
  return attempts.map((attempt) => {
    const paper = attempt.paper === undefined ? undefined : papers.get(attempt.paper);
    const isShown = isScored(attempt) && areResultsOpen(paper, now);
    const { earned, possible, marking, regraded } = (isShown && attempt.sum) || {};
    return {
      ...headView(attempt, now, paper),
      ...(earned === undefined ? {} : { earned, possible, marking }),
      regraded: regraded ?? false,
    };
  });
}
