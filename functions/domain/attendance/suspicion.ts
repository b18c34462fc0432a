// Signs that somebody signed for another (代签). They ask a human to look and block nothing; a network address is never one of them, because a whole
// room shares it. Only what a person's own phone did speaks of phones: a trainer's device marks everybody.
import type { Instant } from '../time.ts';
import { addMinutes } from './intervals.ts';
import { type Owners, ownersOf } from './owners.ts';
import { isByPhone, type Sighting } from './sightings.ts';
import { boundsOf, type Held, type Stay, staysOf } from './stays.ts';

export interface Surroundings {
  /** Earlier sightings of the same people, by which it is known whose a phone is. */
  history: readonly Sighting[];
  /** The sessions that the sightings name. Those that are not named here, or not on site, are no place. */
  sessions: readonly (Held & { id: string; onSite: boolean })[];
  /** Devices that several people may use, by a human's word: a station's tablet. */
  shared?: readonly string[] | undefined;
}

interface About {
  session: string;
  person: string;
  /** When the marks in question were made. */
  at: Instant[];
}

/**
 * `shared-device`: the phone marked others in the session as well, and is not known as this person's alone · `borrowed-device`: others have
 * used the phone more than this person · `two-places`: proved to be at another on-site session at the same time.
 */
export type Suspicion =
  | (About & { code: 'shared-device'; with: string[] })
  | (About & { code: 'borrowed-device'; owners: string[] })
  | (About & { code: 'two-places'; other: string });

/** All signs in some sightings, by session, person and code; the order of the sightings changes nothing. */
export function suspicionsOf(sightings: readonly Sighting[], around: Surroundings): Suspicion[] {
  const owners = ownersOf(around.history);
  const all = [...deviceSigns(sightings, owners, new Set(around.shared)), ...placeSigns(sightings, around)];
  return all.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/**
 * What makes a sign the one it is: its kind, its marks and the other place. Not who else is named in it: whose a phone is changes with every week, and
 * a doubt that was put to rest would come back.
 */
export function identityOf(one: Suspicion): string {
  const { session, person, code, at } = one;
  return [session, person, code, one.code === 'two-places' ? one.other : '', ...at].join('\n');
}

function deviceSigns(sightings: readonly Sighting[], owners: Owners, shared: ReadonlySet<string>): Suspicion[] {
  const own = sightings.filter(isByPhone).filter(({ device }) => !shared.has(device));
  return [...grouped(own, ({ session, device }) => `${session}\n${device}`).values()].flatMap((marks) =>
    signsOfDevice(marks, owners.get(marks[0]?.device ?? '') ?? new Set()),
  );
}

/** The marks of one phone in one session. A phone that is known as one person's casts no doubt on that person. */
function signsOfDevice(marks: readonly Sighting[], owners: ReadonlySet<string>): Suspicion[] {
  const byPerson = grouped(marks, ({ person }) => person);
  const people = [...byPerson.keys()].sort();
  return [...byPerson].flatMap(([person, own]): Suspicion[] => {
    const about = { session: own[0]?.session ?? '', person, at: own.map(({ at }) => at).sort() };
    const isOnlyOwner = owners.has(person) && owners.size === 1;
    const others = people.filter((one) => one !== person);
    const signs: Suspicion[] = [];
    if (others.length > 0 && !isOnlyOwner) signs.push({ ...about, code: 'shared-device', with: others });
    if (owners.size > 0 && !owners.has(person)) {
      signs.push({ ...about, code: 'borrowed-device', owners: [...owners].sort() });
    }
    return signs;
  });
}

function placeSigns(sightings: readonly Sighting[], { sessions }: Surroundings): Suspicion[] {
  const places = new Map(sessions.filter(({ onSite }) => onSite).map((session) => [session.id, session]));
  return [...grouped(sightings, ({ person }) => person)].flatMap(([person, own]) => {
    const there = [...grouped(own, ({ session }) => session)].flatMap(([id, marks]) => {
      const place = places.get(id);
      return place === undefined ? [] : [{ id, marks, spans: provedSpans(marks, place) }];
    });
    return there.flatMap((here) =>
      there
        .filter((other) => other.id !== here.id && areAtOnce(here.spans, other.spans))
        .map((other): Suspicion => {
          const at = here.marks.map((mark) => mark.at).sort();
          return { code: 'two-places', session: here.id, person, at, other: other.id };
        }),
    );
  });
}

interface Span {
  from: Instant;
  to: Instant;
}

/** When somebody was at a session for certain, its last and first minute left out: one may go from room to room within a minute. */
function provedSpans(marks: readonly Sighting[], session: Held): Span[] {
  const bounds = boundsOf(session);
  const inside = ({ from, to, proved }: Stay) => {
    const end = to ?? proved;
    const span = { from: from > bounds.from ? from : bounds.from, to: end < bounds.to ? end : bounds.to };
    // Nobody signed out and no check was answered: one moment is all that is proved.
    return span.from === span.to ? span : { from: addMinutes(span.from, 1), to: addMinutes(span.to, -1) };
  };
  return staysOf(marks)
    .stays.map(inside)
    .filter(({ from, to }) => from <= to);
}

function areAtOnce(some: readonly Span[], others: readonly Span[]): boolean {
  return some.some((a) => others.some((b) => a.from < b.to && b.from < a.to));
}

function sortKey(one: Suspicion): string {
  return [one.session, one.person, one.code, ...namedIn(one), ...one.at].join('\n');
}

/** Who else is named, or which other place. One person may mark with two phones in one moment: that makes two signs of one kind. */
function namedIn(one: Suspicion): readonly string[] {
  switch (one.code) {
    case 'two-places':
      return [one.other];
    case 'shared-device':
      return one.with;
    case 'borrowed-device':
      return one.owners;
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
