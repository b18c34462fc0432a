// The composition root: the environment becomes clients, the clients become Deps. The only file with a clock, a generator and an id maker.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type {
  AccountDeps,
  BureauDeps,
  CoreDeps,
  ExamDeps,
  ExaminerDeps,
  GraderDeps,
  JobDeps,
  LedgerDeps,
  MockBank,
  MockDeps,
  OpenDataDeps,
  OpenDeps,
  ReckonerDeps,
  StaffDeps,
  StationDeps,
  TallyDeps,
  TrainerDeps,
  Vault,
} from './app/deps.ts';
import { templates } from './content/appraisal/templates.ts';
import { examData } from './content/exam-data.ts';
import { subsidyRules } from './content/subsidy-rules.ts';
import { SOURCES } from './domain/figures/sources.ts';
import type { MockIndex, MockSubject } from './domain/questions/mock.ts';
import {
  makeAccountStore,
  makeBureauStore,
  makeCoreStore,
  makeExaminerStore,
  makeExamStore,
  makeGraderStore,
  makeJobStore,
  makeLedgerStore,
  makeMockStore,
  makeOpenStore,
  makeReckonerStore,
  makeStationStore,
  makeStore,
  makeTallyStore,
  makeTrainerStore,
} from './store/store.ts';
import { openTable } from './store/table.ts';

type Environment = { [name: string]: string | undefined };

/** Deps from TABLE_NAME, ORIGIN and, for the embedded engine, DYNAMODB_ENDPOINT. A missing name is a fault of the deployment. */
export function makeDeps(env: Environment): CoreDeps {
  return { store: makeCoreStore(tableFrom(env)), ...surroundings(env) };
}

/** Deps from the same names, with what the ledger writes. */
export function makeLedgerDeps(env: Environment): LedgerDeps {
  return { store: makeLedgerStore(tableFrom(env)), ...surroundings(env) };
}

/** Deps from the same names, with the counters and what bureaus sign. */
export function makeBureauDeps(env: Environment): BureauDeps {
  return { ...makeOpenDataDeps(env), vault: makeVault(needed(env, 'SEAL_KEY')) };
}

/** Deps from the same names, with the counters and what bureaus sign, for whoever holds a key. */
export function makeOpenDataDeps(env: Environment): OpenDataDeps {
  return { store: makeBureauStore(tableFrom(env)), ...surroundings(env), sources: SOURCES };
}

/** Deps from the same names, with the work of stations, its appraisal and subsidies. */
export function makeStationDeps(env: Environment): StationDeps {
  return { store: makeStationStore(tableFrom(env)), ...surroundings(env), templates, subsidyRules: subsidyRules() };
}

/** Deps from the same names, with the records of exams, what is known of the exam, and what numbers are found by. */
export function makeExamDeps(env: Environment): ExamDeps {
  const vault = makeVault(needed(env, 'SEAL_KEY'));
  return { store: makeExamStore(tableFrom(env)), ...surroundings(env), exams: examData(), vault };
}

/** Deps from the same names, with what those who run training decide. */
export function makeTrainerDeps(env: Environment): TrainerDeps {
  return { store: makeTrainerStore(tableFrom(env)), ...surroundings(env) };
}

/** Deps from the same names, with the part of the store that those need who are not signed in. */
export function makeOpenDeps(env: Environment): OpenDeps {
  return { store: makeOpenStore(tableFrom(env)), ...surroundings(env) };
}

/** How long a course must be left alone before its changes are told, unless QUIET_SECONDS says otherwise. */
const QUIET_SECONDS = 120;

/** Deps of the function that no request starts, but for its mail. */
export function makeJobDeps(env: Environment): Omit<JobDeps, 'mail'> {
  const quietMs = Number(env.QUIET_SECONDS || QUIET_SECONDS) * 1000;
  return { store: makeJobStore(tableFrom(env)), ...surroundings(env), quietMs };
}

/** Deps of the function of mock papers; `mock` is the folder of the bank. */
export function makeMockDeps(env: Environment, mock: URL): MockDeps {
  const vault = makeVault(needed(env, 'SEAL_KEY'));
  return { store: makeMockStore(tableFrom(env)), ...surroundings(env), mockBank: makeMockBank(mock), vault };
}

/** Deps of the function of those who set papers; `mock` is the folder of the bank. */
export function makeExaminerDeps(env: Environment, mock: URL): ExaminerDeps {
  return { store: makeExaminerStore(tableFrom(env)), ...surroundings(env), mockBank: makeMockBank(mock) };
}

