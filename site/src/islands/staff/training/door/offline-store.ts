// Marks that a door without network has written down, in this device's database until the server has taken them. Ids of people, no names.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CodeKind } from '../../../../../../functions/domain/door/codes.ts';
import type { Instant } from '../../../../../../functions/domain/time.ts';

export interface Waiting {
  session: string;
  /** The device's own number of the mark: the server takes each once. */
  seq: number;
  person: string;
  kind: CodeKind;
  /** By the device's clock, which the server is told when the marks are sent. */
  at: Instant;
  /** Who has written it down. */
  by: string;
  /** Why the server did not take it. */
  refused?: string;
}

interface Schema extends DBSchema {
  marks: { key: [string, number]; value: Waiting };
  device: { key: 'self'; value: { id: string; next: number } };
}

type Db = IDBPDatabase<Schema>;

export interface OfflineStore {
  /** Writes a mark down; it is on the disk when this resolves. */
  add(mark: Omit<Waiting, 'seq'>): Promise<Waiting>;
  ofSession(session: string): Promise<Waiting[]>;
  put(mark: Waiting): Promise<void>;
  delete(mark: Pick<Waiting, 'session' | 'seq'>): Promise<void>;
  /** What tells this device from others. */
  device(): Promise<string>;
  close(): void;
}

/** Opens the database. `newId` makes the device's id when it has none yet. */
export async function openOffline(newId: () => string, name = 'zhuren-door'): Promise<OfflineStore> {
  const db: Db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('marks', { keyPath: ['session', 'seq'] });
      fresh.createObjectStore('device');
    },
  });
  return {
    add: (mark) => add(db, mark, newId),
    ofSession: (session) => db.getAll('marks', IDBKeyRange.bound([session, 0], [session, Number.MAX_SAFE_INTEGER])),
    put: async (mark) => void (await db.put('marks', mark)),
    delete: ({ session, seq }) => db.delete('marks', [session, seq]),
    device: async () => (await self(db, newId)).id,
    close: () => db.close(),
  };
}

/** The number and the mark are one transaction: two tabs never give the same number. */
async function add(db: Db, mark: Omit<Waiting, 'seq'>, newId: () => string): Promise<Waiting> {
  const tx = db.transaction(['marks', 'device'], 'readwrite', { durability: 'strict' });
  const device = (await tx.objectStore('device').get('self')) ?? { id: newId(), next: 1 };
  const added: Waiting = { ...mark, seq: device.next };
  await Promise.all([
    tx.objectStore('device').put({ ...device, next: device.next + 1 }, 'self'),
    tx.objectStore('marks').put(added),
    tx.done,
  ]);
  return added;
}

async function self(db: Db, newId: () => string) {
  const tx = db.transaction('device', 'readwrite');
  const device = (await tx.store.get('self')) ?? { id: newId(), next: 1 };
  await Promise.all([tx.store.put(device, 'self'), tx.done]);
  return device;
}
