// Answers that are the same for everybody, kept for when there is no network: the schedule, and the keys that certificates are checked with.

/** The service worker leaves this cache alone: worker/sw.ts names it, too. */
const NAME = 'kept';

/** The oldest give way. */
const MOST = 24;

export interface Kept<A> {
  answer: A;
  at: string;
}

/** Keeps an answer under a name; where the browser keeps nothing, nothing happens. */
export async function keepAnswer(name: string, answer: unknown, at: string): Promise<void> {
  try {
    const cache = await caches.open(NAME);
    const request = new Request(`/kept/${name}`);
    await cache.delete(request);
    await cache.put(request, new Response(JSON.stringify({ answer, at })));
    const held = await cache.keys();
    await Promise.all(held.slice(0, Math.max(0, held.length - MOST)).map((one) => cache.delete(one)));
  } catch {
    // A private window has no cache: the page works all the same, only not without a network.
  }
}

export async function keptAnswer<A>(name: string): Promise<Kept<A> | undefined> {
  try {
    const held = await (await caches.open(NAME)).match(`/kept/${name}`);
    return (await held?.json()) as Kept<A> | undefined;
  } catch {
    return undefined;
  }
}
