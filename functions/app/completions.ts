// Completions (结业证书、学时证明): issued for the hours that a closed course has written, once for each person; revoked, reissued, listed, checked.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, can, ofPerson, type Place } from '../domain/access/can.ts';
import { type Completion, completionMay, type Statement, signedOf } from '../domain/completions/completion.ts';
import { numberOf } from '../domain/completions/number.ts';
import type { Course } from '../domain/courses/course.ts';
import { minutesIn, stateOf } from '../domain/hours/entries.ts';
import { GONE_NAME, maskName } from '../domain/people/person.ts';
import { dayOf } from '../domain/time.ts';
import { type Person, signedIn } from './access.ts';
import { entryOf } from './audit.ts';
import type { CoreDeps, DocumentDeps, OpenDeps } from './deps.ts';
import { courseFor } from './door-finding.ts';
import { Problem, refused } from './problem.ts';
import { nameFor } from './units-reading.ts';

/** Completions on one page of a list. */
const LISTED_MOST = 100;

type Line = Answer<'issueCompletions'>['lines'][number];

/** Issues for some people of a closed course. Whoever has one keeps it: a second run changes nothing. */
export function issueCompletions(deps: DocumentDeps) {
  return async (actor: Actor, { params, body }: Input<'issueCompletions'>): Promise<Answer<'issueCompletions'>> => {
    const me = signedIn(actor);
    const found = await courseFor(deps, actor)('issueCertificate', params.course);
    if (found.course.state !== 'closed') throw refused('course-not-closed');
    await deps.store.completions.publishKey(await deps.signer.key());
    const lines: Line[] = [];
    for (const person of new Set(body.people))
      lines.push({ person, ...(await issued(deps, me, { ...found, person })) });
    return { lines };
  };
}

interface Issuing {
  course: Course;
  place: Place;
  person: string;
}

async function issued(
  deps: DocumentDeps,
  me: Person,
  { course, place, person }: Issuing,
): Promise<Omit<Line, 'person'>> {
  const before = (await deps.store.completions.ofPersonIn(course.id, person)).at(-1);
  if (before !== undefined) return { outcome: 'same', number: before.number };
  const made = await statementFor(deps, me, { course, person, n: 1 });
  if (made === undefined) return { outcome: 'refused', reason: 'no-hours' };
  const added = await signed(deps, made);
  const thing = { type: 'completion', id: added.number };
  const after = { person, course: course.id, minutes: added.minutes };
  const entry = entryOf(deps, { me, right: 'issueCertificate', place, thing, after });
  const done = await deps.store.completions.put({ added }, [entry]);
  return { outcome: done === 'done' ? 'new' : 'same', number: added.number };
}

/** Revokes one, or puts another in its place: by what is known now, when a name or the hours were corrected. */
export function changeCompletion(deps: DocumentDeps) {
  return async (actor: Actor, { params, body }: Input<'changeCompletion'>): Promise<Answer<'changeCompletion'>> => {
    const me = signedIn(actor);
    const before = await deps.store.completions.get(params.number);
    if (before === undefined) throw new Problem('not_found');
    const { course, place } = await courseFor(deps, actor)('issueCertificate', before.course);
    if (!completionMay(before, body.kind)) throw refused('completion-state');
    const added = body.kind === 'reissue' ? await replacementOf(deps, me, { course, before }) : undefined;
    const status = added === undefined ? 'revoked' : 'replaced';
    const ended = { at: deps.now(), by: me.person, why: body.why, ...(added && { replacedBy: added.number }) };
    const after: Completion = { ...before, status, ended };
    const facts = { before: { status: before.status }, after: { status, replacedBy: added?.number ?? null } };
    const thing = { type: 'completion', id: before.number };
    const act = {
      me,
      right: 'issueCertificate',
      action: 'changeCompletion',
      place,
      thing,
      ...facts,
      why: body.why,
    } as const;
    const done = await deps.store.completions.put({ before, after, ...(added && { added }) }, [entryOf(deps, act)]);
    if (done !== 'done') throw new Problem('conflict');
    return { status, ...(added && { replacement: added.number }) };
  };
}

async function replacementOf(
  deps: DocumentDeps,
  me: Person,
  { course, before }: { course: Course; before: Completion },
): Promise<Completion> {
  await deps.store.completions.publishKey(await deps.signer.key());
  const made = await statementFor(deps, me, { course, person: before.person, n: before.n + 1 });
  if (made === undefined) throw refused('no-hours');
  return signed(deps, { ...made, replaces: before.number });
}

