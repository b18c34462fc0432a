// What may be read when a review is open: keys, explanations, model answers and what was given for one's own words; and marking one's own words.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import type { Attempt } from '../domain/attempts/attempt.ts';
import { withMarks } from '../domain/attempts/essay-marks.ts';
import { type EssayMarks, type KeyCorrection, markedBy } from '../domain/attempts/result.ts';
import { isReviewOpen } from '../domain/papers/set-paper.ts';
import { type Essay, isEssay } from '../domain/questions/essay.ts';
import type { MockItem } from '../domain/questions/mock.ts';
import type { Question } from '../domain/questions/question.ts';
import type { Sheet } from '../store/attempts.ts';
import type { MockDeps } from './deps.ts';
import { gradingFor, sumOf } from './mock-closing.ts';
import { attemptFor, sitterFor } from './mock-finding.ts';
import { withheldFrom } from './mock-groups.ts';
import { itemsFor } from './mock-items.ts';
import { ATTEMPTS_MOST, isScored, paperOf, papersOf } from './mock-results.ts';
import { askedOf, inShownOrder } from './mock-views.ts';
import { Problem, refused } from './problem.ts';

type Reviewed = Answer<'readReview'>['questions'][number];

/** Others who write the same result in the same moment are few. */
const TRIES = 4;

/** Results that are looked through at once for some questions. */
const RESULTS_AT_ONCE = 10;

export function readReview(deps: MockDeps) {
  return async (actor: Actor, { params }: Input<'readReview'>): Promise<Answer<'readReview'>> => {
    const attempt = await attemptFor(deps, actor, params.attempt);
    const paper = await paperOf(deps, attempt);
    if (!isScored(attempt) || !isReviewOpen(paper, deps.now())) throw refused('review-closed');
    const [sheet, withheld] = await Promise.all([
      deps.store.attempts.sheet(attempt),
      withheldFrom(deps, attempt.person),
    ]);
    const { items, corrections } = await gradingFor(deps, attempt, sheet);
    const review = { attempt, sheet, corrections };
    const questions = items.map((item, i) =>
      withheld.has(item.id) ? withheldView(review, item, i + 1) : reviewed(review, item, i + 1),
    );
    return { attempt: attempt.id, questions, now: deps.now() };
  };
}

interface Review {
  attempt: Attempt;
  sheet: Sheet;
  corrections: readonly KeyCorrection[];
}

/** A question of which nothing is told that tells its key. */
function withheldView({ attempt, sheet }: Review, item: MockItem, n: number): Reviewed {
  const { parts: _parts, ...asked } = askedOf(attempt, item, n);
  const { chapter, difficulty } = item;
  const base = { ...asked, chapter, difficulty, key: [], credited: false, corrected: false, withheld: true };
  const silent = { explanation: '', source: { type: 'syllabus' as const, edition: '', point: '' } };
  if (isEssay(item)) {
    const { parts } = wordsOf(sheet, item, n);
    return { ...base, ...silent, options: [], parts: parts.map((part) => ({ ...part, model: '', points: [] })) };
  }
  return { ...base, ...silent, options: asked.options.map((option) => ({ ...option, why: '' })) };
}

function reviewed(review: Review, item: MockItem, n: number): Reviewed {
  const { chapter, difficulty, explanation, source } = item;
  const { parts: _parts, ...asked } = askedOf(review.attempt, item, n);
  const base = { ...asked, chapter, difficulty, explanation, source, withheld: false };
  if (isEssay(item)) return { ...base, ...wordsOf(review.sheet, item, n) };
  const correction = correctionOf(review.corrections, item);
  return {
    ...base,
    ...{ key: [...(correction?.key ?? item.key)], credited: correction?.credited ?? false },
    corrected: correction !== undefined,
    options: inShownOrder(review.attempt, item.options, n),
  };
}

function correctionOf(corrections: readonly KeyCorrection[], { id, version }: Question): KeyCorrection | undefined {
  return corrections.find((one) => one.question === id && one.version === version);
}

/** An essay with one's own words, and what was given for them. */
function wordsOf({ texts, marks }: Sheet, { parts }: Essay, n: number) {
  const given = marks?.marks[String(n)];
  return {
    ...{ key: [], credited: false, corrected: false, options: [] },
    parts: parts.map((part) => ({
      ...part,
      points: part.points.map((point) => ({ ...point })),
      written: texts.find((text) => text.n === n && text.part === part.id)?.text ?? '',
      given: { ...given?.[part.id] },
    })),
  };
}

