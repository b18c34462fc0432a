// Correcting a key: what is decided holds at once for whoever is graded from then on, and a job grades everybody anew who was asked the question in that
// version. One person decides: nothing of it is lost, for answers stay as they were and another correction takes its place; reason and name stand beside
// it for ever.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { isEssay } from '../domain/questions/essay.ts';
import type { MockItem } from '../domain/questions/mock.ts';
import type { OptionId, Question } from '../domain/questions/question.ts';
import { type Instant, msOf } from '../domain/time.ts';
import type { MadeCorrection } from '../store/key-corrections.ts';
import { entryOf } from './audit.ts';
import type { ExaminerDeps } from './deps.ts';
import { anywhere, placeOfNone } from './examiner-finding.ts';
import { correctionsByItem, nameOf } from './examiner-items.ts';
import { Problem, refused } from './problem.ts';
import { mockItemsById } from './question-reports.ts';
import { answeredBefore, requestOf, wishOf } from './requests.ts';

type Corrected = Answer<'correctKey'>;
type Body = Input<'correctKey'>['body'];

export function correctKey(deps: ExaminerDeps) {
  return async (actor: Actor, { params, body }: Input<'correctKey'>): Promise<Corrected> => {
    const me = anywhere(actor, 'correctKey');
    const wish = await wishOf(deps, { person: me.person, route: 'correctKey', params, body });
    const done = await answeredBefore<Corrected>(deps, wish);
    if (done !== undefined) return done;
    const { question, subject } = await questionFor(deps, { id: params.question, version: body.version });
    const before = (await correctionsByItem(deps)).get(nameOf(question));
    const decided = decidedOf(question, body, before);
    const made: MadeCorrection = {
      ...{ id: correctionId(deps.now(), deps.newId()), question: question.id, version: question.version, ...decided },
      ...{ subject, kind: question.kind, released: question.key, why: body.why, by: me.person, at: deps.now() },
      ...(before === undefined ? {} : { replaces: before.id }),
    };
    const answer = { correction: made.id };
    const place = placeOfNone(me, 'correctKey');
    const thing = { type: 'question', id: question.id };
    const facts = { before: factsOf(before ?? { ...made, key: question.key }), after: factsOf(made) };
    const entry = entryOf(deps, { me, right: 'correctKey', place, thing, why: body.why, ...facts });
    const unit = place.ancestors[0] ?? '';
    const put = { request: requestOf(deps, wish, answer), unit };
    const wrote = await deps.store.keyCorrectionWrites.make(made, put, [entry]);
    if (wrote === 'done') return answer;
    const first = wrote === 'request-used' ? await answeredBefore<Corrected>(deps, wish) : undefined;
    if (first === undefined) throw new Problem('conflict');
    return first;
  };
}

/** Corrections sort by their ids. */
function correctionId(now: Instant, id: string): string {
  return `${msOf(now).toString(36).padStart(9, '0')}-${id}`;
}

/** A question of the mock bank in a version, also one that the bank no longer has; refused for any other. */
async function questionFor(
  deps: ExaminerDeps,
  ref: { id: string; version: number },
): Promise<{ question: Question; subject: string }> {
  const held = (await mockItemsById(deps)).get(ref.id);
  const item: MockItem | undefined =
    held?.item.version === ref.version ? held.item : (await deps.store.mockItems.get([ref]))[0];
  if (held === undefined || item === undefined || isEssay(item)) throw refused('no-such-question');
  return { question: item, subject: held.subject.id };
}

/** The key that holds from now on; refused when it holds already. */
function decidedOf(
  { kind, key, options }: Question,
  body: Body,
  before: MadeCorrection | undefined,
): { key: OptionId[] } | { credited: true } {
  if (body.kind === 'credit') {
    if (before?.credited) throw refused('key-same');
    return { credited: true };
  }
  const next = [...new Set(body.key)].sort();
  const isKnown = next.every((id) => options.some((option) => option.id === id));
  if (!isKnown || (kind === 'single' && next.length !== 1)) {
    throw new Problem('invalid_input', [{ path: 'key', message: 'key-does-not-fit' }]);
  }
  const now = before?.credited ? [] : (before?.key ?? key);
  if (next.join() === [...now].sort().join()) throw refused('key-same');
  return { key: next };
}

function factsOf({ version, key, credited }: Pick<MadeCorrection, 'version' | 'key' | 'credited'>) {
  return { version, key: credited ? 'credited' : (key ?? []).join('') };
}
