// The numbers that the stories of a file plant: in files that are imported, in forms, in search boxes, where they do not belong. After each story
// none of them is found in what its visitors leave behind, after the last one none in the server's log.
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, inject, vi } from 'vitest';
import { keptBy, leaksIn, type Trace, type Traffic } from '../support/leaks.ts';

const everywhere = new Set<string>();
const butAddresses = new Set<string>();

/** From now on the number may be found nowhere. */
export function plant(number: string): string {
  everywhere.add(number);
  return number;
}

/** An e-mail address around a number: neither may be found. */
export function plantAddress(number: string): string {
  return `${plant(number)}@example.cn`;
}

/** The same for a number that the story puts into an address by hand: there, and in what that page asks for, it may be. */
export function plantInAddress(number: string): string {
  butAddresses.add(number);
  return number;
}

/** Where an address may turn up: the browser itself names it on its console when the answer is an error. */
const ADDRESSES = /address|referrer|redirect|console/;

export interface Watched {
  context: BrowserContext;
  traffic: Traffic;
}

/** What is found of the planted numbers while the visitors' pages are still open. */
export async function leaksOf(watched: readonly Watched[]): Promise<string[]> {
  if (everywhere.size + butAddresses.size === 0) return [];
  const found = await Promise.all(
    watched.map(async ({ context, traffic }) => {
      const kept = await Promise.all(context.pages().filter(isOnSite).map(keptBy));
      return [...(await traffic.traces()), ...kept.flat()];
    }),
  );
  const traces: Trace[] = found.flat();
  const others = traces.filter(({ where }) => !ADDRESSES.test(where));
  return [...leaksIn(traces, everywhere), ...leaksIn(others, butAddresses)];
}

/** What is found of them in everything that the server has said. */
export async function leaksInLog(): Promise<string[]> {
  const numbers = [...everywhere, ...butAddresses];
  return numbers.length === 0 ? [] : leaksIn([{ where: 'the server’s log', text: await wholeLog() }], numbers);
}

function isOnSite(page: Page): boolean {
  return page.url().startsWith('http');
}

/** The log with the line of a request that is made now: by then all lines before it are there. */
async function wholeLog(): Promise<string> {
  const response = await fetch(`${inject('origin')}/api/public/me`);
  const id = response.headers.get('x-request-id') ?? '';
  return vi.waitFor(() => {
    const text = readFileSync(inject('log'), 'utf8');
    expect(text).toContain(`"${id}"`);
    return text;
  });
}
