// The door of a training session: the secret its codes are made from, and the windows of mid-session marks. Made once, when the trainer first opens it.
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Window } from '../domain/door/decide.ts';
import type { Instant } from '../domain/time.ts';
import { keys } from './keys.ts';
import type { Item } from './ranges.ts';
import { CorruptItem, isConditionFailed, type Table } from './table.ts';

export interface Door {
  session: string;
  /** Never sent to anybody. */
  secret: string;
  openedAt: Instant;
  by: string;
  windows: readonly DoorWindow[];
}

/** `id` is made by the page that asks for the window, so that asking twice opens one. */
export interface DoorWindow extends Window {
  id: string;
}

/** A session has few windows; a page that goes wild must not fill the item. */
const WINDOWS_MOST = 20;

export function doors(table: Table) {
  /** A door; consistent, because the first scan may follow the opening at once. */
  async function get(session: string): Promise<Door | undefined> {
    const key = keys.door(session);
    const { Item: item } = await table.doc.send(
      new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
    );
    if (item === undefined) return undefined;
    return readDoor(item as Item);
  }

  return {
    get,

    /** The door of a session, made from what is given if there is none: of two trainers who open it at once, both get the same one. */
    async open(door: Omit<Door, 'windows'>): Promise<Door> {
      const Item = { ...keys.door(door.session), ...door, windows: [] };
      try {
        await table.doc.send(
          new PutCommand({ TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(PK)' }),
        );
      } catch (error) {
        if (!isConditionFailed(error)) throw error;
      }
      const made = await get(door.session);
      if (made === undefined) throw new Error('a door is there and is not');
      return made;
    },

    /** Adds a window to a door as it was read; false when another was added meanwhile, or there are too many. */
    async addWindow(door: Door, window: DoorWindow): Promise<boolean> {
      if (door.windows.length >= WINDOWS_MOST) return false;
      const update = new UpdateCommand({
        TableName: table.name,
        Key: keys.door(door.session),
        UpdateExpression: 'SET #windows = list_append(#windows, :window)',
        ConditionExpression: 'attribute_exists(PK) AND size(#windows) = :count',
        ExpressionAttributeNames: { '#windows': 'windows' },
        ExpressionAttributeValues: { ':window': [window], ':count': door.windows.length },
      });
      try {
        await table.doc.send(update);
        return true;
      } catch (error) {
        if (isConditionFailed(error)) return false;
        throw error;
      }
    },
  };
}

export function readDoor({ PK, SK, ...door }: Item): Door {
  const isText = [door.session, door.secret, door.openedAt].every((value) => typeof value === 'string');
  if (!isText || !Array.isArray(door.windows)) throw new CorruptItem({ PK, SK });
  return door as unknown as Door;
}
