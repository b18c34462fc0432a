// What the server's table holds, read past the server.
import { createHash, randomUUID } from 'node:crypto';
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { BrowserContext } from 'playwright-core';
import { inject } from 'vitest';
import type { Role } from '../../functions/domain/access/roles.ts';
import { type Batch, type Entry, entriesOf } from '../../functions/domain/practice/journal.ts';
import { addDays, dayOf } from '../../functions/domain/time.ts';
import { MOUNT } from '../../functions/local/identity.ts';
import { keys } from '../../functions/store/keys.ts';
import { makeStore, type Store } from '../../functions/store/store.ts';
import { openTable, type Table } from '../../functions/store/table.ts';
import { clientConfig } from '../support/engine.ts';
import { type Demo, demo } from './steps.ts';

/** The launcher's table. */
const NAME = 'zhuren';
const ALL = 100_000;
const COOKIE = '__Host-session';
/** Such a cookie is taken for a secure address alone; the browser holds this machine to be one. */
const HOST_COOKIE = { url: 'https://127.0.0.1', secure: true, httpOnly: true };

export interface Server {
  /** A demo person as the table has them; undefined before their first sign-in. */
  person(who: Demo): Promise<string | undefined>;
  /** Makes the next sign-in of a demo person their first: a new person, with an empty journal and no role; `close` makes them who they were. */
  forget(who: Demo): Promise<void>;
  /** The journal's items. */
  batches(who: Demo): Promise<Batch[]>;
  entries(who: Demo): Promise<Entry[]>;
  reports(question: string): Promise<Record<string, unknown>[]>;
  /** A new person with a role at a unit since yesterday, signed in on a browser. */
  enter(context: BrowserContext, role: Role, unit: string): Promise<void>;
  /** Ends the session of a browser, on the server alone. */
  endSession(context: BrowserContext): Promise<void>;
  store: Store;
  close(): Promise<void>;
}

/** The table behind the product that the stories share, or behind another. */
export function openServer(endpoint = inject('endpoint'), origin = inject('origin')): Server {
  const table: Table = openTable(NAME, clientConfig(endpoint));
  const store = makeStore(table);
  const identityOf = (who: Demo) => ({ issuer: `${origin}${MOUNT}`, subject: demo(who).sub });
  const person = (who: Demo) => store.people.find(identityOf(who));
  const forgotten = new Map<Demo, Record<string, unknown>>();
  const batches = async (who: Demo) => {
    const id = await person(who);
    return id === undefined ? [] : (await store.batches.list(id, new Map(), ALL)).batches;
  };
  return {
    person,
    batches,
    entries: async (who) => (await batches(who)).flatMap(entriesOf),
    async forget(who) {
      const { issuer, subject } = identityOf(who);
      const Key = keys.identity(issuer, subject);
      const { Attributes } = await table.doc.send(new DeleteCommand({ TableName: NAME, Key, ReturnValues: 'ALL_OLD' }));
      if (Attributes !== undefined && !forgotten.has(who)) forgotten.set(who, Attributes);
    },
    async reports(question) {
      const { PK } = keys.report(question, '', '');
      // The queue keeps what becomes of each beside it.
      const asked = {
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :sk)',
        ExpressionAttributeValues: { ':pk': PK, ':sk': 'REPORT#' },
      };
      const { Items: items = [] } = await table.doc.send(new QueryCommand({ TableName: NAME, ...asked }));
      return items;
    },
    async enter(context, role, unit) {
      const [id, token, now] = [`guest-${randomUUID()}`, randomUUID(), new Date().toISOString()];
      const since = addDays(dayOf(now), -1);
      await store.people.add({ issuer: 'urn:tests', subject: id }, { id, name: '临时人员', createdAt: now });
      await store.grants.put({ id: `grant-${id}`, person: id, unit, role, from: since, by: id }, []);
      const session = { person: id, startedAt: now, expiresAt: `${addDays(since, 10)}T00:00:00.000Z` };
      await store.sessions.put(hashOf(token), session);
      await context.addCookies([{ name: COOKIE, value: token, ...HOST_COOKIE }]);
    },
    async endSession(context) {
      const cookie = (await context.cookies()).find(({ name }) => name === COOKIE);
      if (cookie === undefined) throw new Error('nobody is signed in');
      await store.sessions.delete(hashOf(cookie.value));
    },
    store,
    async close() {
      for (const Item of forgotten.values()) await table.doc.send(new PutCommand({ TableName: NAME, Item }));
      table.doc.destroy();
    },
  };
}

/** The name that a session is kept under. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
