// Claims: staff make people, by hand or by imports, who have not signed in; a code gives such a record to whoever it is. Shown once, kept as a hash.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { GONE_NAME } from '../domain/people/person.ts';
import { instantOf, msOf } from '../domain/time.ts';
import type { PersonChange, Person as Record } from '../store/person-writes.ts';
import { type Person, signedIn, today } from './access.ts';
import { linePlaces } from './account.ts';
import { entryOf } from './audit.ts';
import type { AccountDeps } from './deps.ts';
import { hasDecidedExams, moveExams } from './exam-traces.ts';
import { nextOf } from './people.ts';
import { factsOf, type NumberField, openedNumber, personFor, requireKept, sealedNumber } from './person-records.ts';
import { Problem, refused } from './problem.ts';
import { hasSubsidies } from './subsidy-traces.ts';

/** Time for a letter, a holiday and a reminder. */
const CLAIM_DAYS = 14;

/** Makes a code for a person without a sign-in, in place of an older one. It has 256 bits: nobody finds one by trying. */
export function offerClaim(deps: AccountDeps) {
  return async (actor: Actor, { params }: Input<'offerClaim'>): Promise<Answer<'offerClaim'>> => {
    const me = signedIn(actor);
    const { person, place } = await personFor(deps, actor)('changePerson', params.person);
    requireKept(person);
    if (person.identity !== undefined) throw refused('claimed-already');
    const code = deps.newSecret();
    const createdAt = deps.now();
    const expiresAt = instantOf(msOf(createdAt) + CLAIM_DAYS * 86_400_000);
    const thing = { type: 'person', id: person.id };
    const act = { me, right: 'changePerson', action: 'offerClaim', place, thing, after: { until: expiresAt } } as const;
    const claim = { person: person.id, by: me.person, createdAt, expiresAt };
    const done = await deps.store.claims.offer(await deps.digest(code), claim, [entryOf(deps, act)]);
    if (done !== 'done') throw new Problem('conflict');
    return { code, expiresAt };
  };
}

/**
 * Makes the caller the person of a claim: they sign in as them from now on, and their practice and reports come along. All sessions of the
 * caller end, the one of `token` last: until then the same call again goes on where it ended.
 */
export function acceptClaim(deps: AccountDeps) {
  return async (actor: Actor, { body }: Input<'acceptClaim'>, token?: string): Promise<Answer<'acceptClaim'>> => {
    const me = signedIn(actor);
    const own = await deps.store.people.get(me.person);
    if (own === undefined || own.deletedAt !== undefined) throw new Problem('session_expired');
    const claimed = own.mergedInto ?? (await take(deps, { me, own, codeHash: await deps.digest(body.code) }));
    const person = await deps.store.people.get(claimed);
    if (person === undefined) throw new Error('a claimed record is not there');
    // What came in since it was copied.
    await moveAlong(deps, own.id, claimed);
    await deps.store.sessions.deleteAll(own.id, token && (await deps.digest(token)));
    await moveAlong(deps, own.id, claimed);
    return { person: claimed, name: person.name };
  };
}

interface Taking {
  me: Person;
  own: Record;
  codeHash: string;
}

/** Gives the id of the person whom the caller has become. */
async function take(deps: AccountDeps, { me, own, codeHash }: Taking): Promise<string> {
  const claim = await deps.store.claims.get(codeHash);
  const claimed = claim && (await deps.store.people.get(claim.person));
  if (claim === undefined || claimed === undefined) throw new Problem('not_found');
  const isOpen = claim.isNewest && claim.expiresAt > deps.now();
  if (!isOpen || claimed.identity !== undefined || claimed.deletedAt !== undefined) throw refused('spent');
  await requireNoRecord(deps, own);
  // Before the transaction, so that whoever signs in right after it finds their practice there.
  await deps.store.batches.copy(own.id, claimed.id);
  await deps.store.reports.copyNotes(own.id, claimed.id);
  const after = claimedBy(deps, claimed, own);
  const facts = { before: factsOf(claimed), after: { ...factsOf(after), account: own.id } };
  const act = { me, right: 'changeSelf', action: 'acceptClaim', thing: { type: 'person', id: claimed.id } } as const;
  const entries = (await linePlaces(deps, claimed)).map((place) => entryOf(deps, { ...act, ...facts, place }));
  const merge = {
    ...{ codeHash, at: deps.now() },
    own: { before: own, after: emptied(deps, own, claimed.id) },
    claimed: { before: claimed, after },
  };
  const done = await deps.store.accounts.merge(merge, entries);
  if (done !== 'done') throw done === 'spent' ? refused('spent') : new Problem('conflict');
  return claimed.id;
}

/** Two records that both hold facts are for the staff to sort out: nothing is added up by a code, and facts never move. */
async function requireNoRecord(deps: AccountDeps, { id, employments, certificates, pools }: Record): Promise<void> {
  const day = today(deps);
  const live = (await deps.store.grants.ofPerson(id)).filter(({ to }) => to === undefined || day < to);
  const { enrolments, marks, hours, completions } = deps.store;
  const training = await Promise.all([
    enrolments.ofPerson(id),
    marks.arrivals(id),
    hours.ofPerson(id),
    completions.ofPerson(id),
  ]);
  const facts = [employments, certificates, pools, live, ...training];
  const [hasSat, hasExams] = [await deps.store.attemptTraces.hasSatSet(id), await hasDecidedExams(deps, id)];
  if (hasSat || hasExams || (await hasSubsidies(deps, id)) || facts.some((all) => all.length > 0))
    throw refused('has-own-record');
}

/** The claimed record with the caller's sign-in, and with what they have said of themselves where the record says nothing. */
function claimedBy(deps: AccountDeps, claimed: Record, own: Record): PersonChange['after'] {
  const { education, isSocialWorkMajor } = claimed.education === undefined ? own : claimed;
  const phone = claimed.phone ?? resealed(deps, 'phone', { own, claimed });
  const idNumber = claimed.idNumber ?? resealed(deps, 'idNumber', { own, claimed });
  return {
    ...nextOf(deps, claimed),
    ...(education === undefined ? {} : { education }),
    ...(isSocialWorkMajor === undefined ? {} : { isSocialWorkMajor }),
    ...(own.identity === undefined ? {} : { identity: own.identity }),
    ...(phone === undefined ? {} : { phone }),
    ...(idNumber === undefined ? {} : { idNumber }),
  };
}

/** A number of one's own, sealed for the record that takes it over. */
function resealed(deps: AccountDeps, field: NumberField, { own, claimed }: { own: Record; claimed: Record }) {
  const typed = openedNumber(deps, field, own);
  return typed === undefined ? undefined : sealedNumber(deps, field, { typed, person: claimed.id });
}

/** What stays of a person who is another one: that they are. */
function emptied(deps: AccountDeps, { id, createdAt }: Record, mergedInto: string): PersonChange['after'] {
  const facts = { employments: [], certificates: [], pools: [] };
  return { id, createdAt, changedAt: deps.now(), name: GONE_NAME, mergedInto, ...facts };
}

async function moveAlong(deps: AccountDeps, from: string, to: string): Promise<void> {
  await deps.store.batches.move(from, to);
  await deps.store.reports.moveNotes(from, to);
  await deps.store.contacts.move(from, to);
  await deps.store.attemptTraces.move(from, to);
  await moveExams(deps, from, to);
}
