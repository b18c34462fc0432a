// A process of its own: many people who ask once each, so many at once. The first message says { origin, asks, atOnce }; the answer says who was answered
// with 200 (places in `asks`), what else was answered, how long each waited in ms, how long it all took, and the processor time. It ends when its parent
// goes.
import { Agent, request } from 'node:http';

export interface Ask {
  path: string;
  cookie: string;
  body: object;
}

export interface Rush {
  origin: string;
  asks: Ask[];
  atOnce: number;
}

export interface Rushed {
  done: number[];
  refused: string[];
  waits: number[];
  seconds: number;
  cpuMs: number;
}

process.once('message', async (rush: Rush) => {
  process.send?.(await rushed(rush));
});
process.once('disconnect', () => process.exit());
process.send?.('ready');

async function rushed({ origin, asks, atOnce }: Rush): Promise<Rushed> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const came: Pick<Rushed, 'done' | 'refused' | 'waits'> = { done: [], refused: [], waits: [] };
  const [before, began] = [process.cpuUsage(), performance.now()];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < asks.length) {
        const place = next;
        next += 1;
        const asked = performance.now();
        const { status, text } = await ask(asks[place] as Ask, { origin, agent });
        came.waits.push(performance.now() - asked);
        if (status === 200) came.done.push(place);
        else came.refused.push(`${status} ${text.slice(0, 200)}`);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  agent.destroy();
  return { ...came, seconds: took, cpuMs: (user + system) / 1000 };
}

/** One request as a browser sends it. */
function ask({ path, cookie, body }: Ask, { origin, agent }: { origin: string; agent: Agent }) {
  const text = JSON.stringify(body);
  const headers = { cookie, origin, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
  const { promise, resolve } = Promise.withResolvers<{ status: number; text: string }>();
  const sent = request(`${origin}${path}`, { method: 'POST', agent, headers }, (answer) => {
    let came = '';
    answer.setEncoding('utf8').on('data', (chunk: string) => {
      came += chunk;
    });
    answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text: came }));
    answer.once('error', (error) => resolve({ status: 0, text: error.message }));
  });
  sent.once('error', (error) => resolve({ status: 0, text: error.message }));
  sent.end(text);
  return promise;
}
