// The whole back end for a test: a real table, a clock that stands still, ids that count, an identity provider that does as it is told.
import { createHash, createHmac } from 'node:crypto';
import type {
  BureauDeps,
  Deps,
  DocumentDeps,
  ExamDeps,
  ExaminerDeps,
  IdentityPort,
  LedgerDeps,
  MockDeps,
  PendingSignIn,
  ProvenIdentity,
  StaffDeps,
  StationDeps,
} from '../../functions/app/deps.ts';
import { templates } from '../../functions/content/appraisal/templates.ts';
import { examData } from '../../functions/content/exam-data.ts';
import { subsidyRules } from '../../functions/content/subsidy-rules.ts';
import { makeVault } from '../../functions/deps.ts';
import { SOURCES } from '../../functions/domain/figures/sources.ts';
import { addDays, type Instant, instantOf, msOf } from '../../functions/domain/time.ts';
import { accountEdge } from '../../functions/http/account.ts';
import { bureauEdge } from '../../functions/http/bureau.ts';
import { candidateEdge } from '../../functions/http/candidate.ts';
import { documentsEdge } from '../../functions/http/documents.ts';
import { examinerEdge } from '../../functions/http/examiner.ts';
import { examsEdge } from '../../functions/http/exams.ts';
import { ledgerEdge } from '../../functions/http/ledger.ts';
import { mockEdge } from '../../functions/http/mock.ts';
import { openEdge } from '../../functions/http/open.ts';
import { publicEdge } from '../../functions/http/public.ts';
import { staffEdge } from '../../functions/http/staff.ts';
import { stationEdge } from '../../functions/http/station.ts';
import { trainerEdge } from '../../functions/http/trainer.ts';
import { makePrinter } from '../../functions/papers/printer.ts';
import { makeSigner } from '../../functions/papers/signer.ts';
import {
  makeBureauStore,
  makeExaminerStore,
  makeExamStore,
  makeLedgerStore,
  makeMockStore,
  makeStationStore,
  makeStore,
} from '../../functions/store/store.ts';
import { NOON } from './builders.ts';
import type { Where } from './engine.ts';
import { mockBank } from './mock-bank.ts';
import { openTestTable, type TestTable } from './table.ts';

export const ORIGIN = 'https://zhuren.example';
export const PROVIDER = 'https://id.example/authorize';

/** A key for tests alone. */
const SEAL_KEY = Buffer.alloc(32, 7).toString('base64');

export interface SignedIn {
  person: string;
  token: string;
  /** The request header that says so. */
  headers: { cookie: string; origin: string };
}

export interface World {
  test: TestTable;
  deps: StationDeps & Deps & StaffDeps & DocumentDeps & LedgerDeps & MockDeps & ExaminerDeps & ExamDeps & BureauDeps;
  clock: { now: Instant };
  /** What was logged, a line each. */
  lines: string[];
  identity: FakeIdentity;
  public: ReturnType<typeof publicEdge>;
  candidate: ReturnType<typeof candidateEdge>;
  account: ReturnType<typeof accountEdge>;
  staff: ReturnType<typeof staffEdge>;
  trainer: ReturnType<typeof trainerEdge>;
  documents: ReturnType<typeof documentsEdge>;
  ledger: ReturnType<typeof ledgerEdge>;
  mock: ReturnType<typeof mockEdge>;
  examiner: ReturnType<typeof examinerEdge>;
  exams: ReturnType<typeof examsEdge>;
  station: ReturnType<typeof stationEdge>;
  bureau: ReturnType<typeof bureauEdge>;
  open: ReturnType<typeof openEdge>;
  /** A new person with a live session, put into the table directly. */
  signIn(): Promise<SignedIn>;
  /** Lets so many days pass. */
  pass(days: number): void;
}

