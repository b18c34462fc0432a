// People with a browser of their own, for stories: each visitor has cookies, storage and cache apart. Whatever goes wrong in a visitor's browser
// (an error of a page or on its console, a broken policy, a failed request of the site) fails the story, unless the story expects it; and so does
// a planted number that is found (planted.ts).
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type Traffic, trafficOf } from '../support/leaks.ts';
import { leaksInLog, leaksOf } from './planted.ts';

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 860 };

/** What a browser says of a network or a server that went away: which of them depends on what it was doing just then. */
export const BROKEN_NETWORK =
  /ERR_(INTERNET_DISCONNECTED|NETWORK_|CONNECTION_|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|TIMED_OUT|FAILED)|Failed to fetch/;

/** Shorter than a test may take, so that what was waited for is named. */
const WAIT_MS = 15_000;

export interface Visitor {
  context: BrowserContext;
  page: Page;
  /** Paths of the site that were asked for, the service worker's own requests included. */
  asked: string[];
  /** What went wrong, expected or not. */
  faults: string[];
  /** From now on, faults that match are part of the story. */
  expects(fault: RegExp): void;
}

let browser: Browser;
let open: { visitor: Visitor; expected: RegExp[]; traffic: Traffic }[] = [];

/** Connects this file to the browser, and looks after its visitors. */
export function useVisitors(): void {
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterEach(async () => {
    const left = open;
    open = [];
    const leaks = await leaksOf(left.map(({ visitor, traffic }) => ({ context: visitor.context, traffic })));
    for (const { visitor } of left) await visitor.context.close();
    const unexpected = left.flatMap(({ visitor, expected }) =>
      visitor.faults.filter((fault) => !expected.some((pattern) => pattern.test(fault))),
    );
    expect(unexpected, 'what went wrong in the browser').toEqual([]);
    expect(leaks, 'planted numbers that were found').toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    expect(await leaksInLog(), 'planted numbers that were found').toEqual([]);
  });
}

/** A new visitor, on a phone unless said otherwise, with an empty page open. */
export async function visitor(options: BrowserContextOptions & { origin?: string } = {}): Promise<Visitor> {
  const { origin = inject('origin'), ...rest } = options;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: PHONE,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...rest,
  });
  context.setDefaultTimeout(WAIT_MS);
  const [faults, asked, expected]: [string[], string[], RegExp[]] = [[], [], []];
  watch(context, origin, { faults, asked });
  const traffic = trafficOf(context);
  const page = await context.newPage();
  const made: Visitor = { context, page, asked, faults, expects: (fault) => void expected.push(fault) };
  open.push({ visitor: made, expected, traffic });
  return made;
}

function watch(context: BrowserContext, origin: string, { faults, asked }: Pick<Visitor, 'faults' | 'asked'>): void {
  const path = (url: string) => (url.startsWith(`${origin}/`) ? url.slice(origin.length) : url);
  context.on('weberror', (one) => faults.push(`error ${one.error().message}`));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console ${message.text()}`);
  });
  context.on('request', (request) => asked.push(path(request.url())));
  context.on('requestfailed', (request) => {
    const { errorText = '' } = request.failure() ?? {};
    // A page that is left breaks off what it was fetching.
    if (errorText !== 'net::ERR_ABORTED') faults.push(`failed ${path(request.url())} ${errorText}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) faults.push(`status ${response.status()} ${path(response.url())}`);
  });
}
