// The leak scan looks everywhere: a number that a page is made to leave in each place is found there.
import { readFileSync } from 'node:fs';
import { expect, inject, it, vi } from 'vitest';
import { seedPhone } from '../../functions/local/seed-numbers.ts';
import { keptBy, leaksIn, trafficOf } from '../support/leaks.ts';
import { open } from './steps.ts';
import { useVisitors, visitor } from './visitors.ts';

useVisitors();

/** Number of a place → a number of its own, so that each is found for itself. */
const numberOf = (place: number) => seedPhone(97_000_000 + place);
const PLACES = [
  'localStorage',
  'sessionStorage',
  'IndexedDB planted.rows',
  'Cache Storage planted',
  'Cache Storage planted',
  'the history',
  'a cookie',
  'the address bar',
  'a referrer',
  'a requested address',
  'a redirect',
  'the console',
  'an answer with an error',
];
const numbers = PLACES.map((_, place) => numberOf(place));

it('finds what is left in each place', async () => {
  const { page, context, expects } = await visitor();
  expects(/422/);
  const traffic = trafficOf(context);
  const watched = await context.newPage();
  await page.close();
  await watched.route('**/planted-answer', (route) => route.fulfill({ status: 422, body: `no: ${numberOf(12)}` }));
  await watched.route('**/planted-redirect', (route) =>
    route.fulfill({ status: 307, headers: { location: `/?${numberOf(10)}` } }),
  );
  await open(watched, '/');
  // The site's worker, once it is there, takes caches away that it does not know.
  await watched.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  await watched.evaluate(leave, numbers);
  const found = leaksIn([...(await traffic.traces()), ...(await keptBy(watched))], numbers);
  const wanted = PLACES.map((where, place) => `${numberOf(place)} in ${where}`);
  expect(wanted.filter((one) => !found.includes(one))).toEqual([]);
});

/** Runs in the page. */
async function leave(all: string[]): Promise<void> {
  const [local, session, row = '', body, address = '', state, cookie, bar, referrer, asked, , said] = all;
  localStorage.setItem('planted', `${local}`);
  sessionStorage.setItem('planted', `${session}`);
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('planted');
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tx = opening.result.transaction('rows', 'readwrite');
      tx.objectStore('rows').put(new Map([['bytes', new TextEncoder().encode(row)]]), 'key');
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
  const cache = await caches.open('planted');
  await cache.put('/planted', new Response(`<p>${body}</p>`));
  await cache.put(`/planted/${address}`, new Response(''));
  // biome-ignore lint/suspicious/noDocumentCookie: a cookie as a page would leave one.
  document.cookie = `planted=${cookie}`;
  await fetch(`/?${asked}`);
  await fetch('/planted-answer');
  await fetch('/planted-redirect');
  console.log(said);
  history.replaceState({ planted: referrer }, '', `?from=${referrer}`);
  await fetch('/');
  history.replaceState({ planted: state }, '', `?to=${bar}`);
}

it('reads all that the server says: the line of a request is in the log', async () => {
  const response = await fetch(`${inject('origin')}/api/staff/me`);
  const id = response.headers.get('x-request-id');
  await vi.waitFor(() => expect(readFileSync(inject('log'), 'utf8')).toContain(`"requestId":"${id}"`));
});