/** What a person's completion of a course says today; undefined without hours. The number follows from course, person and count: a retry makes the same. */
async function statementFor(
  deps: DocumentDeps,
  me: Person,
  { course, person, n }: { course: Course; person: string; n: number },
): Promise<Statement | undefined> {
  const [known, unit, entries] = await Promise.all([
    deps.store.people.get(person),
    deps.store.units.get(course.unit),
    deps.store.hours.ofPerson(person),
  ]);
  const own = entries.filter((entry) => entry.course === course.id && stateOf(entry).state === 'approved');
  const minutes = own.reduce((sum, entry) => sum + minutesIn(entry), 0);
  if (known === undefined || known.deletedAt !== undefined || unit === undefined || minutes === 0) return undefined;
  const issuedAt = deps.now();
  const from = dayOf(course.startsAt ?? issuedAt);
  const to = dayOf(course.endsAt ?? issuedAt);
  const digest = await deps.digest(`completion ${course.id} ${person} ${n}`);
  const { title, coOrganisers, minutesPerHour } = course;
  return {
    ...{ number: numberOf(issuedAt.slice(0, 4), digest), course: course.id, person, n, name: known.name },
    ...(known.idNumber === undefined ? {} : { maskedId: known.idNumber.masked }),
    ...{ title, unit: unit.id, issuer: nameFor(unit, to), coOrganisers, from, to, minutes, minutesPerHour },
    ...{ issuedAt, by: me.person },
  };
}

async function signed(deps: DocumentDeps, statement: Statement): Promise<Completion> {
  const signature = await deps.signer.sign(signedOf(statement, dayOf(statement.issuedAt)));
  return { ...statement, status: 'valid', signature };
}

/** Those of a course, for whoever issues them. */
export function listCompletions(deps: CoreDeps) {
  return async (actor: Actor, { params, query }: Input<'listCompletions'>): Promise<Answer<'listCompletions'>> => {
    const { course } = await courseFor(deps, actor)('issueCertificate', params.course);
    const cursor = query.cursor === undefined ? {} : { cursor: storeCursor(query.cursor) };
    const { found, next } = await deps.store.completions.ofCourse(course.id, { limit: LISTED_MOST, ...cursor });
    const completions = found.map(({ number, person, name, minutes, issuedAt, status, ended }) => ({
      ...{ number, person, name, minutes, issuedAt, status },
      ...(ended?.replacedBy === undefined ? {} : { replacedBy: ended.replacedBy }),
    }));
    return next === undefined ? { completions } : { completions, cursor: wireCursor(next) };
  };
}

const LIST = 'COMPLETION#';

/** Where a list of a course's completions goes on, as the store says it, from what the wire says; a text of the caller's own making is harmless. */
export function storeCursor(onWire: string): string {
  return `${LIST}${onWire.replace('.', '#')}`;
}

/** The same for the wire. */
export function wireCursor(inStore: string): string {
  return inStore.slice(LIST.length).replace('#', '.');
}

/** One's own, the latest first. */
export function listMyCompletions(deps: CoreDeps) {
  return async (actor: Actor, { params }: Input<'listMyCompletions'>): Promise<Answer<'listMyCompletions'>> => {
    if (!can.readOwnTraining(signedIn(actor), ofPerson(params.person))) throw new Problem('not_found');
    const all = await deps.store.completions.ofPerson(params.person);
    const latest = all.toSorted((a, b) => (`${a.issuedAt} ${a.n}` < `${b.issuedAt} ${b.n}` ? 1 : -1));
    return {
      completions: latest.map(({ title, ended, ...one }) => ({
        ...publicOf(one),
        course: title,
        ...(ended?.replacedBy === undefined ? {} : { replacedBy: ended.replacedBy }),
      })),
    };
  };
}

/** What anybody may know of a number: whether it is one of ours, what it says, and whether it still holds. */
export function verifyCompletion(deps: OpenDeps) {
  return async (_actor: Actor, { params }: Input<'verifyCompletion'>): Promise<Answer<'verifyCompletion'>> => {
    const found = await deps.store.completions.get(params.number);
    if (found === undefined) throw new Problem('not_found');
    const { name, title, ended } = found;
    return {
      ...publicOf(found),
      ...{ name: name === GONE_NAME ? name : maskName(name), course: title },
      ...(ended === undefined ? {} : { endedOn: dayOf(ended.at) }),
    };
  };
}

function publicOf({
  number,
  issuer,
  from,
  to,
  minutes,
  minutesPerHour,
  issuedAt,
  status,
}: Pick<Completion, 'number' | 'issuer' | 'from' | 'to' | 'minutes' | 'minutesPerHour' | 'issuedAt' | 'status'>) {
  return { number, issuer, from, to, minutes, minutesPerHour, issuedOn: dayOf(issuedAt), status };
}

/** The public keys of all signatures. */
export function listCompletionKeys(deps: OpenDeps) {
  return async (): Promise<Answer<'listCompletionKeys'>> => {
    const keys = await deps.store.completions.publicKeys();
    return { keys: keys.map(({ kty, crv, x, y, kid, alg, use }) => ({ kty, crv, x, y, kid, alg, use })) };
  };
}
