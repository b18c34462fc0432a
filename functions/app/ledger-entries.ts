// Entries of the ledger that people hand in: proposed by oneself or by whoever keeps one's hours, decided by somebody else. What was earned in a
// course is no matter of this file: the course's own corrections decide about it.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { isOver, type Learned, moveEntry as moved, stateOf } from '../domain/hours/entries.ts';
import type { StoredEntry } from '../store/hours.ts';
import { entryOf } from './audit.ts';
import type { LedgerDeps } from './deps.ts';
import { faultOf, isOwn, type LedgerOf, ledgerOf, placeFor } from './ledger-finding.ts';
import { requireKept } from './person-records.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, type Wish, wishOf } from './requests.ts';

type Shown = Answer<'addEntry'>;
type Body = Input<'addEntry'>['body'];

/** Entries of one person that may wait for a decision at once: more than anybody hands in, fewer than would be a nuisance. */
const WAITING_MOST = 50;

/** Proposes an entry; the same request again answers what came of it. */
export function addEntry(deps: LedgerDeps) {
  return async (actor: Actor, { params, body }: Input<'addEntry'>): Promise<Shown> => {
    const held = await ledgerOf(deps, actor, { id: params.person, own: 'proposeHours', staff: 'keepHours' });
    const wish = await wishOf(deps, { person: held.me.person, route: 'addEntry', params, body });
    const before = await answeredBefore<Shown>(deps, wish);
    if (before !== undefined) return before;
    requireKept(held.person);
    if (held.places.length === 0) throw refused('entry-no-unit');
    const entry = entryFrom(deps, held, body);
    await requireSound(deps, entry);
    const lines = isOwn(held) ? [] : [lineOf(deps, held, { entry, right: 'keepHours', action: 'addEntry' })];
    const answer: Shown = { entry: entry.id, state: 'proposed' };
    const done = await deps.store.ledgerEntries.add({ entry, request: requestOf(deps, wish, answer) }, lines);
    return done === 'done' ? answer : answeredOrBusy(deps, wish);
  };
}

/** Approves, refuses, revokes or withdraws an entry that was handed in. */
export function moveEntry(deps: LedgerDeps) {
  return async (actor: Actor, { params, body }: Input<'moveEntry'>): Promise<Shown> => {
    const staff = body.move === 'withdraw' ? 'keepHours' : 'approveHours';
    const held = await ledgerOf(deps, actor, { id: params.person, own: 'proposeHours', staff });
    const wish = await wishOf(deps, { person: held.me.person, route: 'moveEntry', params, body });
    const before = await answeredBefore<Shown>(deps, wish);
    if (before !== undefined) return before;
    requireKept(held.person);
    const entry = await movedEntry(deps, held, { id: params.entry, ...body });
    const answer: Shown = { entry: entry.id, state: stateOf(entry).state };
    const right = isOwn(held) ? undefined : staff;
    const act = { entry, action: `${body.move}Entry`, why: body.why };
    const lines = right === undefined ? [] : [lineOf(deps, held, { ...act, right })];
    const done = await deps.store.ledgerEntries.move({ entry, request: requestOf(deps, wish, answer) }, lines);
    return done === 'done' ? answer : answeredOrBusy(deps, wish);
  };
}

/** The entry after a move; Problem `not_found` or `refused` where it may not be made. */
async function movedEntry(
  deps: LedgerDeps,
  held: LedgerOf,
  { id, move, why }: { id: string } & Pick<Input<'moveEntry'>['body'], 'move' | 'why'>,
): Promise<StoredEntry> {
  const entry = await deps.store.ledgerEntries.get(held.person.id, id);
  const fault = entry === undefined ? 'not-yours' : faultOf(held, entry, move);
  if (entry === undefined || fault === 'not-yours') throw new Problem('not_found');
  if (fault !== undefined) throw refused(fault);
  const fact = { at: deps.now(), by: held.me.person, why };
  const next = moved(entry, move === 'withdraw' ? 'refuse' : move, fact);
  if (!next.ok) throw refused(next.reason === 'no-reason' ? 'no-reason' : 'entry-state');
  return { ...entry, facts: next.entry.facts };
}

/** The write lost a race: against the same request it has its answer, against another the caller looks again. */
async function answeredOrBusy(deps: LedgerDeps, wish: Wish): Promise<Shown> {
  const before = await answeredBefore<Shown>(deps, wish);
  if (before === undefined) throw new Problem('conflict');
  return before;
}

function entryFrom(deps: LedgerDeps, { me, person }: LedgerOf, body: Body): StoredEntry {
  const { title, organiser, evidence } = body;
  const proposed = { state: 'proposed', at: deps.now(), by: me.person } as const;
  return { ...learnedIn(body), id: deps.newId(), person: person.id, title, organiser, evidence, facts: [proposed] };
}

function learnedIn(body: Body): Learned {
  const { kind } = body;
  if (kind === 'degree') return { kind, day: body.day };
  if (kind === 'training') return { kind, when: body.when };
  if (kind === 'local') return { kind, when: body.when, place: body.place, category: body.category };
  return { kind, when: body.when, ...(body.degree === undefined ? {} : { degree: body.degree }) };
}

/** Refuses what is to come, a degree that is not the person's, and a heap of what nobody has decided. */
async function requireSound(deps: LedgerDeps, entry: StoredEntry): Promise<void> {
  if (!isOver(entry, deps.now())) throw refused('entry-future');
  const all = await deps.store.hours.ofPerson(entry.person);
  if (entry.kind === 'taught' && entry.degree !== undefined) {
    const degree = all.find(({ id }) => id === entry.degree);
    if (degree?.kind !== 'degree') throw refused('no-such-degree');
  }
  const waiting = all.filter((one) => stateOf(one).state === 'proposed');
  if (waiting.length >= WAITING_MOST) throw refused('list-full');
}

interface Act {
  entry: StoredEntry;
  right: 'keepHours' | 'approveHours';
  action: string;
  why?: string | undefined;
}

/** The line says whose entry and of which kind; what it is called may name somebody. */
function lineOf(deps: LedgerDeps, held: LedgerOf, { entry, right, action, why }: Act) {
  const place = placeFor(held, right);
  if (place === undefined) throw new Problem('not_found');
  const after = { person: entry.person, kind: entry.kind, state: stateOf(entry).state };
  return entryOf(deps, { me: held.me, right, place, action, thing: { type: 'hours', id: entry.id }, after, why });
}
