// What the capabilities need from outside: the store, a clock, an id maker, the identity provider. Made in functions/deps.ts, faked in tests.

import type { Template } from '../domain/appraisal/template.ts';
import type { ExamData } from '../domain/exams/guide.ts';
import type { PassLine } from '../domain/exams/pass-line.ts';
import type { Source } from '../domain/figures/source.ts';
import type { Blueprint } from '../domain/papers/blueprint.ts';
import type { MockSubject, MockSummary } from '../domain/questions/mock.ts';
import type { SubsidyRule } from '../domain/subsidies/rule.ts';
import type { Instant } from '../domain/time.ts';
import type {
  AccountStore,
  BureauStore,
  CoreStore,
  ExaminerStore,
  ExamStore,
  GraderStore,
  GradingStore,
  JobStore,
  LedgerStore,
  MockStore,
  OpenStore,
  ReckonerStore,
  StationStore,
  Store,
  TallyStore,
  TrainerStore,
} from '../store/store.ts';

/** What a sign-in must remember between leaving for the provider and coming back; kept in the browser's own cookie. */
export interface PendingSignIn {
  state: string;
  nonce: string;
  verifier: string;
  /** Where to go afterwards: a path of this site. */
  returnTo: string;
}

/** Who somebody is at the provider. `name` is what it lets us call them. */
export interface ProvenIdentity {
  issuer: string;
  subject: string;
  name: string;
}

/** OpenID Connect as the code flow with PKCE needs it. */
export interface IdentityPort {
  /** The provider's address to send the browser to. Rejects when the provider cannot be reached. */
  begin(): Promise<{ location: string; state: string; nonce: string; verifier: string }>;
  /** Redeems the provider's answer; undefined when it is refused, forged or belongs to another sign-in. */
  complete(answer: URL, pending: PendingSignIn): Promise<ProvenIdentity | undefined>;
  /** Where a browser ends the provider's own session, if the provider has such a page. */
  endSession(): Promise<string | undefined>;
}

export interface Deps {
  store: Store;
  /** The address of this site, `https://example.cn`: no slash at the end. */
  origin: string;
  now(): Instant;
  /** A short id that cannot be guessed. */
  newId(): string;
  /** A secret of 256 bits, for session tokens. */
  newSecret(): string;
  /** A one-way hash: the table holds these, never the tokens. */
  digest(text: string): Promise<string>;
  /** HMAC-SHA-256 of a text under a secret, in hexadecimal digits: the codes at the door. */
  mac(secret: string, text: string): string;
  /** Milliseconds of a clock that only goes forward, for durations. */
  clockMs(): number;
  /** Takes a line of the log. */
  sink(line: string): void;
  identity: IdentityPort;
}

/** What the functions that do not sign anybody in are given. */
export interface CoreDeps extends Omit<Deps, 'identity' | 'store'> {
  store: CoreStore;
}

/** What the function of the continuing-education ledger is given. */
export interface LedgerDeps extends Omit<CoreDeps, 'store'> {
  store: LedgerStore;
}

/** What the function of bureaus' figures and reports is given. The vault seals cursors. */
export interface BureauDeps extends OpenDataDeps {
  vault: Pick<Vault, 'seal' | 'open'>;
}

/** What the function of open data is given. */
export interface OpenDataDeps extends Omit<CoreDeps, 'store'> {
  store: BureauStore;
  /** The families of figures: reports are counted from their facts. */
  sources: readonly Source[];
}

/** What the function of station work and subsidies is given. */
export interface StationDeps extends Omit<CoreDeps, 'store'> {
  store: StationStore;
  /** What appraisals are made by, every version that was ever opened. */
  templates: readonly Template[];
  /** The rules of subsidies, every entry that ever held. */
  subsidyRules: readonly SubsidyRule[];
}

/** What the function of the exam is given. The vault finds people by their numbers, and seals cursors. */
export interface ExamDeps extends Omit<CoreDeps, 'store'> {
  store: ExamStore;
  exams: ExamData;
  vault: Vault;
}

/** What the function of those who run training is given. */
export interface TrainerDeps extends Omit<CoreDeps, 'store'> {
  store: TrainerStore;
}

/** A mail to one address. The texts are plain; `messageId` names it for ever: sent twice, it is the same mail. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  messageId: string;
  /** Further lines of its head; their values hold no line's end. */
  headers: Readonly<Record<string, string>>;
}

/** Sends mail. Rejects when that may work later; 'refused' says that it never will, to this address. */
export interface MailPort {
  send(mail: Mail): Promise<'sent' | 'refused'>;
}

