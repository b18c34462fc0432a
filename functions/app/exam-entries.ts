// What is said of an exam, by whose it is or by whoever keeps the record, and what becomes of it: confirmed, refused, withdrawn. Each is a further fact.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { subjectsOf } from '../domain/exams/cycle.ts';
import { decisionOf, type ExamFact, entryOf, holdingOf, type Saying, withFacts } from '../domain/exams/record.ts';
import { contradictions, hasBegun, isOutcome, judged } from '../domain/exams/results.ts';
import type { StoredExams } from '../store/exam-records.ts';
import { today } from './access.ts';
import { entryOf as lineOf } from './audit.ts';
import type { ExamDeps } from './deps.ts';
import { examsOf, type Found, faultOf, isOwn, placeFor, regionOf, unitsAt } from './exam-finding.ts';
import { requireKept } from './person-records.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, type Wish, wishOf } from './requests.ts';

type Shown = Answer<'putExam'>;
type Body = Input<'putExam'>['body'];

/** Says how an exam stands; the same request again answers what came of it. */
export function putExam(deps: ExamDeps) {
  return async (actor: Actor, { params, body }: Input<'putExam'>): Promise<Shown> => {
    const found = await examsOf(deps, actor)(params.person, 'keepExams');
    const wish = await wishOf(deps, { person: found.me.person, route: 'putExam', params, body });
    const before = await answeredBefore<Shown>(deps, wish);
    if (before !== undefined) return before;
    requireKept(found.person);
    requireSound(deps, body);
    const saying = await sayingFrom(deps, found, body);
    requireReason(found, { body, saying });
    const facts = [saying, ...confirmation(deps, found, body)];
    const action = body.confirmed ? 'putConfirmedExam' : 'putExam';
    return write(deps, found, { wish, body, facts, act: { action, right: 'keepExams', why: body.why } });
  };
}

/** Confirms, refuses or withdraws what was said of an exam. */
export function moveExam(deps: ExamDeps) {
  return async (actor: Actor, { params, body }: Input<'moveExam'>): Promise<Shown> => {
    const right = body.move === 'withdraw' ? 'keepExams' : 'confirmExams';
    const found = await examsOf(deps, actor)(params.person, right);
    const wish = await wishOf(deps, { person: found.me.person, route: 'moveExam', params, body });
    const before = await answeredBefore<Shown>(deps, wish);
    if (before !== undefined) return before;
    requireKept(found.person);
    const entry = entryOf(found.record, body);
    const fault = entry === undefined ? 'exam-state' : faultOf(found, entry, body.move);
    if (fault === 'not-yours') throw new Problem('not_found');
    if (fault !== undefined) throw refused(fault);
    if (body.move !== 'confirm' && body.why === undefined) throw refused('no-reason');
    const why = body.why === undefined ? {} : { why: body.why };
    const fact = decisionOf(body.move, { at: deps.now(), by: found.me.person, ...why });
    return write(deps, found, { wish, body, facts: [fact], act: { action: `${body.move}Exam`, right, why: body.why } });
  };
}

/** Refuses papers of another level, one that is named twice, an exam too far ahead, and results before it has begun. */
function requireSound(deps: ExamDeps, { year, level, papers }: Body): void {
  const own = subjectsOf(level);
  const subjects = papers.map(({ subject }) => subject);
  for (const [i, subject] of subjects.entries()) {
    const message = !own.includes(subject) ? 'must be a paper of the level' : 'must be named once';
    if (!own.includes(subject) || subjects.indexOf(subject) !== i) {
      throw new Problem('invalid_input', [{ path: `papers.${i}.subject`, message }]);
    }
  }
  const now = today(deps);
  if (year > Number(now.slice(0, 4)) + 1) {
    throw new Problem('invalid_input', [{ path: 'year', message: 'must not be so far ahead' }]);
  }
  const isKnown = papers.some(({ result }) => isOutcome(result));
  if (isKnown && !hasBegun(deps.exams.sittings, year, now)) throw refused('exam-future');
}

async function sayingFrom(deps: ExamDeps, found: Found, body: Body): Promise<Saying> {
  const { year, level, papers, site, ticket, why } = body;
  const at = unitsAt(deps, found.person, year);
  const region = body.region ?? (await regionOf(deps, at.units));
  return {
    ...{ kind: 'said', at: deps.now(), by: found.me.person, how: isOwn(found) ? 'own' : 'staff' },
    ...(why === undefined ? {} : { why }),
    papers: papers.map((paper) => judged(deps.exams.passLines, paper, { year, level, region })),
    ...(site === undefined ? {} : { site }),
    ...(ticket === undefined ? {} : { ticket }),
    ...(region === undefined ? {} : { region }),
    ...{ evidence: body.evidence ?? [], ...at },
  };
}

/** Who contradicts what was confirmed, or leaves a paper of it out, says why. */
function requireReason({ record }: Found, { body, saying }: { body: Body; saying: Saying }): void {
  const entry = entryOf(record, body);
  const confirmed = entry && holdingOf(entry).confirmed;
  if (confirmed === undefined || body.why !== undefined) return;
  const said = new Set(saying.papers.map(({ subject }) => subject));
  const isLeftOut = confirmed.papers.some(({ subject }) => !said.has(subject));
  if (isLeftOut || contradictions(confirmed.papers, saying.papers).length > 0) throw refused('exam-contradicts');
}

/** The confirmation that goes with what staff say; of nobody's own exams. */
function confirmation(deps: ExamDeps, found: Found, { confirmed }: Body): ExamFact[] {
  if (!confirmed) return [];
  if (placeFor(found, 'confirmExams') === undefined) throw new Problem('not_found');
  if (isOwn(found)) throw refused('exam-own');
  return [decisionOf('confirm', { at: deps.now(), by: found.me.person })];
}

interface Writing {
  wish: Wish;
  body: Pick<Body, 'year' | 'level' | 'version'>;
  facts: readonly ExamFact[];
  act: { action: string; right: 'keepExams' | 'confirmExams'; why?: string | undefined };
}

/** Writes further facts on the version that the caller saw. */
async function write(deps: ExamDeps, found: Found, { wish, body, facts, act }: Writing): Promise<Shown> {
  const { record } = found;
  if (record.version !== body.version) throw new Problem('conflict');
  const next = withFacts(record, body, facts);
  if (next === undefined) throw refused('list-full');
  const written: StoredExams = { ...next, version: record.version + 1, at: deps.now() };
  const entry = entryOf(written, body);
  const answer: Shown = { version: written.version, state: entry ? holdingOf(entry).state : 'withdrawn' };
  const lines = isOwn(found) ? [] : [auditLine(deps, found, { body, act, state: answer.state })];
  const request = requestOf(deps, wish, answer);
  const done = await deps.store.examRecords.put({ record: written, request }, lines);
  if (done === 'done') return answer;
  const before = await answeredBefore<Shown>(deps, wish);
  if (before === undefined) throw new Problem('conflict');
  return before;
}

/** The line says whose exam and which; marks are no matter of the audit. */
function auditLine(
  deps: ExamDeps,
  found: Found,
  { body, act, state }: Pick<Writing, 'body' | 'act'> & { state: Shown['state'] },
) {
  const place = placeFor(found, act.right);
  if (place === undefined) throw new Problem('not_found');
  const after = { year: body.year, level: body.level, state };
  return lineOf(deps, { me: found.me, place, ...act, thing: { type: 'exams', id: found.person.id }, after });
}
