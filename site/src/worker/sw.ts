// The service worker: the site's files from the cache, packs kept once opened, the API left alone. VERSION and SHELL_FILES come from the build.
import { immutablePrefixes } from '../../../functions/contract/headers.ts';
import { type Catalogue, packPath } from '../../../functions/domain/questions/release.ts';

declare const VERSION: string;
declare const SHELL_FILES: string[];

/** The parts of a service worker's scope that are used here; the page's own types (DOM) hold no such scope. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listen: (event: LifeEvent) => void): void;
  addEventListener(type: 'message', listen: (event: MessageEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends LifeEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

const scope = self as unknown as WorkerScope;

/** One cache a version for the pages, one for all versions for what stands under a hash. */
const PAGES = `pages-${VERSION}`;
const PACKS = 'packs';

/** What the pages themselves keep for when there is no network: islands/training/kept.ts. */
const KEPT = 'kept';

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('message', (event) => {
  if (event.data === 'replace') void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/packs/')) event.respondWith(keptForEver(event.request));
  else if (isOurs(event.request, url)) event.respondWith(fromPages(event.request, url));
});

async function install(): Promise<void> {
  const cache = await caches.open(PAGES);
  // `no-cache`: what the browser kept of an older version must not get into this one. Files under a hash may come from anywhere.
  await cache.addAll(
    SHELL_FILES.map((path) => new Request(path, { cache: isImmutable(path) ? 'default' : 'no-cache' })),
  );
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => ![PAGES, PACKS, KEPT].includes(name)).map((name) => caches.delete(name)));
  await dropOldPacks();
  await scope.clients.claim();
}

/** Packs that this version's catalogue no longer names are never asked for again. */
async function dropOldPacks(): Promise<void> {
  const pages = await caches.open(PAGES);
  const catalogue = await pages.match(SHELL_FILES.find((path) => path.startsWith('/packs/')) ?? '');
  if (catalogue === undefined) return;
  const { subjects } = (await catalogue.json()) as Catalogue;
  const named = new Set(subjects.flatMap((subject) => subject.chapters.map((chapter) => packPath(chapter.pack))));
  const packs = await caches.open(PACKS);
  const held = await packs.keys();
  const old = held.filter((request) => !named.has(new URL(request.url).pathname));
  await Promise.all(old.map((request) => packs.delete(request)));
}

function isImmutable(path: string): boolean {
  return immutablePrefixes.some((prefix) => path.startsWith(prefix));
}

/** A page, or one of the files pages are made of. Everything else (the API, the sign-in) goes to the network untouched. */
function isOurs(request: Request, url: URL): boolean {
  return SHELL_FILES.includes(url.pathname) && (request.mode === 'navigate' || request.destination !== 'document');
}

async function fromPages(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(PAGES);
  return (await cache.match(url.pathname)) ?? fetch(request);
}

/** A pack never changes: from the cache, or from the network into the cache. */
async function keptForEver(request: Request): Promise<Response> {
  const held = await caches.match(request);
  if (held !== undefined) return held;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(PACKS)).put(request, response.clone());
  return response;
}