/** What the function is given that no request starts. */
export interface JobDeps extends Pick<CoreDeps, 'origin' | 'now' | 'clockMs' | 'digest' | 'sink'> {
  store: JobStore;
  mail: MailPort;
  /** For how long a course must be left alone before its changes are told, in milliseconds: several in a row are one mail. */
  quietMs: number;
}

/** What the reader of the table's stream is given. */
export interface TallyDeps extends Pick<CoreDeps, 'sink' | 'now'> {
  store: TallyStore;
  /** The families of figures. */
  sources: readonly Source[];
}

/** What the function is given that counts anew. */
export interface ReckonerDeps extends TallyDeps, Pick<CoreDeps, 'clockMs'> {
  store: ReckonerStore;
}

/** What answering those who are not signed in needs: no more, so that the public function's bundle holds no more. */
export interface OpenDeps extends Omit<CoreDeps, 'store'> {
  store: OpenStore;
}

/** What knowing who calls needs of the store. */
export interface SessionDeps extends Omit<CoreDeps, 'store'> {
  store: Pick<Store, 'people' | 'sessions'>;
}

/** What the function that signs people in is given. */
export interface SignInDeps extends OpenDeps {
  identity: IdentityPort;
}

/**
 * Personal data under a key that never reaches the table. `about` says what a text belongs to ('phone of person-1'): sealed for one thing, it
 * cannot be opened as another's.
 */
export interface Vault {
  seal(text: string, about: string): string;
  /** The text; undefined when it was not sealed by this key about this. */
  open(sealed: string, about: string): string | undefined;
  /** One text, one hash, for finding what must be unique; of no use without the key. */
  keyedHash(text: string): string;
}

/** What the function of one's own account is given: it keeps personal data, too. */
export interface AccountDeps extends Omit<CoreDeps, 'store'> {
  store: AccountStore;
  vault: Vault;
}

/** What the functions that keep other people's data are given. */
export interface StaffDeps extends Omit<AccountDeps, 'store'> {
  store: Store;
}

/** The public half of a signing key, as RFC 7517 writes it. */
export interface SigningKey {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  /** Its thumbprint (RFC 7638). */
  kid: string;
  alg: 'ES256';
  use: 'sig';
}

/** Signs what a paper says, so that it can be checked without a network. */
export interface Signer {
  /** A compact JWS (RFC 7515) of a JSON payload. */
  sign(payload: object): Promise<string>;
  key(): Promise<SigningKey>;
}

/** A paper to print: what stands on it, and what its QR holds. */
export interface Paper {
  number: string;
  name: string;
  maskedId?: string;
  title: string;
  issuer: string;
  coOrganisers: readonly string[];
  /** Days and hours as they are printed. */
  from: string;
  to: string;
  issuedOn: string;
  hours: string;
  periods: string;
  link: string;
}

/**
 * Draws papers as one PDF, a page each. A paper with a sign that the font lacks is left out and named with it, for boxes are worse than no paper;
 * when none can be drawn, the PDF has no page.
 */
export type Printer = (
  papers: readonly Paper[],
) => Promise<{ bytes: Uint8Array; unprinted: { number: string; sign: string }[] }>;

/** What the function that issues completions is given. */
export interface DocumentDeps extends CoreDeps {
  signer: Signer;
  print: Printer;
}

/** The items of mock papers, with their keys, and the rules papers are made by. The same for as long as a process lives. */
export interface MockBank {
  /** The subjects that have items, in the order of the exam. */
  subjects(): Promise<readonly MockSummary[]>;
  /** All items of a subject; undefined for one that has none. */
  subject(id: string): Promise<MockSubject | undefined>;
  /** What papers are made of. One that an attempt names stays in the list for ever. */
  blueprints(): Promise<readonly Blueprint[]>;
  passLines(): Promise<readonly PassLine[]>;
}

/** What closing an attempt and grading it needs. */
export interface GradingDeps extends Pick<CoreDeps, 'now'> {
  store: GradingStore;
  mockBank: MockBank;
}

/** What the function of mock papers is given. The vault signs and seals the papers that are taken along. */
export interface MockDeps extends Omit<CoreDeps, 'store'> {
  store: MockStore;
  mockBank: MockBank;
  vault: Vault;
}

/** What the function of those who set papers and look after the questions is given. */
export interface ExaminerDeps extends Omit<CoreDeps, 'store'> {
  store: ExaminerStore;
  mockBank: MockBank;
}

/** What the function is given that closes attempts by the clock, and grades anew. */
export interface GraderDeps extends Omit<GradingDeps, 'store'>, Pick<CoreDeps, 'clockMs' | 'sink'> {
  store: GraderStore;
}
