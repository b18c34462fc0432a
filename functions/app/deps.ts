// What the capabilities need from outside: the store, a clock, an id maker, the identity provider. Made in functions/deps.ts, faked in tests.
import type { Instant } from '../domain/time.ts';
import type { Store } from '../store/store.ts';

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
  /** Milliseconds of a clock that only goes forward, for durations. */
  clockMs(): number;
  /** Takes a line of the log. */
  sink(line: string): void;
  identity: IdentityPort;
}

/** What the functions that do not sign anybody in are given. */
export type CoreDeps = Omit<Deps, 'identity'>;

/** What knowing who calls needs of the store: no more, so that the public function's bundle holds no more. */
export interface SessionDeps extends Omit<CoreDeps, 'store'> {
  store: Pick<Store, 'people' | 'sessions'>;
}

/** What the function that signs people in is given. */
export interface SignInDeps extends SessionDeps {
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

/** What the functions that keep personal data are given. */
export interface StaffDeps extends CoreDeps {
  vault: Vault;
}
