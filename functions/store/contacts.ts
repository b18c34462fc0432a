// Where people are written to, one item a person, apart from their record: who reads the record does not read it, and who sends mails reads
// nothing else. The table encrypts it at rest; it is not sealed, for then whoever sends mails would hold the key of identity numbers.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Message } from '../domain/outbox/message.ts';
import { type Contact, noticesTo } from '../domain/people/contact.ts';
import { getItems } from './batch-get.ts';
import { keys } from './keys.ts';
import { outboxPut } from './outbox.ts';
import type { Item } from './ranges.ts';
import { CorruptItem, type Table } from './table.ts';
import { type Part, transact, type Write } from './transactions.ts';

/** A contact as stored. */
export type KeptContact = Contact & { version: number };

/** `gone`: the account was deleted meanwhile, or has become another one. */
export type ContactPut = 'done' | 'conflict' | 'gone';

export interface ContactChange {
  before?: KeptContact | undefined;
  after: Contact;
  /** What must be sent to the address that waits, in the same transaction. */
  mail?: Message | undefined;
}

export function contacts(table: Table) {
  async function get(person: string): Promise<KeptContact | undefined> {
    const key = keys.contact(person);
    const command = new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true });
    const { Item: item } = await table.doc.send(command);
    return item === undefined ? undefined : read(item as Item);
  }

  return {
    get,

    /** Writes a contact in the place of the one that was read (missing: of none), with the mail that asks for its code. */
    async put(person: string, { before, after, mail }: ContactChange): Promise<ContactPut> {
      const refused = await transact<'conflict' | 'gone'>(table, [
        { write: putWrite(table, person, { before, after }), refused: 'conflict' },
        { write: isThere(table, person), refused: 'gone' },
        ...(mail === undefined ? [] : [part(outboxPut(table, mail))]),
      ]);
      return refused.includes('gone') ? 'gone' : (refused[0] ?? 'done');
    },

    /** Where people want to be told of changes. Those who have no confirmed address, or do not want mails, are missing. */
    async confirmedMany(people: Iterable<string>): Promise<Map<string, { email: string }>> {
      const items = await getItems(table, [...new Set(people)].map(keys.contact));
      const found = items.map((item) => [personIn(item), noticesTo(read(item))] as const);
      return new Map(found.flatMap(([person, email]) => (email === undefined ? [] : [[person, { email }]])));
    },

    /** Gives a contact to who one has become, unless they have one. Again: nothing is left to give. */
    async move(from: string, to: string): Promise<void> {
      const held = await get(from);
      if (held === undefined) return;
      const put = putWrite(table, to, { after: held });
      const drop = { Delete: { TableName: table.name, Key: keys.contact(from) } };
      const refused = await transact(table, [part(put), part(drop)]);
      if (refused.length > 0) await transact(table, [part(drop)]);
    },

    async delete(person: string): Promise<void> {
      await transact(table, [part({ Delete: { TableName: table.name, Key: keys.contact(person) } })]);
    },
  };
}

function part(write: Write): Part<'conflict'> {
  return { write, refused: 'conflict' };
}

function putWrite(table: Table, person: string, { before, after }: Omit<ContactChange, 'mail'>): Write {
  const { confirmed, waiting, wantsNotices, asked } = after;
  const version = (before?.version ?? 0) + 1;
  const Item = { ...keys.contact(person), person, confirmed, waiting, wantsNotices, asked, version };
  const condition =
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(PK)' }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': before.version },
        };
  return { Put: { TableName: table.name, Item, ...condition } };
}

/** Nothing personal is kept of an account that is gone. */
function isThere(table: Table, person: string): Write {
  return {
    ConditionCheck: {
      TableName: table.name,
      Key: keys.person(person),
      ConditionExpression:
        'attribute_exists(PK) AND attribute_not_exists(#deletedAt) AND attribute_not_exists(#mergedInto)',
      ExpressionAttributeNames: { '#deletedAt': 'deletedAt', '#mergedInto': 'mergedInto' },
    },
  };
}

function personIn({ PK, SK, person }: Item): string {
  if (typeof person !== 'string') throw new CorruptItem({ PK, SK });
  return person;
}

function read({ PK, SK, ...item }: Item): KeptContact {
  const { confirmed, waiting, wantsNotices, asked, version } = item as unknown as Partial<KeptContact>;
  const addresses = [confirmed, waiting].filter((one) => one !== undefined);
  const isWhole = typeof wantsNotices === 'boolean' && Array.isArray(asked) && typeof version === 'number';
  if (!isWhole || addresses.some(({ email, codeHash }) => typeof email !== 'string' || typeof codeHash !== 'string')) {
    throw new CorruptItem({ PK, SK });
  }
  return { ...(confirmed && { confirmed }), ...(waiting && { waiting }), wantsNotices, asked, version };
}
