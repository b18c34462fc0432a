// The embedded identity provider on a port of its own, and a browser that signs in there: a cookie jar and one click.
import { createServer, type RequestListener } from 'node:http';
import { CLIENT_ID } from '../../functions/local/identity.ts';
import { demoPeople } from '../../functions/local/people.ts';
import { type Listener, makeProvider } from '../../functions/local/provider.ts';
import { makeProviderKeys } from '../../functions/local/provider-keys.ts';

export interface TestProvider {
  config: { issuer: string; clientId: string; origin: string };
  /** Answers in the provider's place while it is set. */
  instead: { listener: RequestListener | undefined };
  /** What the provider says is its own fault. */
  faults: string[];
  close(): Promise<void>;
}

export async function openProvider(): Promise<TestProvider> {
  const instead: TestProvider['instead'] = { listener: undefined };
  const faults: string[] = [];
  let provider: Listener | undefined;
  const server = createServer((request, response) => {
    if (instead.listener !== undefined) instead.listener(request, response);
    else provider?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const origin = `http://127.0.0.1:${port}`;
  provider = makeProvider({ origin, keys: makeProviderKeys(), people: demoPeople, warn: (line) => faults.push(line) });
  return {
    config: { issuer: `${origin}/idp`, clientId: CLIENT_ID, origin },
    instead,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Follows a sign-in as a browser would, with this choice on the login page; gives the address it is sent back to. */
export async function signInAt(location: string, choice: Record<string, string>): Promise<URL> {
  const jar = new Map<string, string>();
  let [address, ask]: [URL, RequestInit] = [new URL(location), {}];
  for (let steps = 0; steps < 10; steps += 1) {
    if (address.pathname === '/api/public/callback') return address;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, origin: address.origin };
    const response = await fetch(address, { ...ask, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const next = response.headers.get('location');
    ask = next === null ? { method: 'POST', body: new URLSearchParams(choice) } : {};
    if (next !== null) address = new URL(next, address);
    else if (response.status !== 200)
      throw new Error(`the provider answered ${response.status} to ${address.pathname}`);
  }
  throw new Error('the sign-in did not come to an end');
}
