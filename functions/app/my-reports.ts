// What became of the faulty questions that one has reported.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, ofPerson } from '../domain/access/can.ts';
import type { MockDeps } from './deps.ts';
import { Problem } from './problem.ts';

type Mine = Answer<'listMyReports'>;

const REPORTS_MOST = 100;

export function listMyReports(deps: MockDeps) {
  return async (actor: Actor, { params }: Input<'listMyReports'>): Promise<Mine> => {
    if (!can.reportQuestion(actor, ofPerson(params.person))) throw new Problem('not_found');
    const all = await deps.store.reports.ofPerson(params.person);
    const latest = all.toReversed().slice(0, REPORTS_MOST);
    const states = await deps.store.reportStates.of(latest);
    const reports = latest.map(({ question, receivedAt: at, reason, text }, i) => {
      const { state = 'new', decisions = [] } = states[i] ?? {};
      const last = decisions.at(-1);
      return { question, at, reason, text, state, ...(last && { decidedAt: last.at, why: last.why }) };
    });
    return { reports, now: deps.now() };
  };
}