/** What the provider does next; reset it in the test that changes it. */
export interface FakeIdentity extends IdentityPort {
  down: boolean;
  /** Who comes back with a code `good`; a code is good once. */
  proves: ProvenIdentity;
  used: Set<string>;
  logout: string | undefined;
}

/** The fonts that are printed with. */
const font = (weight: string) =>
  new URL(`../../node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-${weight}.otf`, import.meta.url);
const FONTS = { regular: font('Regular'), bold: font('Bold') };

function papers() {
  return { signer: makeSigner(SEAL_KEY), print: makePrinter(FONTS) };
}

export async function openWorld(where?: Where): Promise<World> {
  const test = await openTestTable(where);
  const clock = { now: NOON };
  const lines: string[] = [];
  const identity = fakeIdentity();
  const deps = {
    ...counted(),
    store: {
      ...makeBureauStore(test.table),
      ...makeExaminerStore(test.table),
      ...makeExamStore(test.table),
      ...makeMockStore(test.table),
      ...makeLedgerStore(test.table),
      ...makeStationStore(test.table),
      ...makeStore(test.table),
    },
    mockBank: mockBank(),
    exams: examData(),
    sources: SOURCES,
    templates,
    subsidyRules: subsidyRules(),
    origin: ORIGIN,
    now: () => clock.now,
    identity,
  };
  const all: World['deps'] = { ...deps, vault: makeVault(SEAL_KEY), ...papers(), sink: (line) => lines.push(line) };
  return {
    test,
    deps: all,
    clock,
    lines,
    identity,
    public: publicEdge(all),
    candidate: candidateEdge(all),
    account: accountEdge(all),
    staff: staffEdge(all),
    trainer: trainerEdge(all),
    documents: documentsEdge(all),
    ledger: ledgerEdge(all),
    mock: mockEdge(all),
    examiner: examinerEdge(all),
    exams: examsEdge(all),
    station: stationEdge(all),
    bureau: bureauEdge(all),
    open: openEdge(all),
    signIn: () => signIn(all),
    pass: (days) => {
      clock.now = `${addDays(clock.now.slice(0, 10), days)}${clock.now.slice(10)}`;
    },
  };
}

function counted() {
  let n = 0;
  const next = (kind: string) => {
    n += 1;
    return `${kind}-${String(n).padStart(8, '0')}`;
  };
  return {
    newId: () => next('id'),
    newSecret: () => next('secret'),
    digest: async (text: string) => createHash('sha256').update(text).digest('base64url'),
    mac: (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('hex'),
    clockMs: () => 0,
  };
}

async function signIn({ store, newId, newSecret, digest, now }: Deps): Promise<SignedIn> {
  const person = newId();
  const token = newSecret();
  await store.people.add(
    { issuer: 'https://id.example', subject: person },
    { id: person, name: '考生', createdAt: now() },
  );
  const expiresAt = instantOf(msOf(now()) + 86_400_000);
  await store.sessions.put(await digest(token), { person, startedAt: now(), expiresAt });
  return { person, token, headers: { cookie: `__Host-session=${token}`, origin: ORIGIN } };
}

function fakeIdentity(): FakeIdentity {
  const self: FakeIdentity = {
    down: false,
    proves: { issuer: 'https://id.example', subject: 'subject-1', name: '考生（演示）' },
    used: new Set(),
    logout: 'https://id.example/logout',
    async begin() {
      if (self.down) throw new TypeError('fetch failed');
      return { location: PROVIDER, state: 'state-1', nonce: 'nonce-1', verifier: 'verifier-1' };
    },
    async complete(answer: URL, pending: PendingSignIn) {
      if (self.down) throw new TypeError('fetch failed');
      const { code, state } = Object.fromEntries(answer.searchParams);
      if (state !== pending.state || !code?.startsWith('good') || self.used.has(code)) return undefined;
      self.used.add(code);
      return self.proves;
    },
    async endSession() {
      if (self.down) throw new TypeError('fetch failed');
      return self.logout;
    },
  };
  return self;
}
