// Item statistics, always current: read from running sums, so that a page costs the same after ten attempts and after ten thousand.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { passLineFor } from '../domain/exams/pass-line.ts';
import { groupMarks } from '../domain/papers/marks.ts';
import { allOverAt, type ItemRef, type SetPaper } from '../domain/papers/set-paper.ts';
import { isEssay } from '../domain/questions/essay.ts';
import type { MockItem, MockSubject } from '../domain/questions/mock.ts';
import { type ItemSums, paperScope } from '../domain/statistics/counted.ts';
import { choicesOf } from '../domain/statistics/distractors.ts';
import { type Flag, flagsOf } from '../domain/statistics/flags.ts';
import { type Sums, statisticsOf } from '../domain/statistics/item-sums.ts';
import { dayOf } from '../domain/time.ts';
import type { MadeCorrection } from '../store/key-corrections.ts';
import type { Reported } from '../store/report-queue.ts';
import type { Sitter } from '../store/set-papers.ts';
import type { ExaminerDeps } from './deps.ts';
import { anywhere, may, paperFor } from './examiner-finding.ts';
import { correctionsByItem, keyedOf, nameOf, possibleOf, subjectOf } from './examiner-items.ts';
import { itemsFor } from './mock-items.ts';

type Item = Answer<'readPaperStatistics'>['items'][number];
type Marks = Answer<'readPaperStatistics'>['marks'];

/** Half-points of the whole exam paper, to which pass lines belong. */
const WHOLE_PAPER = 200;

/** Sitters that one request brings. */
const SITTERS_PAGE = 1_000;

/** The figures of every question of a subject that somebody was asked. */
export function readSubjectStatistics(deps: ExaminerDeps) {
  return async (actor: Actor, { params }: Input<'readSubjectStatistics'>): Promise<Answer<'readSubjectStatistics'>> => {
    anywhere(actor, 'readStatistics');
    const subject = await subjectOf(deps, params.subject);
    const sums = await deps.store.statistics.ofScope(subject.id);
    const items = await figuresFor(deps, { subject, sums, keys: may(actor, 'readBank') });
    const chapters = subject.chapters.map(({ id, name }) => ({ id, name }));
    return { subject: subject.id, name: subject.name, chapters, items, now: deps.now() };
  };
}

/** The figures of a set paper and of each of its questions; with keys when nobody can sit it any more. */
export function readPaperStatistics(deps: ExaminerDeps) {
  return async (actor: Actor, { params }: Input<'readPaperStatistics'>): Promise<Answer<'readPaperStatistics'>> => {
    const { paper } = await paperFor(deps, actor)('watchPaper', params.paper);
    const [subject, sums, sitters] = await Promise.all([
      subjectOf(deps, paper.subject),
      deps.store.statistics.ofScope(paperScope(paper.id)),
      sittersOf(deps, paper.id),
    ]);
    const keys = may(actor, 'readBank') || deps.now() > allOverAt(paper);
    const figures = await figuresFor(deps, { subject, sums, keys });
    const numbers = new Map(paper.refs.map((ref, i) => [nameOf(ref), i + 1]));
    const items = figures.map((item) => ({ ...item, n: numbers.get(nameOf(item)) ?? 0 })).sort((a, b) => a.n - b.n);
    const asked = await itemsFor(deps, paper.subject, paper.refs);
    const marks = await marksOf(deps, { paper, subject, asked, sitters });
    return { paper: paper.id, marks, chapters: chaptersOf(subject, asked, sums), items, now: deps.now() };
  };
}

interface Figures {
  subject: MockSubject;
  sums: readonly ItemSums[];
  /** Whether questions and keys may be shown. */
  keys: boolean;
}

async function figuresFor(deps: ExaminerDeps, { subject, sums, keys }: Figures): Promise<Item[]> {
  const byItem = [...Map.groupBy(sums, ({ question: id, version }) => nameOf({ id, version })).values()];
  const refs = byItem.flatMap(([one]) => (one === undefined ? [] : [{ id: one.question, version: one.version }]));
  const [items, corrections, reported] = await Promise.all([
    itemsFor(deps, subject.id, refs),
    correctionsByItem(deps),
    reportsOf(deps, refs),
  ]);
  return items.flatMap((item, i) => {
    if (isEssay(item)) return [];
    const forms = (byItem[i] ?? []).map((one) => one.sums);
    const correction = corrections.get(nameOf(item));
    return [figuresOf(item, { forms, correction, keys, subject, reports: reportsIn(reported, item) })];
  });
}