/** Marks of one's own words, point by point, added to those that were given before. A set paper's words are marked by its examiner. */
export function markOwn(deps: MockDeps) {
  return async (actor: Actor, { params, body }: Input<'markOwn'>): Promise<Answer<'markOwn'>> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const attempt = await attemptFor(deps, actor, params.attempt);
      if (attempt.paper !== undefined || !isScored(attempt)) throw refused('not-self-marked');
      const done = await marked(deps, attempt, body.marks);
      if (done !== undefined) return { ...done, now: deps.now() };
    }
    throw new Problem('busy');
  };
}

/** Writes marks; undefined when the result is no longer what was read. */
async function marked(deps: MockDeps, attempt: Attempt, more: EssayMarks) {
  const sheet = await deps.store.attempts.sheet(attempt);
  if (sheet.result === undefined) throw new Error('an attempt is closed and has no result');
  const items = await itemsFor(deps, attempt.subject, sheet.refs);
  if (!items.some(isEssay)) throw refused('not-self-marked');
  const marks = withMarks(sheet.marks?.marks ?? {}, more);
  const done = markedBy(sheet.result, items, marks);
  if (!done.ok) throw new Problem('invalid_input', done.faults.map(faultOf));
  const { result } = done;
  const after = { ...attempt, sum: sumOf(result), version: attempt.version + 1 };
  const given = { marks, by: attempt.person, at: deps.now() };
  if (!(await deps.store.attempts.remark(after, result, given))) return undefined;
  const { earned, possible, marking } = result;
  return { earned, possible, marking };
}

function faultOf({ n, part, point }: { n: string; part: string; point: string }) {
  return {
    path: `marks.${n}.${part}.${point}`.slice(0, 100),
    message: 'is no point of this paper, or more than it has',
  };
}

/** Questions of one's own open reviews: in the version one met last, with the key that holds now. */
export function readReviewed(deps: MockDeps) {
  return async (actor: Actor, { params, query }: Input<'readReviewed'>): Promise<Answer<'readReviewed'>> => {
    const { person } = sitterFor(actor, params.person);
    const withheld = await withheldFrom(deps, person);
    const wanted = new Set(query.questions.split(',').filter((id) => !withheld.has(id)));
    const met = await metIn(deps, person, wanted);
    const corrections = await deps.store.keyCorrections.all();
    const questions = met.flatMap(({ item, subject }) => {
      if (isEssay(item)) return [];
      const { id, version, chapter, kind, stem, options, explanation, difficulty, source } = item;
      const key = [...(correctionOf(corrections, item)?.key ?? item.key)];
      const shown = options.map((option) => ({ ...option }));
      return [{ id, version, subject, chapter, kind, stem, options: shown, key, explanation, difficulty, source }];
    });
    return { questions, now: deps.now() };
  };
}

/** The items of some questions that a person has met in attempts whose reviews are open, the newest attempt first. */
async function metIn(
  deps: MockDeps,
  person: string,
  wanted: ReadonlySet<string>,
): Promise<{ item: MockItem; subject: string }[]> {
  const open = await reviewable(deps, person);
  const found: { item: MockItem; subject: string }[] = [];
  const left = new Set(wanted);
  for (let first = 0; first < open.length && left.size > 0; first += RESULTS_AT_ONCE) {
    const keys = open.slice(first, first + RESULTS_AT_ONCE).map(({ id }) => ({ person, attempt: id }));
    const results = (await deps.store.results.getMany(keys)).sort((a, b) => (a.attempt > b.attempt ? -1 : 1));
    for (const { subject, lines } of results) {
      const refs = lines.filter(({ id }) => left.delete(id));
      found.push(...(await itemsFor(deps, subject, refs)).map((item) => ({ item, subject })));
    }
  }
  return found;
}

/** The attempts of a person whose reviews are open, the newest first. */
async function reviewable(deps: MockDeps, person: string): Promise<Attempt[]> {
  const all = (await deps.store.attempts.ofPerson(person, ATTEMPTS_MOST)).filter(isScored);
  const papers = await papersOf(deps, all);
  const now = deps.now();
  return all.filter(({ paper }) => paper === undefined || isReviewOpen(papers.get(paper), now));
}
