// Which phone is whose, as far as marks tell: whoever used it most of late. A new phone becomes somebody's own by being used.
import type { Instant } from '../time.ts';
import { isByPhone, type Sighting } from './sightings.ts';

/** Of each person the last sessions that say something: phones are replaced, and handed down. */
const SESSIONS = 5;

/** Device → the people who used it in the most of their last five sessions: one as a rule, several of a phone that is shared. */
export type Owners = ReadonlyMap<string, ReadonlySet<string>>;

/** The owners of all phones in a history; the order of its sightings changes nothing. */
export function ownersOf(history: readonly Sighting[]): Owners {
  const uses = new Map<string, Map<string, number>>();
  for (const [person, sessions] of phonesOf(history)) {
    const latest = [...sessions.values()].sort((a, b) => (a.last > b.last ? -1 : 1)).slice(0, SESSIONS);
    for (const device of latest.flatMap(({ devices }) => [...devices])) {
      const people = uses.get(device) ?? new Map<string, number>();
      uses.set(device, people.set(person, (people.get(person) ?? 0) + 1));
    }
  }
  return new Map([...uses].map(([device, people]) => [device, mostOf(people)]));
}

interface Seen {
  /** The last mark in a session. */
  last: Instant;
  devices: Set<string>;
}

/** The phones of each person, session by session. */
function phonesOf(history: readonly Sighting[]): Map<string, Map<string, Seen>> {
  const people = new Map<string, Map<string, Seen>>();
  for (const { person, session, device, at } of history.filter(isByPhone)) {
    const sessions = people.get(person) ?? new Map<string, Seen>();
    const seen = sessions.get(session) ?? { last: at, devices: new Set() };
    seen.devices.add(device);
    if (at > seen.last) seen.last = at;
    people.set(person, sessions.set(session, seen));
  }
  return people;
}

function mostOf(people: ReadonlyMap<string, number>): Set<string> {
  const most = Math.max(...people.values());
  return new Set([...people].filter(([, sessions]) => sessions === most).map(([person]) => person));
}
