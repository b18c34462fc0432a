// Deleting one's account: what is personal goes, what is counted stays without saying of whom it is. In steps that may each fail: calling
// again goes on where it ended, as long as the caller's own session lives, and that one ends last.
import type { Answer, Input } from '../contract/index.ts';
import { type Actor, ofPerson } from '../domain/access/can.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import { masked } from '../domain/audit/facts.ts';
import { countedFacts } from '../domain/people/counted.ts';
import { GONE_NAME } from '../domain/people/person.ts';
import type { Ending } from '../store/accounts.ts';
import type { PersonGrant } from '../store/grants.ts';
import type { PersonChange, Person as Record } from '../store/person-writes.ts';
import { type Person, today } from './access.ts';
import { linePlaces, type Self, selfFor } from './account.ts';
import { entryOf } from './audit.ts';
import type { AccountDeps } from './deps.ts';
import { releaseExams } from './exam-traces.ts';
import { grantFacts } from './grants.ts';
import { Problem } from './problem.ts';
import { releaseSubsidies } from './subsidy-traces.ts';
import { releaseTraining } from './training-traces.ts';

/** Grants that end with the person in one transaction: with a line for each employment and each audit chain it stays below a hundred writes. */
const ENDED_AT_ONCE = 8;

/** Deletes the caller's account. `token` is that of the session which asks. Problem `conflict` when the record is no longer what the caller saw. */
export function deleteSelf(deps: AccountDeps) {
  return async (actor: Actor, { params, body }: Input<'deleteSelf'>, token?: string): Promise<Answer<'deleteSelf'>> => {
    const { me, person } = await selfFor(deps, actor)('deleteSelf', params.person);
    const isOpen = person.deletedAt === undefined;
    if (isOpen && person.version !== body.version) throw new Problem('conflict');
    await release(deps, person.id);
    if (isOpen) await close(deps, { me, person });
    // What came in while the rest was done: a batch of another device, a role. No role is given any more from here on.
    await release(deps, person.id);
    await endGrants(deps, me);
    await deps.store.sessions.deleteAll(person.id, token && (await deps.digest(token)));
    return { deleted: true };
  };
}

/**
 * The journal and the address go, and what was counted of the journal stays; reports stay as facts about their questions, without numbers and without a way
 * from the person to them; training stays as heads and hours, mock papers as marks, exams as what became of each paper, subsidies as what was paid.
 */
async function release(deps: AccountDeps, person: string): Promise<void> {
  await deps.store.batches.deleteAll(person);
  await deps.store.contacts.delete(person);
  await deps.store.reports.release(person, masked);
  await releaseTraining(deps, person);
  await deps.store.attemptTraces.release(person);
  await releaseExams(deps, person);
  await releaseSubsidies(deps, person);
}

async function close(deps: AccountDeps, { me, person }: Self): Promise<void> {
  const endings = (await endingsOf(deps, person.id)).slice(0, ENDED_AT_ONCE);
  const act = { me, right: 'deleteSelf', thing: { type: 'person', id: person.id } } as const;
  const places = await linePlaces(deps, person);
  const entries = [
    ...places.map((place) => entryOf(deps, { ...act, place })),
    ...endings.map((ending) => endEntry(deps, me, ending)),
  ];
  const change = { before: person, after: withoutPerson(deps, person), endings };
  if ((await deps.store.accounts.close(change, entries)) !== 'done') throw new Problem('conflict');
}

function withoutPerson(deps: AccountDeps, person: Record): PersonChange['after'] {
  const { id, createdAt } = person;
  const now = deps.now();
  return { id, createdAt, name: GONE_NAME, changedAt: now, deletedAt: now, ...countedFacts(person) };
}

/** Ends what grants of one's own still hold, or are yet to. One that somebody else has ended meanwhile is ended. */
async function endGrants(deps: AccountDeps, me: Person): Promise<void> {
  for (const ending of await endingsOf(deps, me.person)) {
    const { grant, day } = ending;
    await deps.store.grants.end(grant, { day, by: me.person }, [endEntry(deps, me, ending)]);
  }
}

type OwnEnding = Ending & { grant: PersonGrant };

/** A grant that holds ends today; one that is yet to begin ends on its first day, and so never holds. */
async function endingsOf(deps: AccountDeps, person: string): Promise<OwnEnding[]> {
  const now = today(deps);
  const all = await deps.store.grants.ofPerson(person);
  return all
    .map((grant) => ({ grant, day: grant.from > now ? grant.from : now }))
    .filter(({ grant: { to }, day }) => to === undefined || day < to);
}

function endEntry(deps: AccountDeps, me: Person, { grant, day }: OwnEnding): AuditEntry {
  const act = { me, right: 'deleteSelf', action: 'endRole', place: ofPerson(me.person), unit: grant.unit } as const;
  const facts = { before: grantFacts(grant), after: { ...grantFacts(grant), to: day } };
  return entryOf(deps, { ...act, ...facts, thing: { type: 'grant', id: grant.id } });
}
