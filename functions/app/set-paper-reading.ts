// Looking at set papers: what a unit can schedule, its list, one paper whole, and its questions with their keys, which leaves a line in the audit.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can } from '../domain/access/can.ts';
import { GRACE_MS } from '../domain/attempts/attempt.ts';
import { lackingFor } from '../domain/papers/assemble.ts';
import { type Blueprint, PAPER_FORMS } from '../domain/papers/blueprint.ts';
import { againstMove } from '../domain/papers/plan.ts';
import { allOverAt, areResultsOpen, phaseOf, type SetPaper } from '../domain/papers/set-paper.ts';
import type { MockItem, MockSubject } from '../domain/questions/mock.ts';
import type { Instant } from '../domain/time.ts';
import { standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import type { ExaminerDeps } from './deps.ts';
import { paperFor } from './examiner-finding.ts';
import { correctionsByItem, keyedOf, nameOf, possibleOf, subjectOf } from './examiner-items.ts';
import { inParallel } from './in-parallel.ts';
import { blueprintFor, itemsFor, poolOf } from './mock-items.ts';
import { nameFor } from './units-reading.ts';

const PAPERS_MOST = 50;

/** The subjects and forms that can be scheduled today. */
export function listPaperForms(deps: ExaminerDeps) {
  return async (actor: Actor, { params }: Input<'listPaperForms'>): Promise<Answer<'listPaperForms'>> => {
    await standingFor(deps, actor)('setPaper', params.unit);
    const subjects: Answer<'listPaperForms'>['subjects'] = [];
    for (const { id, level, name } of await deps.mockBank.subjects()) {
      const subject = await subjectOf(deps, id);
      const forms = await Promise.all(PAPER_FORMS.map((form) => formOf(deps, subject, form)));
      subjects.push({ id, level, name, forms: forms.filter((form) => form !== undefined) });
    }
    return { subjects, graceMs: GRACE_MS, now: deps.now() };
  };
}

/** A form of a subject, with what the bank lacks for it; undefined where there is no such paper. */
async function formOf(deps: ExaminerDeps, subject: MockSubject, form: Blueprint['form']) {
  const blueprint = await blueprintFor(deps, subject, form);
  if (blueprint === undefined) return undefined;
  const { id, answered, counts, minutes } = blueprint;
  const lacking = lackingFor(blueprint, poolOf(subject));
  return { form, blueprint: id, answered, counts: { ...counts }, minutes, lacking };
}

/** The papers that a unit has set, the latest opening first. */
export function listSetPapers(deps: ExaminerDeps) {
  return async (actor: Actor, { params, query }: Input<'listSetPapers'>): Promise<Answer<'listSetPapers'>> => {
    await standingFor(deps, actor)('watchPaper', params.unit);
    const on = query.cursor === undefined ? {} : { cursor: `SETPAPER#${query.cursor.replace('~', '#')}` };
    const { found, next } = await deps.store.setPaperWrites.ofUnit(params.unit, { limit: PAPERS_MOST, ...on });
    const held = new Map((await deps.store.setPapers.getMany(found)).map((paper) => [paper.id, paper]));
    const papers = found.map((id) => held.get(id)).filter((paper) => paper !== undefined);
    const known = await knownOf(deps, papers);
    const answer = { papers: papers.map((paper) => rowOf(paper, known)), now: known.now };
    return next === undefined ? answer : { ...answer, cursor: next.slice('SETPAPER#'.length).replace('#', '~') };
  };
}

/** A paper whole, and what may still be done with it. */
export function readSetPaper(deps: ExaminerDeps) {
  return async (actor: Actor, { params }: Input<'readSetPaper'>): Promise<Answer<'readSetPaper'>> => {
    const { me, paper, place } = await paperFor(deps, actor)('watchPaper', params.paper);
    const [subject, known, unit] = await Promise.all([
      deps.mockBank.subject(paper.subject),
      knownOf(deps, [paper]),
      deps.store.units.get(paper.unit),
    ]);
    const items = await itemsFor(deps, paper.subject, paper.refs);
    const { now } = known;
    const { blueprint, graceMs, factorMost, shuffle, review, ranking, seed, createdAt, version } = paper;
    const open = (move: Parameters<typeof againstMove>[1]) =>
      can.setPaper(me, place) && againstMove(paper, move, now) === undefined;
    return {
      ...rowOf(paper, known),
      ...{ unit: paper.unit, unitName: unit === undefined ? '' : nameFor(unit, today(deps)) },
      subjectName: subject?.name ?? { zh: paper.subject, en: paper.subject },
      ...{ blueprint, graceMs, factorMost, shuffle, review, ranking, seed, createdAt, version, now },
      counts: countsOf(items),
      possible: items.reduce((sum, item) => sum + possibleOf(item), 0),
      ...(paper.releasedAt === undefined ? {} : { releasedAt: paper.releasedAt }),
      ...(paper.cancelled === undefined ? {} : { cancelled: paper.cancelled }),
      allOverAt: allOverAt(paper),
      may: {
        edit: open('edit') ? 'all' : open('close-later') ? 'closing' : 'nothing',
        release: open('release'),
        cancel: open('cancel'),
      },
    };
  };
}

/** The questions with their keys. The line is written before they are given: nobody sees keys without one. */
export function readPaperQuestions(deps: ExaminerDeps) {
  return async (actor: Actor, { params }: Input<'readPaperQuestions'>): Promise<Answer<'readPaperQuestions'>> => {
    const { me, paper, place } = await paperFor(deps, actor)('setPaper', params.paper);
    const subject = await deps.mockBank.subject(paper.subject);
    const [items, corrections] = await Promise.all([
      itemsFor(deps, paper.subject, paper.refs),
      correctionsByItem(deps),
    ]);
    const thing = { type: 'paper', id: paper.id };
    const act = { me, right: 'setPaper', action: 'readPaperQuestions', place, thing } as const;
    await deps.store.audit.add([entryOf(deps, act)]);
    const chapters = subject?.chapters ?? [];
    const questions = items.map((item, i) => ({
      n: i + 1,
      ...keyedOf(item, chapters, corrections.get(nameOf(item))),
    }));
    return { questions, now: deps.now() };
  };
}

function countsOf(items: readonly MockItem[]): Record<string, number> {
  const byKind = Map.groupBy(items, ({ kind }) => kind);
  return Object.fromEntries([...byKind].map(([kind, own]) => [kind, own.length]));
}

/** What a row is made from besides its paper. */
interface Known {
  /** What groups are called, by kind and id. */
  names: ReadonlyMap<string, string>;
  blueprints: readonly Blueprint[];
  now: Instant;
}

type Row = Answer<'listSetPapers'>['papers'][number];

function rowOf(paper: SetPaper, { names, blueprints, now }: Known): Row {
  const { id, title, group, subject, form, mode, opensAt, closesAt, minutes, refs, results, blueprint } = paper;
  return {
    ...{
      paper: id,
      title,
      group: { ...group, name: names.get(`${group.kind} ${group.id}`) ?? '' },
      subject,
      form,
      mode,
    },
    ...{ opensAt, closesAt, minutes, questions: refs.length, results, phase: phaseOf(paper, now) },
    answered: blueprints.find((one) => one.id === blueprint)?.answered ?? 'objective',
    released: areResultsOpen(paper, now),
  };
}

const READS_AT_ONCE = 8;

async function knownOf(deps: ExaminerDeps, papers: readonly SetPaper[]): Promise<Known> {
  const [names, blueprints] = await Promise.all([groupNames(deps, papers), deps.mockBank.blueprints()]);
  return { names, blueprints, now: deps.now() };
}

/** What the groups of papers are called, by their kind and id. */
async function groupNames(deps: ExaminerDeps, papers: readonly SetPaper[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const of = (kind: SetPaper['group']['kind']) => [
    ...new Set(papers.filter(({ group }) => group.kind === kind).map(({ group }) => group.id)),
  ];
  const units = await deps.store.units.getMany(of('unit'));
  for (const [id, unit] of units) names.set(`unit ${id}`, nameFor(unit, today(deps)));
  await inParallel(READS_AT_ONCE, of('course'), async (id) => {
    const course = await deps.store.courses.get(id);
    if (course !== undefined) names.set(`course ${id}`, course.title);
  });
  return names;
}
