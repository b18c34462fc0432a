// The leak scan: a number that a story has planted must not be found, whole, in anything that outlives the page it was shown on: addresses,
// referrers, the console, answers with an error, what a browser keeps, and the server's log.
import type { BrowserContext, Page, Response } from 'playwright-core';

/** Something that was written down, and where. */
export interface Trace {
  where: string;
  text: string;
}

export interface Traffic {
  /** All there is so far; waits for the answers that are still being read. */
  traces(): Promise<Trace[]>;
}

/** Shorter runs of digits are no planted number, and are passed over. */
const SHORTEST = 11;

/** The planted numbers that are found, each with where. A number counts however it is written: grouped, escaped, in full width, in base64. */
export function leaksIn(traces: readonly Trace[], planted: Iterable<string>): string[] {
  const numbers = [...planted].map(plainly);
  return traces.flatMap(({ where, text }) => {
    const runs = new Set(readings(text).flatMap(runsIn));
    const found = numbers.filter((number) => [...runs].some((run) => run.includes(number)));
    return found.map((number) => `${number} in ${where}`);
  });
}

/** Watches what a browser asks for, from now on: addresses (also those that a script has put up), referrers, the console, errors. */
export function trafficOf(context: BrowserContext): Traffic {
  const traces: Trace[] = [];
  const reading: Promise<unknown>[] = [];
  const note = (where: string, text: string | undefined) => {
    if (text !== undefined) traces.push({ where, text });
  };
  context.on('page', (page) => page.on('framenavigated', (frame) => note('the address bar', frame.url())));
  context.on('request', (request) => {
    note('a requested address', request.url());
    note('a referrer', request.headers().referer);
  });
  context.on('response', (response) => {
    note('a redirect', response.headers().location);
    if (response.status() >= 400) reading.push(bodyOf(response).then((text) => note('an answer with an error', text)));
  });
  context.on('console', (message) => note('the console', message.text()));
  context.on('weberror', (error) => note('the console', error.error().message));
  return {
    async traces() {
      await Promise.all(reading);
      return [...traces];
    },
  };
}

/** A page that is left takes the answers with it that nobody has read. */
async function bodyOf(response: Response): Promise<string> {
  return response.text().catch(() => '');
}

/** What a browser keeps of the page's site: both storages, every database, every cache, the history's state and the cookies. */
export async function keptBy(page: Page): Promise<Trace[]> {
  const cookies = await page.context().cookies();
  return [...(await page.evaluate(dump)), { where: 'a cookie', text: JSON.stringify(cookies) }];
}

/** Runs in the page. */
async function dump(): Promise<Trace[]> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  // What JSON has no word for is told all the same.
  const told = (_: string, value: unknown) => {
    if (value instanceof Map || value instanceof Set) return [...value];
    if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
    return ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value;
  };
  const traces = [
    { where: 'localStorage', text: JSON.stringify(localStorage) },
    { where: 'sessionStorage', text: JSON.stringify(sessionStorage) },
    { where: 'the history', text: JSON.stringify([history.state, window.name]) },
  ];
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await done(indexedDB.open(name));
    const stores = [...db.objectStoreNames];
    const tx = stores.length === 0 ? undefined : db.transaction(stores, 'readonly');
    for (const store of stores) {
      const [keys, rows] = await Promise.all([
        done((tx as IDBTransaction).objectStore(store).getAllKeys()),
        done((tx as IDBTransaction).objectStore(store).getAll()),
      ]);
      traces.push({ where: `IndexedDB ${name}.${store}`, text: JSON.stringify([keys, rows], told) });
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const text = (await (await cache.match(request))?.text()) ?? '';
      traces.push({ where: `Cache Storage ${name}`, text: `${request.url} ${text}` });
    }
  }
  return traces;
}

/** A text as it stands, and as it reads when what hides digits is taken away. */
function readings(text: string): string[] {
  return [text, ...encoded(text)].flatMap((one) => [one, unescaped(one)]).map(plainly);
}

/** Percent escapes, and those of JSON and HTML. */
function unescaped(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => Buffer.from(escapes.replaceAll('%', ''), 'hex').toString())
    .replace(/\\u([0-9a-f]{4})|&#x([0-9a-f]+);/gi, (_, a, b) => String.fromCodePoint(Number.parseInt(a ?? b, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)));
}

/** What words of base64 hold. */
function encoded(text: string): string[] {
  return (text.match(/[\w+/-]{14,}/g) ?? []).map((word) => Buffer.from(word, 'base64').toString('latin1'));
}

/** Digits of full width made plain, and nothing between digits. */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(?<=\d)[\s._+-]+(?=[\dX])/g, '');
}

function runsIn(text: string): string[] {
  return (text.match(/\d+X?/g) ?? []).filter((run) => run.length >= SHORTEST);
}
