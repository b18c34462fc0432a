// A process of its own: people who come through doors, so many at once, each with the code that the door's screen shows at that moment.
// The first message says { origin, visits, atOnce, seconds }; the answer says who was let in (places in `visits`), what was answered instead, how
// long each waited in ms, how long it all took, and the processor time. It ends when its parent goes.
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { stepAt, tokenOf } from '../../../functions/domain/door/codes.ts';
import { instantOf } from '../../../functions/domain/time.ts';
import type { Visit } from '../door-world.ts';

export interface Rush {
  origin: string;
  visits: Visit[];
  atOnce: number;
  seconds: number;
}

export interface Rushed {
  letIn: number[];
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

async function rushed({ origin, visits, atOnce, seconds }: Rush): Promise<Rushed> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const came: Pick<Rushed, 'letIn' | 'refused' | 'waits'> = { letIn: [], refused: [], waits: [] };
  const [before, began] = [process.cpuUsage(), performance.now()];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < visits.length && performance.now() - began < seconds * 1000) {
        const place = next;
        next += 1;
        const asked = performance.now();
        const { status, text } = await comeIn(visits[place] as Visit, { origin, agent, place });
        came.waits.push(performance.now() - asked);
        if (status === 200 && text.includes('"stored":"new"')) came.letIn.push(place);
        else came.refused.push(`${status} ${text}`);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  agent.destroy();
  return { ...came, seconds: took, cpuMs: (user + system) / 1000 };
}

interface Way {
  origin: string;
  agent: Agent;
  place: number;
}

/** One request as a phone sends it. */
function comeIn({ session, secret, cookie, person }: Visit, { origin, agent, place }: Way) {
  const body = JSON.stringify({
    request: `request-of-the-bench-${place}`,
    device: `phone-of-${person}`,
    code: { session, kind: 'in', ...codeNow(secret) },
  });
  const headers = { cookie, origin, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const { promise, resolve } = Promise.withResolvers<{ status: number; text: string }>();
  const url = `${origin}/api/candidate/sessions/${session}/marks`;
  const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    answer.once('error', (error) => resolve({ status: 0, text: error.message }));
  });
  sent.once('error', (error) => resolve({ status: 0, text: error.message }));
  sent.end(body);
  return promise;
}

const shown = new Map<string, { step: number; token: string }>();

/** What a door's screen shows; it changes every ten seconds. */
function codeNow(secret: string): { step: number; token: string } {
  const step = stepAt(instantOf(Date.now()));
  const before = shown.get(secret);
  if (before?.step === step) return before;
  const token = tokenOf((text) => createHmac('sha256', secret).update(text).digest('hex'), { kind: 'in', step });
  shown.set(secret, { step, token });
  return { step, token };
}
