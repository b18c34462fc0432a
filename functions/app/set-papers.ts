// Setting papers: scheduled for a group, changed before they open, closed later, released, cancelled. Nobody is written to: a paper stands in the list of
// everybody who may sit it. Each write has its audit line, and is made once for one request.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor, Place } from '../domain/access/can.ts';
import { FACTOR, GRACE_MS } from '../domain/attempts/attempt.ts';
import type { Facts } from '../domain/audit/facts.ts';
import { assemble } from '../domain/papers/assemble.ts';
import { againstMove, windowFault } from '../domain/papers/plan.ts';
import type { SetPaper } from '../domain/papers/set-paper.ts';
import { type Person, placeOf, signedIn, standingFor, today } from './access.ts';
import { entryOf } from './audit.ts';
import type { ExaminerDeps } from './deps.ts';
import { paperFor } from './examiner-finding.ts';
import { correctionsByItem, nameOf } from './examiner-items.ts';
import { blueprintFor, itemsFor, poolOf } from './mock-items.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, type Wish, wishOf } from './requests.ts';

type Written = Answer<'setPaper'>;
type Change = Input<'changeSetPaper'>['body'];
type Edit = Extract<Change, { kind: 'edit' }>;
type Lacking = NonNullable<Written['lacking']>;

/** Schedules a paper of a unit for a group; the same questions for everybody, drawn now. */
export function setPaper(deps: ExaminerDeps) {
  return async (actor: Actor, { params, body }: Input<'setPaper'>): Promise<Written> => {
    const me = signedIn(actor);
    const { unit, place } = await standingFor(deps, actor)('setPaper', params.unit);
    const wish = await wishOf(deps, { person: me.person, route: 'setPaper', params, body });
    const done = await answeredBefore<Written>(deps, wish);
    if (done !== undefined) return done;
    const { request: _, minutes, graceMs = GRACE_MS, ...plan } = body;
    requireWindow(plan, deps.now());
    await requireGroup(deps, unit.id, plan.group);
    const drawn = await draw(deps, plan, wish.bodyHash);
    if (!drawn.ok) return { lacking: drawn.lacking };
    const made = { id: deps.newId(), unit: unit.id, createdAt: deps.now(), createdBy: me.person, version: 1 };
    const { blueprint, refs, seed } = drawn;
    const after: SetPaper = {
      ...{ ...made, ...plan, graceMs, refs, seed, blueprint: blueprint.id, state: 'scheduled' },
      ...{ minutes: minutes ?? blueprint.minutes, factorMost: FACTOR.usual },
    };
    return write(deps, { me, place, wish, after, action: 'setPaper' });
  };
}

const ACTION_OF: { [K in Change['kind']]: string } = {
  edit: 'changeSetPaper',
  'close-later': 'closePaperLater',
  release: 'releaseResults',
  cancel: 'cancelSetPaper',
};

/** Changes a set paper on the version that the caller saw. */
export function changeSetPaper(deps: ExaminerDeps) {
  return async (actor: Actor, { params, body }: Input<'changeSetPaper'>): Promise<Written> => {
    const { me, paper: before, place } = await paperFor(deps, actor)('setPaper', params.paper);
    const wish = await wishOf(deps, { person: me.person, route: 'changeSetPaper', params, body });
    const done = await answeredBefore<Written>(deps, wish);
    if (done !== undefined) return done;
    if (before.version !== body.version) throw new Problem('conflict');
    const against = againstMove(before, body.kind, deps.now());
    if (against !== undefined) throw refused(against);
    const after = await changed(deps, before, { body, chance: wish.bodyHash });
    if ('lacking' in after) return after;
    const why = 'why' in body ? body.why : undefined;
    return write(deps, { me, place, wish, before, after, why, action: ACTION_OF[body.kind] });
  };
}

/** The paper after a change. */
async function changed(
  deps: ExaminerDeps,
  before: SetPaper,
  { body, chance }: { body: Change; chance: string },
): Promise<SetPaper | { lacking: Lacking }> {
  const now = deps.now();
  switch (body.kind) {
    case 'edit':
      return edited(deps, before, { edit: body, chance });
    case 'close-later':
      requireWindow({ ...before, closesAt: body.closesAt }, now, before.closesAt);
      return { ...before, closesAt: body.closesAt };
    case 'release':
      return { ...before, releasedAt: now };
    case 'cancel':
      return { ...before, state: 'cancelled', cancelled: { at: now, why: body.why } };
  }
}

