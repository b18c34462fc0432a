// Networks of stories: answers that are lost, requests that never arrive, and a line that is slow.
import type { BrowserContext, Page, Route } from 'playwright-core';

/** How a line is lost: `after`: the server has heard, and nobody hears its answer; `before`: the server hears nothing. */
type When = 'after' | 'before';

interface Lost {
  /** How many requests matched, lost or not. */
  heard(): number;
  /** The bodies of them, as they were sent. */
  bodies(): string[];
}

/** Loses the first requests that match. */
export async function losing(page: Page, pattern: RegExp, times: number, when: When = 'after'): Promise<Lost> {
  const bodies: string[] = [];
  await page.route(pattern, async (route: Route) => {
    bodies.push(route.request().postData() ?? '');
    if (bodies.length > times) return route.fallback();
    if (when === 'after') await route.fetch();
    await route.abort('connectionreset');
  });
  return { heard: () => bodies.length, bodies: () => bodies };
}

/** A line with so many milliseconds to the first byte, and so many bytes a second; gives the way to cut it, and to mend it. */
export async function slow(
  context: BrowserContext,
  page: Page,
  { latency, bytes }: { latency: number; bytes: number },
): Promise<(isCut: boolean) => Promise<void>> {
  const line = await context.newCDPSession(page);
  const set = async (offline: boolean) => {
    const speed = { latency, downloadThroughput: bytes, uploadThroughput: bytes };
    await line.send('Network.emulateNetworkConditions', { offline, ...speed });
  };
  await line.send('Network.enable');
  await set(false);
  return set;
}
