// Answers in words: who waits for marks, what somebody wrote beside the points it is marked by, and the marks. Names are left out unless they are asked
// for: a script is marked by what stands in it.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import type { Attempt } from '../domain/attempts/attempt.ts';
import { withMarks } from '../domain/attempts/essay-marks.ts';
import { type EssayMarks, markedBy, type Result } from '../domain/attempts/result.ts';
import { type Essay, isEssay } from '../domain/questions/essay.ts';
import type { MockItem } from '../domain/questions/mock.ts';
import type { Sheet } from '../store/attempts.ts';
import { entryOf } from './audit.ts';
import type { ExaminerDeps } from './deps.ts';
import { type FoundPaper, paperFor } from './examiner-finding.ts';
import { sumOf } from './mock-closing.ts';
import { itemsFor } from './mock-items.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, wishOf } from './requests.ts';
import { whoAre } from './sitter-names.ts';

type Marked = Answer<'markEssays'>;
type Question = Answer<'readEssays'>['questions'][number];

const SCRIPTS_MOST = 100;

/** Signs of what a script is called by. */
const SCRIPT_SIGNS = 5;

export function listEssays(deps: ExaminerDeps) {
  return async (actor: Actor, { params, query }: Input<'listEssays'>): Promise<Answer<'listEssays'>> => {
    const { paper } = await paperFor(deps, actor)('markEssays', params.paper);
    const on = query.cursor === undefined ? {} : { cursor: `SITTER#${query.cursor}` };
    const { found, next } = await deps.store.setPapers.sitters(paper.id, { limit: SCRIPTS_MOST, ...on });
    const over = found.filter(({ marking }) => marking !== undefined);
    const names = await namesFor(
      deps,
      query.names,
      over.map(({ person }) => person),
    );
    const scripts = await Promise.all(
      over.map(async ({ person, marking = 'waiting', earned = 0, possible = 0, endedAt = '' }) => ({
        ...(await scriptOf(deps, { paper: paper.id, person })),
        ...names(person),
        ...{ marking, earned, possible, endedAt },
      })),
    );
    const answer = { scripts, now: deps.now() };
    return next === undefined ? answer : { ...answer, cursor: next.slice('SITTER#'.length) };
  };
}

export function readEssays(deps: ExaminerDeps) {
  return async (actor: Actor, { params, query }: Input<'readEssays'>): Promise<Answer<'readEssays'>> => {
    const found = await paperFor(deps, actor)('markEssays', params.paper);
    const { attempt, sheet, result, items } = await scriptFor(deps, found, params.person);
    const names = await namesFor(deps, query.names, [params.person]);
    const { marking, earned, possible, version } = result;
    return {
      ...(await scriptOf(deps, params)),
      ...names(params.person),
      ...{ attempt: attempt.id, marking, earned, possible, version, now: deps.now() },
      questions: items.flatMap((item, i) => (isEssay(item) ? [questionOf(item, i + 1, sheet)] : [])),
      ...(sheet.marks === undefined ? {} : { markedAt: sheet.marks.at }),
    };
  };
}

/** Gives marks; those that were given before hold where none are named now. */
export function markEssays(deps: ExaminerDeps) {
  return async (actor: Actor, { params, body }: Input<'markEssays'>): Promise<Marked> => {
    const found = await paperFor(deps, actor)('markEssays', params.paper);
    const { me, place } = found;
    const wish = await wishOf(deps, { person: me.person, route: 'markEssays', params, body });
    const done = await answeredBefore<Marked>(deps, wish);
    if (done !== undefined) return done;
    const { attempt, sheet, result: before, items } = await scriptFor(deps, found, params.person);
    if (before.version !== body.version) throw new Problem('conflict');
    const marks = withMarks(sheet.marks?.marks ?? {}, body.marks);
    const result = marked(before, items, marks);
    const { earned, possible, marking, version } = result;
    const answer: Marked = { earned, possible, marking, version };
    const thing = { type: 'attempt', id: attempt.id };
    const facts = { before: sumOfAudit(before, found), after: sumOfAudit(result, found) };
    const entry = entryOf(deps, { me, right: 'markEssays', place, thing, ...facts });
    const put = {
      attempt: { ...attempt, sum: sumOf(result), version: attempt.version + 1 },
      result,
      given: { marks, by: me.person, at: deps.now() },
      request: requestOf(deps, wish, answer),
    };
    const wrote = await deps.store.setPaperWrites.mark(put, [entry]);
    if (wrote === 'done') return answer;
    const first = wrote === 'request-used' ? await answeredBefore<Marked>(deps, wish) : undefined;
    if (first === undefined) throw new Problem('conflict');
    return first;
  };
}

interface Script {
  attempt: Attempt;
  sheet: Sheet;
  result: Result;
  items: MockItem[];
}

/** What somebody handed in; Problem `not_found` when they sat nothing, `refused` while they still sit. */
async function scriptFor(deps: ExaminerDeps, { paper }: FoundPaper, person: string): Promise<Script> {
  const sitter = await deps.store.setPapers.sitter(paper.id, person);
  const attempt = sitter?.attempt && (await deps.store.attempts.get(person, sitter.attempt));
  if (!attempt) throw new Problem('not_found');
  const sheet = await deps.store.attempts.sheet(attempt);
  if (sheet.result === undefined) throw refused('not-handed-in');
  return { attempt, sheet, result: sheet.result, items: await itemsFor(deps, paper.subject, paper.refs) };
}

function marked(before: Result, items: readonly MockItem[], marks: EssayMarks): Result {
  const done = markedBy(before, items, marks);
  if (done.ok) return done.result;
  const errors = done.faults.map(({ n, part, point }) => ({
    path: ['marks', n, part, point].join('.'),
    message: 'mark-does-not-fit',
  }));
  throw new Problem('invalid_input', errors.slice(0, 20));
}

function questionOf({ id, version, kind, stem, parts }: Essay, n: number, { texts, marks }: Sheet): Question {
  const given = marks?.marks[String(n)] ?? {};
  return {
    ...{ n, id, version, kind, stem },
    parts: parts.map((part) => ({
      ...{ ...part, points: part.points.map((point) => ({ ...point })) },
      written: texts.find((text) => text.n === n && text.part === part.id)?.text ?? '',
      given: { ...given[part.id] },
    })),
  };
}

function sumOfAudit({ earned, marking, person }: Result, { paper }: FoundPaper) {
  return { paper: paper.id, person, earned, marking };
}

async function scriptOf(deps: ExaminerDeps, { paper, person }: { paper: string; person: string }) {
  const hash = await deps.digest(`script ${paper} ${person}`);
  return {
    person,
    script: hash
      .replace(/[^0-9A-Za-z]/g, '')
      .slice(0, SCRIPT_SIGNS)
      .toUpperCase(),
  };
}

async function namesFor(
  deps: ExaminerDeps,
  wanted: 'yes' | 'no' | undefined,
  people: readonly string[],
): Promise<(person: string) => { name?: string }> {
  if (wanted !== 'yes') return () => ({});
  const who = await whoAre(deps, people);
  return (person) => ({ name: who(person).name });
}
