// What the server's table holds, read past the server.
import { createHash } from 'node:crypto';
import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { BrowserContext } from 'playwright-core';
import { inject } from 'vitest';
import { type Batch, type Entry, entriesOf } from '../../functions/domain/practice/journal.ts';
import { MOUNT } from '../../functions/local/identity.ts';
import { keys } from '../../functions/store/keys.ts';
import { makeStore } from '../../functions/store/store.ts';
import { openTable, type Table } from '../../functions/store/table.ts';
import { clientConfig } from '../support/engine.ts';
import { type Demo, demo } from './steps.ts';

/** The launcher's table. */
const NAME = 'zhuren';
const ALL = 100_000;

export interface Server {
  /** A demo person as the table has them; undefined before their first sign-in. */
  person(who: Demo): Promise<string | undefined>;
  /** Makes the next sign-in of a demo person their first: a new person, with an empty journal. */
  forget(who: Demo): Promise<void>;
  /** The journal's items. */
  batches(who: Demo): Promise<Batch[]>;
  entries(who: Demo): Promise<Entry[]>;
  reports(question: string): Promise<Record<string, unknown>[]>;
  /** Ends the session of a browser, on the server alone. */
  endSession(context: BrowserContext): Promise<void>;
  close(): void;
}

/** The table behind the product that the stories share, or behind another. */
export function openServer(endpoint = inject('endpoint'), origin = inject('origin')): Server {
  const table: Table = openTable(NAME, clientConfig(endpoint));
  const store = makeStore(table);
  const identityOf = (who: Demo) => ({ issuer: `${origin}${MOUNT}`, subject: demo(who).sub });
  const person = (who: Demo) => store.people.find(identityOf(who));
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
      await table.doc.send(new DeleteCommand({ TableName: NAME, Key: keys.identity(issuer, subject) }));
    },
    async reports(question) {
      const { PK } = keys.report(question, '', '');
      const asked = { KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': PK } };
      const { Items: items = [] } = await table.doc.send(new QueryCommand({ TableName: NAME, ...asked }));
      return items;
    },
    async endSession(context) {
      const cookie = (await context.cookies()).find(({ name }) => name === '__Host-session');
      if (cookie === undefined) throw new Error('nobody is signed in');
      await store.sessions.delete(createHash('sha256').update(cookie.value).digest('base64url'));
    },
    close: () => table.doc.destroy(),
  };
}