/** What is missing stays. Another subject or form draws the questions anew and takes the time of its blueprint, unless one is named. */
async function edited(
  deps: ExaminerDeps,
  before: SetPaper,
  { edit, chance }: { edit: Edit; chance: string },
): Promise<SetPaper | { lacking: Lacking }> {
  const plan = Object.fromEntries(Object.entries(edit.plan).filter(([, value]) => value !== undefined));
  const after: SetPaper = { ...before, ...plan };
  requireWindow(after, deps.now());
  const isOther = after.subject !== before.subject || after.form !== before.form;
  if (!isOther && edit.redraw !== true) return after;
  const drawn = await draw(deps, after, chance);
  if (!drawn.ok) return { lacking: drawn.lacking };
  const { blueprint, refs, seed } = drawn;
  const minutes = edit.plan.minutes ?? (isOther ? blueprint.minutes : before.minutes);
  return { ...after, refs, seed, blueprint: blueprint.id, minutes };
}

/** Draws the questions of a paper, by chance but by the request's: the same request draws the same. Questions that were credited are asked no more. */
async function draw(deps: ExaminerDeps, { subject: id, form }: Pick<SetPaper, 'subject' | 'form'>, chance: string) {
  const subject = await deps.mockBank.subject(id);
  if (subject === undefined) throw new Problem('invalid_input', [{ path: 'subject', message: 'subject-unknown' }]);
  const blueprint = await blueprintFor(deps, subject, form);
  if (blueprint === undefined) throw new Problem('invalid_input', [{ path: 'form', message: 'form-unknown' }]);
  const corrections = await correctionsByItem(deps);
  const pool = poolOf(subject).filter((item) => corrections.get(nameOf(item))?.credited !== true);
  const seed = seedOf(chance);
  const drawn = assemble(blueprint, pool, { seed, seen: new Map(), chapters: subject.chapters });
  return drawn.ok ? { ok: true as const, refs: drawn.refs, blueprint, seed } : drawn;
}

/** A number of 31 bits from a hash. */
function seedOf(hash: string): number {
  let seed = 7;
  for (const sign of hash) seed = (Math.imul(seed, 31) + sign.charCodeAt(0)) & 0x7fff_ffff;
  return seed;
}

function requireWindow(plan: Pick<SetPaper, 'opensAt' | 'closesAt'>, now: string, before?: string): void {
  const fault = windowFault(plan, now, before);
  if (fault !== undefined) throw new Problem('invalid_input', [{ path: 'closesAt', message: fault }]);
}

/** A course of the unit, or the unit itself or one below it. */
async function requireGroup(deps: ExaminerDeps, unit: string, { kind, id }: SetPaper['group']): Promise<void> {
  const isOurs =
    kind === 'course' ? (await deps.store.courses.get(id))?.unit === unit : await isBelow(deps, { unit, id });
  if (!isOurs) throw new Problem('invalid_input', [{ path: 'group.id', message: `${kind}-unknown` }]);
}

async function isBelow(deps: ExaminerDeps, { unit, id }: { unit: string; id: string }): Promise<boolean> {
  const group = await deps.store.units.get(id);
  return group !== undefined && (await placeOf(deps, group, today(deps))).ancestors.includes(unit);
}

interface Write {
  me: Person;
  place: Place;
  wish: Wish;
  before?: SetPaper;
  after: SetPaper;
  why?: string | undefined;
  action: string;
}

async function write(deps: ExaminerDeps, { me, place, wish, before, after, why, action }: Write): Promise<Written> {
  const next = { ...after, version: (before?.version ?? 0) + 1 };
  // What a paper is pinned to is kept before anybody sits it: the bank may have newer versions by then.
  if (next.refs !== before?.refs) await keepItems(deps, next);
  const answer = { paper: next.id, version: next.version };
  const facts = { ...(before && { before: factsOf(before) }), after: factsOf(next) };
  const thing = { type: 'paper', id: next.id };
  const entry = entryOf(deps, { me, right: 'setPaper', place, action, thing, why, ...facts });
  const put = { before, after: next, request: requestOf(deps, wish, answer) };
  const done = await deps.store.setPaperWrites.put(put, [entry]);
  if (done === 'done') return answer;
  const first = done === 'request-used' ? await answeredBefore<Written>(deps, wish) : undefined;
  if (first === undefined) throw new Problem('conflict');
  return first;
}

async function keepItems(deps: ExaminerDeps, { id, subject, refs, seed }: SetPaper): Promise<void> {
  const items = await itemsFor(deps, subject, refs);
  await deps.store.mockItems.keep(items, { subject, release: `paper:${id}:${seed}` });
}

/** What of a paper may stand in an audit line. */
function factsOf(paper: SetPaper): Facts {
  const { title, group, subject, form, mode, opensAt, closesAt, minutes, graceMs, shuffle } = paper;
  const { results, review, ranking, seed, state, releasedAt } = paper;
  return {
    ...{ title, group: `${group.kind} ${group.id}`, subject, form, mode, window: `${opensAt}/${closesAt}` },
    ...{ minutes, graceMs, shuffle, results, review, ranking, seed, questions: paper.refs.length, state },
    ...(releasedAt === undefined ? {} : { releasedAt }),
  };
}
