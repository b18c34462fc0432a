// Reports of faulty questions (纠错): a fact with its reason, kept under the question for the staff who mend it.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, ofPerson } from '../domain/access/can.ts';
import type { CoreDeps } from './deps.ts';
import { Problem } from './problem.ts';

export function reportQuestion(deps: CoreDeps) {
  return async (actor: Actor, { params, body }: Input<'reportQuestion'>): Promise<Answer<'reportQuestion'>> => {
    if (actor.kind === 'guest' || !can.reportQuestion(actor, ofPerson(actor.person))) {
      throw new Problem('not_signed_in');
    }
    const { id, version, reason, text, at } = body;
    const { question } = params;
    const report = { id, question, version, person: actor.person, reason, text, at, receivedAt: deps.now() };
    return { stored: await deps.store.reports.put(report) };
  };
}
