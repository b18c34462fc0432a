// Mail in a test: a box that takes what is sent, people with addresses, and the timer's deps on a world's table.
import type { JobDeps, Mail } from '../../functions/app/deps.ts';
import { instantOf, msOf } from '../../functions/domain/time.ts';
import { keys } from '../../functions/store/keys.ts';
import { makeJobStore } from '../../functions/store/store.ts';
import type { World } from './world.ts';

export interface Box {
  mails: Mail[];
  /** What becomes of the next mails to an address: sent when nothing is said. */
  fate: Map<string, 'refused' | Error>;
  deps: JobDeps;
  /** To whom mails went, in order, since the last call. */
  taken(): string[];
}

/** The timer's surroundings. Its own clock goes on with every look, a millisecond each. */
export function openBox(world: World, quietMs = 0): Box {
  const mails: Mail[] = [];
  const fate: Box['fate'] = new Map();
  let ms = 0;
  const { origin, now, digest, sink } = world.deps;
  const clockMs = () => {
    ms += 1;
    return ms;
  };
  const mail = {
    async send(one: Mail) {
      const what = fate.get(one.to) ?? 'sent';
      if (what instanceof Error) throw what;
      if (what === 'sent') mails.push(one);
      return what;
    },
  };
  const store = makeJobStore(world.test.table);
  const taken = () => mails.splice(0).map(({ to }) => to);
  return { mails, fate, taken, deps: { store, origin, now, clockMs, digest, sink, mail, quietMs } };
}

/** Lets so many minutes pass. */
export function passMinutes(world: World, minutes: number): void {
  world.clock.now = instantOf(msOf(world.clock.now) + minutes * 60_000);
}

export function addressOf(person: string): string {
  return `${person}@mail.example`;
}

/** Gives people a confirmed address. */
export async function withAddresses(world: World, people: readonly string[], wantsNotices = true): Promise<void> {
  for (let first = 0; first < people.length; first += 20) {
    await Promise.all(people.slice(first, first + 20).map(plant));
  }

  async function plant(person: string): Promise<void> {
    const confirmed = { email: addressOf(person), codeHash: 'hash', at: world.clock.now };
    await world.test.plant({ ...keys.contact(person), person, confirmed, wantsNotices, asked: [], version: 1 });
  }
}
