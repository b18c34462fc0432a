// The queue of reported questions: read by whoever looks after questions anywhere, decided by those who keep the banks, each time with a reason.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { mayDecide } from '../domain/corrections/reports.ts';
import type { MockItem, MockSubject } from '../domain/questions/mock.ts';
import type { QueuedReport, Reported } from '../store/report-queue.ts';
import type { Report } from '../store/reports.ts';
import { entryOf } from './audit.ts';
import type { ExaminerDeps } from './deps.ts';
import { anywhere, may, placeOfNone } from './examiner-finding.ts';
import { correctionsByItem, keyedOf, nameOf } from './examiner-items.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, wishOf } from './requests.ts';
import { namesOf } from './staff-names.ts';

type Listed = Answer<'listQuestionReports'>;
type Row = Listed['reports'][number];
type Decided = Answer<'decideReport'>;

const REPORTS_MOST = 50;

export function listQuestionReports(deps: ExaminerDeps) {
  return async (actor: Actor, { query }: Input<'listQuestionReports'>): Promise<Listed> => {
    anywhere(actor, 'readStatistics');
    const on = query.cursor === undefined ? {} : { cursor: query.cursor.replaceAll('~', '#') };
    const { found, next } = await deps.store.reportDecisions.list(query.state, { limit: REPORTS_MOST, ...on });
    const known = await knownOf(deps, found, may(actor, 'readBank'));
    const names = await namesOf(
      deps,
      found.flatMap(({ queued }) => queued.decisions.map(({ by }) => by)),
    );
    const answer = { reports: found.map((one) => rowOf(one, known)), names, now: deps.now() };
    return next === undefined ? answer : { ...answer, cursor: next.replaceAll('#', '~') };
  };
}

interface Found {
  queued: QueuedReport;
  report: Report;
}

interface Known {
  /** Items of the mock bank by id, with their subject. */
  items: ReadonlyMap<string, { item: MockItem; subject: MockSubject }>;
  corrections: Awaited<ReturnType<typeof correctionsByItem>>;
  reported: ReadonlyMap<string, Reported>;
  keys: boolean;
}

async function knownOf(deps: ExaminerDeps, found: readonly Found[], keys: boolean): Promise<Known> {
  const ids = found.map(({ queued }) => queued.question).sort();
  const [first = '', last = ''] = [ids[0], ids.at(-1)];
  const [items, corrections, reported] = await Promise.all([
    mockItemsById(deps),
    correctionsByItem(deps),
    first === '' ? new Map<string, Reported>() : deps.store.reportDecisions.counts(first, last),
  ]);
  return { items, corrections, reported, keys };
}

/** All items of the mock bank by id, in the version that is asked now. */
export async function mockItemsById(
  deps: ExaminerDeps,
): Promise<Map<string, { item: MockItem; subject: MockSubject }>> {
  const subjects = await Promise.all((await deps.mockBank.subjects()).map(({ id }) => deps.mockBank.subject(id)));
  return new Map(
    subjects.flatMap((subject) =>
      (subject?.items ?? []).map((item) => [item.id, { item, subject: subject as MockSubject }]),
    ),
  );
}

function rowOf({ queued, report: said }: Found, { items, corrections, reported, keys }: Known): Row {
  const { report, question, questionVersion, at, state, decisions, version } = queued;
  const held = items.get(question);
  return {
    ...{ report, question, questionVersion, at, state, version, reason: said.reason, text: said.text },
    mock: held !== undefined,
    ...(held === undefined ? {} : { subject: held.subject.id }),
    decisions: decisions.map((one) => ({ ...one })),
    reports: reported.get(question)?.all ?? 0,
    ...(held !== undefined && keys
      ? { item: keyedOf(held.item, held.subject.chapters, corrections.get(nameOf(held.item))) }
      : {}),
  };
}

export function decideReport(deps: ExaminerDeps) {
  return async (actor: Actor, { params, body }: Input<'decideReport'>): Promise<Decided> => {
    const me = anywhere(actor, 'decideReport');
    const wish = await wishOf(deps, { person: me.person, route: 'decideReport', params, body });
    const done = await answeredBefore<Decided>(deps, wish);
    if (done !== undefined) return done;
    const before = await deps.store.reportDecisions.get(params);
    if (before === undefined) throw new Problem('not_found');
    if (before.version !== body.version) throw new Problem('conflict');
    const { state, why } = body;
    if (!mayDecide(before.state, state)) throw refused('report-state');
    const answer: Decided = { state, version: before.version + 1 };
    const place = placeOfNone(me, 'decideReport');
    const thing = { type: 'report', id: before.report };
    const facts = {
      before: { question: before.question, state: before.state },
      after: { question: before.question, state },
    };
    const entry = entryOf(deps, { me, right: 'decideReport', place, thing, why, ...facts });
    const decision = { state, at: deps.now(), by: me.person, why };
    const put = { decision, request: requestOf(deps, wish, answer) };
    const wrote = await deps.store.reportDecisions.decide(before, put, [entry]);
    if (wrote === 'done') return answer;
    const first = wrote === 'request-used' ? await answeredBefore<Decided>(deps, wish) : undefined;
    if (first === undefined) throw new Problem('conflict');
    return first;
  };
}