interface Known {
  forms: readonly Sums[];
  correction: MadeCorrection | undefined;
  keys: boolean;
  subject: MockSubject;
  reports: number;
}

function figuresOf(item: Extract<MockItem, { kind: 'single' | 'multiple' }>, known: Known): Item {
  const { forms, correction, keys, subject, reports } = known;
  const statistics = statisticsOf(...forms);
  const choices = choicesOf({ options: item.options, key: correction?.key ?? item.key }, ...forms);
  const flags = flagsOf({ statistics, choices, reports });
  const { n, facility, sd, discrimination, efficiency } = statistics;
  const { id, version, kind, chapter } = item;
  return {
    ...{ id, version, kind, chapter, asked: n, blank: choices.blank, reports },
    ...defined({ facility, deviation: sd, discrimination, efficiency, rest: choices.rest }),
    options: choices.options.map(({ id: option, isKey, chosen, share, rest }) => ({
      ...{ id: option, chosen, share },
      ...defined({ rest }),
      ...(keys ? { isKey } : {}),
    })),
    flags: flags.map((flag) => flagView(flag, keys)),
    ...(keys ? { question: keyedOf(item, subject.chapters, correction) } : {}),
  };
}

/** Which options a flag is about tells which are right. */
function flagView(flag: Flag, keys: boolean): Item['flags'][number] {
  if ('options' in flag) return { reason: flag.reason, ...(keys ? { options: [...flag.options] } : {}) };
  return { ...flag };
}

function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** How often the questions of a list were reported. */
async function reportsOf(deps: ExaminerDeps, refs: readonly ItemRef[]): Promise<Map<string, Reported>> {
  const ids = refs.map(({ id }) => id).sort();
  const [first, last] = [ids[0], ids.at(-1)];
  return first === undefined || last === undefined ? new Map() : deps.store.reportDecisions.counts(first, last);
}

function reportsIn(reported: ReadonlyMap<string, Reported>, { id, version }: ItemRef): number {
  return reported.get(id)?.versions.get(version) ?? 0;
}

async function sittersOf(deps: ExaminerDeps, paper: string): Promise<Sitter[]> {
  const all: Sitter[] = [];
  for (let on = {}; ; ) {
    const { found, next } = await deps.store.setPapers.sitters(paper, { limit: SITTERS_PAGE, ...on });
    all.push(...found);
    if (next === undefined) return all;
    on = { cursor: next };
  }
}

interface Sat {
  paper: SetPaper;
  subject: MockSubject;
  asked: readonly MockItem[];
  sitters: readonly Sitter[];
}

async function marksOf(deps: ExaminerDeps, { paper, subject, asked, sitters }: Sat): Promise<Marks> {
  const over = sitters.filter(({ attempt, marking }) => attempt !== undefined && marking !== undefined);
  const marks = over.flatMap(({ marking, earned }) => (marking === 'done' && earned !== undefined ? [earned] : []));
  const possible = asked.reduce((sum, item) => sum + possibleOf(item), 0);
  const year = Number(dayOf(paper.closesAt).slice(0, 4));
  const line = passLineFor(await deps.mockBank.passLines(), { year, level: subject.level, subject: subject.id });
  const passLine = line && Math.ceil((line.mark * possible) / WHOLE_PAPER);
  return {
    ...{ sat: over.length, marked: marks.length, possible, ...groupMarks(marks, possible) },
    ...(passLine === undefined ? {} : { passLine, passed: marks.filter((mark) => mark >= passLine).length }),
  };
}

/** What was earned of what could be, by chapter, in the order of the syllabus. */
function chaptersOf(subject: MockSubject, asked: readonly MockItem[], sums: readonly ItemSums[]) {
  return subject.chapters.flatMap(({ id, name }) => {
    const own = asked.filter(({ chapter }) => chapter === id);
    if (own.length === 0) return [];
    const names = new Set(own.map(nameOf));
    const counted = sums.filter((one) => names.has(nameOf({ id: one.question, version: one.version })));
    const earned = counted.reduce((sum, { sums: { x = 0 } }) => sum + x, 0);
    const possible = counted.reduce((sum, { sums: { m = 0 } }) => sum + m, 0);
    return [{ id, name, questions: own.length, ...(possible === 0 ? {} : { facility: earned / possible }) }];
  });
}
