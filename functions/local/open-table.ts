// The table for a command that is run by hand: the one that the environment names, on AWS or any endpoint, or the one in the data folder.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openTable, type Table } from '../store/table.ts';
import { openDatabase, TABLE } from './database.ts';
import { takeLock } from './lock.ts';
import { StartError } from './start-error.ts';

/** Where it is, in words, and what it is done with. */
type UseTable<T> = (table: Table, where: string) => Promise<T>;

/**
 * Opens the table, uses it and closes it. TABLE_NAME and DYNAMODB_ENDPOINT lead to one that runs already (AWS credentials and AWS_REGION as the SDK
 * finds them); without them it is that of DATA_DIR, which no launcher may be using. Throws StartError when there is none.
 */
export async function withTable<T>(env: NodeJS.ProcessEnv, nowMs: number, use: UseTable<T>): Promise<T> {
  const { TABLE_NAME: name, DYNAMODB_ENDPOINT: endpoint } = env;
  if (!name && !endpoint) return withFolder(resolve(env.DATA_DIR || '.data'), { env, nowMs }, use);
  const table = openTable(name || TABLE, endpoint ? { endpoint } : {});
  return closing(table, () => use(table, `${table.name} @ ${endpoint || env.AWS_REGION || 'AWS'}`));
}

async function withFolder<T>(
  folder: string,
  { env, nowMs }: { env: NodeJS.ProcessEnv; nowMs: number },
  use: UseTable<T>,
): Promise<T> {
  const file = join(folder, 'table.db');
  // Asked before anything is made: a folder by a wrong name would come out whole, because it is empty.
  if (!existsSync(file)) throw nothingIn(folder);
  const lock = await takeLock(folder, file);
  try {
    const nowSeconds = Math.floor(nowMs / 1000);
    const database = await openDatabase({ env, file, nowSeconds, onSpawn: lock.recordEngine });
    try {
      const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
      const table = openTable(TABLE, { endpoint: database.endpoint, region: 'us-east-1', credentials });
      return await closing(table, () => use(table, file));
    } finally {
      await database.stop();
    }
  } finally {
    lock.release();
  }
}

async function closing<T>(table: Table, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } finally {
    table.doc.destroy();
  }
}

function nothingIn(folder: string): StartError {
  return new StartError(
    `数据目录 ${folder} 里没有数据库：请用 DATA_DIR 指定目录，或用 TABLE_NAME 和 AWS 的环境变量指定云上的数据表。`,
    'There is no database in this data folder: set DATA_DIR to another folder, or TABLE_NAME and the AWS environment to a table there.',
  );
}