/** Deps of the function that closes attempts and grades anew. */
export function makeGraderDeps(env: Environment, mock: URL): GraderDeps {
  const { now, clockMs, sink } = surroundings(env);
  return { store: makeGraderStore(tableFrom(env)), now, clockMs, sink, mockBank: makeMockBank(mock) };
}

/** Deps of the reader of the table's stream. */
export function makeTallyDeps(env: Environment): TallyDeps {
  const { sink, now } = surroundings(env);
  return { store: makeTallyStore(tableFrom(env)), sink, now, sources: SOURCES };
}

/** Deps of the function that counts anew. */
export function makeReckonerDeps(env: Environment): ReckonerDeps {
  const { sink, now, clockMs } = surroundings(env);
  return { store: makeReckonerStore(tableFrom(env)), sink, now, clockMs, sources: SOURCES };
}

/** How mail leaves and from which address: MAIL_URL and MAIL_FROM. */
export function mailFrom(env: Environment) {
  return { url: needed(env, 'MAIL_URL'), from: needed(env, 'MAIL_FROM') };
}

function tableFrom(env: Environment) {
  const endpoint = env.DYNAMODB_ENDPOINT;
  return openTable(needed(env, 'TABLE_NAME'), endpoint ? { endpoint } : {});
}

/** All but the store. */
function surroundings(env: Environment): Omit<CoreDeps, 'store'> {
  return {
    origin: needed(env, 'ORIGIN'),
    now: () => new Date().toISOString(),
    newId: () => randomBytes(12).toString('base64url'),
    newSecret: () => randomBytes(32).toString('base64url'),
    digest: async (text) => createHash('sha256').update(text).digest('base64url'),
    mac: (secret, text) => createHmac('sha256', secret).update(text).digest('hex'),
    clockMs: () => performance.now(),
    sink: (line) => console.log(line),
  };
}

/** Deps with the vault of SEAL_KEY, for the functions that keep personal data. */
export function makeStaffDeps(env: Environment): StaffDeps {
  return { store: makeStore(tableFrom(env)), ...surroundings(env), vault: makeVault(needed(env, 'SEAL_KEY')) };
}

/** The same with the part of the store that one's own account needs. */
export function makeAccountDeps(env: Environment): AccountDeps {
  return { store: makeAccountStore(tableFrom(env)), ...surroundings(env), vault: makeVault(needed(env, 'SEAL_KEY')) };
}

/** The product's one secret, from which the keys of numbers and of signatures follow. */
export function sealKeyFrom(env: Environment): string {
  return secretOf(needed(env, 'SEAL_KEY'));
}

const SECRET_LEAST = 43;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A vault from a secret of at least 43 characters (256 bits of base64): AES-256-GCM for what is opened again, HMAC-SHA-256 for what is only compared, each under a key of its own.
 * A sealed text is nonce, tag and cipher text in base64url. A shorter one is a fault of the deployment.
 */
export function makeVault(key: string): Vault {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', secretOf(key), '', `zhuren ${use}`, 32));
  const [sealing, hashing] = [derived('seal'), derived('hash')];
  return {
    seal(text, about) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
    keyedHash: (text) => createHmac('sha256', hashing).update(text).digest('base64url'),
  };
}

function secretOf(key: string): string {
  if (key.length < SECRET_LEAST) throw new Error(`SEAL_KEY must have at least ${SECRET_LEAST} characters`);
  return key;
}

/**
 * The mock bank from the folder that the build puts beside a bundle: `index.json` and a file a subject. Read when first asked for, then kept; a file
 * that cannot be read is a fault of the deployment, and is tried again at the next call.
 */
export function makeMockBank(folder: URL): MockBank {
  const kept = new Map<string, Promise<unknown>>();
  const read = <T>(name: string): Promise<T> => {
    const before = kept.get(name);
    if (before !== undefined) return before as Promise<T>;
    const reading = readFile(new URL(`${name}.json`, folder), 'utf8').then((text): T => JSON.parse(text));
    kept.set(name, reading);
    reading.catch(() => kept.delete(name));
    return reading;
  };
  const index = () => read<MockIndex>('index');
  return {
    subjects: async () => (await index()).subjects,
    async subject(id) {
      const known = (await index()).subjects.some((subject) => subject.id === id);
      return known ? read<MockSubject>(id) : undefined;
    },
    blueprints: async () => (await index()).blueprints,
    passLines: async () => (await index()).passLines,
  };
}

/** The identity provider from ISSUER and CLIENT_ID. */
export function issuerFrom(env: Environment) {
  return { issuer: needed(env, 'ISSUER'), clientId: needed(env, 'CLIENT_ID'), origin: needed(env, 'ORIGIN') };
}

function needed(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`the environment lacks ${name}`);
  return value;
}
