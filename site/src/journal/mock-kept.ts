// What the browser keeps of mock papers, in a database of its own: papers taken along (sealed), and the questions of one's reviews for the wrong book.
// A sitting itself is kept by site/src/exam.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Answer } from '../../../functions/contract/index.ts';
import type { Instant } from '../../../functions/domain/time.ts';
import { rowsOf } from './db.ts';

/** A question of the mock bank that was released to its owner, with its key. */
export type ReviewedQuestion = Answer<'readReviewed'>['questions'][number];

/** A paper taken along, as the server sealed it. */
export type Prepared = NonNullable<Answer<'prepareOffline'>['prepared']> & {
  owner: string;
  /** How its questions are answered. */
  answered: 'objective' | 'essay';
  /** Percent of the usual time. */
  factor: number;
  preparedAt: Instant;
  /** When it was begun, by this device's clock: from then on the sitting holds the questions. */
  begunAt?: Instant;
};

interface Schema extends DBSchema {
  papers: { key: [string, string]; value: Prepared };
  reviewed: { key: [string, string]; value: ReviewedQuestion & { owner: string } };
}

type Kept = IDBPDatabase<Schema>;

const NAME = 'zhuren-mock';

/** One use of the database: opened, used, closed. It is asked for a few times on a page at most. Throws where the browser keeps nothing. */
async function using<T>(work: (db: Kept) => Promise<T>): Promise<T> {
  const db = await openDB<Schema>(NAME, 1, {
    upgrade(made) {
      made.createObjectStore('papers', { keyPath: ['owner', 'attempt'] });
      made.createObjectStore('reviewed', { keyPath: ['owner', 'id'] });
    },
  });
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** The papers somebody has taken along, the latest first. */
export async function listPrepared(owner: string): Promise<Prepared[]> {
  const all = await using((db) => db.getAll('papers', rowsOf(owner)));
  return all.sort((a, b) => (a.preparedAt > b.preparedAt ? -1 : 1));
}

export async function putPrepared(paper: Prepared): Promise<void> {
  await using((db) => db.put('papers', paper));
}

export async function deletePrepared(owner: string, attempt: string): Promise<void> {
  await using((db) => db.delete('papers', [owner, attempt]));
}

/** Keeps questions for the wrong book; a newer version takes an older one's place. */
export async function keepReviewed(owner: string, questions: readonly ReviewedQuestion[]): Promise<void> {
  if (questions.length === 0) return;
  await using(async (db) => {
    const tx = db.transaction('reviewed', 'readwrite');
    await Promise.all(questions.map((question) => tx.store.put({ ...question, owner })));
    await tx.done;
  });
}

export async function listReviewed(owner: string): Promise<ReviewedQuestion[]> {
  const all = await using((db) => db.getAll('reviewed', rowsOf(owner)));
  return all.map(({ owner: _, ...question }) => question);
}

/** Takes from this browser what the server holds, when somebody signs out: questions, and papers that were not begun. `all`: also those that were. */
export async function dropMockOf(owner: string, all: boolean): Promise<void> {
  await using(async (db) => {
    const tx = db.transaction(['papers', 'reviewed'], 'readwrite');
    const papers = await tx.objectStore('papers').getAll(rowsOf(owner));
    const gone = papers.filter(({ begunAt }) => all || begunAt === undefined);
    await Promise.all([
      tx.objectStore('reviewed').delete(rowsOf(owner)),
      ...gone.map(({ attempt }) => tx.objectStore('papers').delete([owner, attempt])),
    ]);
    await tx.done;
  });
}

/** Whether this browser lets anything be kept: writes, reads and deletes a row of nobody's. */
export async function canKeep(): Promise<boolean> {
  try {
    return await using(async (db) => {
      const probe = { owner: '', attempt: 'probe' } as Prepared;
      await db.put('papers', probe);
      const found = await db.get('papers', ['', 'probe']);
      await db.delete('papers', ['', 'probe']);
      return found !== undefined;
    });
  } catch {
    return false;
  }
}
