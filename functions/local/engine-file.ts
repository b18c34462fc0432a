// The engine's database file between two runs: whether it is whole, and the upkeep that the engine itself does not do.
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';

/** The engine's private schema that the upkeep below is written for; a file of another version is left as it is. */
const KNOWN_SCHEMA = '9';

/** Streams keep a change for 24 hours, as on AWS. */
const STREAM_SECONDS = 24 * 3600;

export type Upkeep = 'done' | 'empty' | 'unknown version';

/**
 * Checks the file and keeps its stream short and indexed. Call it while no engine has the file open. `nowSeconds` is epoch seconds; `readUpTo` the last
 * record that everybody has read: later ones stay, however long the machine was off. Throws StartError for a file that is damaged or not the engine's.
 */
export function tendEngineFile(file: string, nowSeconds: number, readUpTo?: number): Upkeep {
  if (!existsSync(file)) return 'empty';
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    const [check] = database.prepare('PRAGMA quick_check(1)').all();
    if (check?.quick_check !== 'ok') throw damaged(file);
    const version = schemaVersion(database, file);
    if (version === undefined) return 'empty';
    if (version !== KNOWN_SCHEMA) return 'unknown version';
    tendStream(database, nowSeconds, readUpTo);
    return 'done';
  } catch (error) {
    throw error instanceof StartError ? error : damaged(file, error);
  } finally {
    database?.close();
  }
}

/** The schema's version from the engine's own `_config`; undefined for an empty file. */
function schemaVersion(database: DatabaseSync, file: string): string | undefined {
  const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  if (names.length === 0) return undefined;
  if (!names.some(({ name }) => name === '_config')) throw foreign(file);
  const row = database.prepare("SELECT value FROM _config WHERE key = 'schema_version'").get();
  return String(row?.value);
}

/**
 * A stream-enabled write looks for its table's last sequence number: without the index it reads every record kept.
 * Each table's newest record stays, because that is where the engine finds the next number.
 */
function tendStream(database: DatabaseSync, nowSeconds: number, readUpTo = Number.MAX_SAFE_INTEGER): void {
  database.exec(
    'CREATE INDEX IF NOT EXISTS zhuren_stream_sequence ON _stream_records(table_name, CAST(sequence_number AS INTEGER))',
  );
  database
    .prepare(
      `DELETE FROM _stream_records WHERE created_at < ? AND CAST(sequence_number AS INTEGER) <= ? AND id NOT IN (
         SELECT id FROM (SELECT id, MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records GROUP BY table_name))`,
    )
    .run(nowSeconds - STREAM_SECONDS, readUpTo);
}

function damaged(file: string, cause?: unknown): StartError {
  return new StartError(
    `数据库文件 ${file} 已损坏或无法读取：请从备份恢复，或把它移走后重新启动（会新建一个空库）。`,
    'The database file is damaged or unreadable: restore it from a backup, or move it away and start again with an empty one.',
    { cause },
  );
}

function foreign(file: string): StartError {
  return new StartError(
    `数据库文件 ${file} 不是助人学堂的数据库：请把它移走，或用 DATA_DIR 指定别的目录。`,
    'The database file was not made by this application: move it away, or set DATA_DIR to another folder.',
  );
}
