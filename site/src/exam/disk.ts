// The disk of the exam: a database of its own, apart from the journal's, so that neither can hold the other up. One transaction a step.
import { type DBSchema, type IDBPDatabase, wrap } from 'idb';
import type { Change, Sheet, Stand } from './rows.ts';

type Key = [attempt: string, n: number, part: string];
interface Schema extends DBSchema {
  sheets: { key: string; value: Sheet };
  stands: { key: Key; value: Stand & { attempt: string } };
  changes: { key: Key; value: Change & { attempt: string } };
  meta: { key: string; value: string };
}

export interface Held {
  sheet: Sheet;
  stands: Stand[];
  changes: Change[];
}

/** What a step writes. `settled` goes only under the number it had. */
export interface Step {
  sheet?: Sheet;
  stands?: Stand[];
  changes?: Change[];
  settled?: Pick<Change, 'n' | 'part' | 'seq'>[];
}

export interface Disk {
  /** False where the browser keeps nothing: all is gone with the page. */
  readonly kept: boolean;
  /** This browser's id, made at the first asking. */
  device(newId: () => string): Promise<string>;
  load(attempt: string): Promise<Held | undefined>;
  save(attempt: string, step: Step): Promise<void>;
  drop(attempt: string): Promise<void>;
  /** Every attempt that is kept, with how many of its changes wait. */
  list(): Promise<{ sheet: Sheet; waiting: number }[]>;
  close(): void;
}

const NAME = 'zhuren-exam';
const STORES = ['sheets', 'stands', 'changes', 'meta'] as const;

/** The browser's disk, or one that lasts as long as the page where nothing may be kept. */
export async function openDisk(factory: IDBFactory | undefined): Promise<Disk> {
  if (factory === undefined) return memoryDisk();
  try {
    return diskOver(await open(factory), () => open(factory));
  } catch {
    return memoryDisk();
  }
}

function open(factory: IDBFactory): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, 1);
    request.onupgradeneeded = () => {
      const db = request.result;
      db.createObjectStore('sheets', { keyPath: 'attempt' });
      for (const name of ['stands', 'changes']) db.createObjectStore(name, { keyPath: ['attempt', 'n', 'part'] });
      db.createObjectStore('meta');
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      // A newer page wants to change the database: this one lets go, and says that nothing is kept any more when it tries.
      db.onversionchange = () => db.close();
      resolve(wrap(db) as unknown as IDBPDatabase<Schema>);
    };
  });
}

function diskOver(first: IDBPDatabase<Schema>, again: () => Promise<IDBPDatabase<Schema>>): Disk {
  let db = first;
  // Safari closes the connection of a page that slept, without telling: open once more.
  const begin = async <M extends 'readonly' | 'readwrite'>(mode: M) => {
    const make = () => db.transaction(STORES, mode, { durability: 'strict' });
    let tx: ReturnType<typeof make>;
    try {
      tx = make();
    } catch (error) {
      if ((error as Error).name !== 'InvalidStateError') throw error;
      db = await again();
      tx = make();
    }
    // Whoever waits for a request hears of its failure there.
    tx.done.catch(() => {});
    return tx;
  };
  return {
    kept: true,
    async device(newId) {
      const tx = await begin('readwrite');
      const held = await tx.objectStore('meta').get('device');
      const device = held ?? newId();
      if (held === undefined) await tx.objectStore('meta').put(device, 'device');
      await tx.done;
      return device;
    },
    async load(attempt) {
      const tx = await begin('readonly');
      const [sheet, stands, changes] = await Promise.all([
        tx.objectStore('sheets').get(attempt),
        tx.objectStore('stands').getAll(rowsOf(attempt)),
        tx.objectStore('changes').getAll(rowsOf(attempt)),
      ]);
      return sheet && { sheet, stands, changes };
    },
    async save(attempt, { sheet, stands = [], changes = [], settled = [] }) {
      const tx = await begin('readwrite');
      const work: Promise<unknown>[] = [];
      if (sheet) work.push(tx.objectStore('sheets').put(sheet));
      for (const row of stands) work.push(tx.objectStore('stands').put({ ...row, attempt }));
      for (const row of changes) work.push(tx.objectStore('changes').put({ ...row, attempt }));
      const take = async ({ n, part, seq }: Pick<Change, 'n' | 'part' | 'seq'>) => {
        const held = await tx.objectStore('changes').get([attempt, n, part]);
        if (held?.seq === seq) await tx.objectStore('changes').delete([attempt, n, part]);
      };
      for (const one of settled) work.push(take(one));
      // Without another turn of the loop: a page that is closed right now has its last answer on the disk.
      if (settled.length === 0) tx.commit();
      await Promise.all([...work, tx.done]);
    },
    async drop(attempt) {
      const tx = await begin('readwrite');
      const rows = (['stands', 'changes'] as const).map((name) => tx.objectStore(name).delete(rowsOf(attempt)));
      await Promise.all([tx.objectStore('sheets').delete(attempt), ...rows, tx.done]);
    },
    async list() {
      const tx = await begin('readonly');
      const sheets = await tx.objectStore('sheets').getAll();
      const counts = await Promise.all(sheets.map((one) => tx.objectStore('changes').count(rowsOf(one.attempt))));
      return sheets.map((sheet, i) => ({ sheet, waiting: counts[i] ?? 0 }));
    },
    close: () => db.close(),
  };
}

function rowsOf(attempt: string): IDBKeyRange {
  return IDBKeyRange.bound([attempt], [attempt, []]);
}

/** For browsers that keep nothing: an attempt can be sat, and the page says that it must stay open. */
function memoryDisk(): Disk {
  let made: string | undefined;
  return {
    kept: false,
    async device(newId) {
      made ??= newId();
      return made;
    },
    load: async () => undefined,
    save: async () => undefined,
    drop: async () => undefined,
    list: async () => [],
    close: () => undefined,
  };
}
