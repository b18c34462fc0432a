// A server of the contract's shape over a Map, with faults to order: what the browser's side is tested against.
import type { Answer } from '../../../functions/contract/index.ts';
import type { PageProblemCode } from '../../../functions/contract/problems.ts';
import type { Batch, Entry } from '../../../functions/domain/practice/journal.ts';
import { entriesOf } from '../../../functions/domain/practice/journal.ts';
import type { Instant } from '../../../functions/domain/time.ts';
import { type ApiCode, ApiProblem, type Call } from '../../../site/src/api/client.ts';

/** What befalls one request: nothing, lost on the way there or on the way back, or a problem. */
export type Fault = 'none' | 'lost-before' | 'lost-after' | PageProblemCode;

/** A question the server will not take. */
export const POISON = 'poison';

const PAGE = 3;

export interface Cookie {
  person?: string;
}

export interface FakeServer {
  /** The requests that arrived, as `addBatch device first-last`, `listBatches`, … */
  log: string[];
  bodies: Batch[];
  /** Faults of the next requests, in order. */
  faults: Fault[];
  now: () => Instant;
  reports: Map<string, object>;
  callAs(cookie: Cookie): Call;
  batchesOf(person: string): Batch[];
  entriesOf(person: string): Entry[];
}

export function fakeServer(now: () => Instant): FakeServer {
  const journals = new Map<string, Map<string, Batch>>();
  const server: FakeServer = {
    log: [],
    bodies: [],
    faults: [],
    now,
    reports: new Map(),
    batchesOf: (person) => [...(journals.get(person)?.values() ?? [])].sort(inOrder),
    entriesOf: (person) => server.batchesOf(person).flatMap(entriesOf),
    callAs: (cookie) =>
      (async (
        name: string,
        sent: { params?: { person?: string }; query?: { known?: string }; body?: unknown } = {},
      ) => {
        const fault = server.faults.shift() ?? 'none';
        if (fault === 'lost-before') throw new ApiProblem('offline');
        if (fault !== 'none' && fault !== 'lost-after') throw new ApiProblem(fault);
        const answer = structuredClone(handle(name, structuredClone(sent), cookie));
        if (fault === 'lost-after') throw new ApiProblem('offline');
        return answer;
      }) as Call,
  };

  function handle(
    name: string,
    sent: { params?: { person?: string }; query?: { known?: string }; body?: unknown },
    cookie: Cookie,
  ) {
    if (name === 'me') return me(cookie);
    if (name === 'logout') return logout(cookie);
    if (cookie.person === undefined) throw fail('not_signed_in');
    if (name === 'reportQuestion') return report(sent.body as { id: string; reason: string });
    if (sent.params?.person !== cookie.person) throw fail('not_found');
    return name === 'addBatch' ? addBatch(cookie.person, sent.body as Batch) : list(cookie.person, sent.query?.known);
  }

  function me(cookie: Cookie): Answer<'me'> {
    server.log.push('me');
    const { person } = cookie;
    const actor =
      person === undefined ? { kind: 'guest' as const } : { kind: 'person' as const, person, name: `名 ${person}` };
    return { actor, now: now() };
  }

  function logout(cookie: Cookie): Answer<'logout'> {
    server.log.push('logout');
    delete cookie.person;
    return { next: 'https://issuer.example/end' };
  }

  function report(body: { id: string; reason: string }): Answer<'reportQuestion'> {
    server.log.push('reportQuestion');
    if (server.reports.has(body.id)) return { stored: 'same' };
    server.reports.set(body.id, body);
    return { stored: 'new' };
  }

  function addBatch(person: string, batch: Batch): Answer<'addBatch'> {
    const through = batch.first + batch.entries.length - 1;
    server.log.push(`addBatch ${batch.device} ${batch.first}-${through}`);
    server.bodies.push(batch);
    if (batch.entries.length > 50) throw fail('invalid_input');
    if (batch.entries.some((entry) => entry.kind !== 'setting' && entry.question === POISON))
      throw fail('invalid_input');
    const held = journals.get(person) ?? new Map<string, Batch>();
    journals.set(person, held);
    const key = `${batch.device} ${batch.first}`;
    const before = held.get(key);
    if (before && JSON.stringify(before) !== JSON.stringify(batch)) throw fail('batch_differs');
    held.set(key, batch);
    return { stored: before ? 'same' : 'new', through, now: now() };
  }

  function list(person: string, known = ''): Answer<'listBatches'> {
    server.log.push('listBatches');
    const held = new Map(known.split(',').map((one) => one.split('.') as [string, string]));
    const lacking = server.batchesOf(person).filter((batch) => batch.first > Number(held.get(batch.device) ?? 0));
    return { batches: lacking.slice(0, PAGE), more: lacking.length > PAGE, now: now() };
  }
  return server;
}

function inOrder(a: Batch, b: Batch): number {
  return a.device === b.device ? a.first - b.first : a.device < b.device ? -1 : 1;
}

function fail(code: ApiCode): ApiProblem {
  return new ApiProblem(code);
}
