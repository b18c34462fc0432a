// Signing in and out as islands use it. Until somebody is signed in there is no connection, and nothing of the wire is loaded.
import type { Connection } from '../journal/connect.ts';
import { loginPath } from '../journal/login-path.ts';
import type { SignedOut, Who } from '../journal/session.ts';

export interface Session {
  /** The address that signs in and comes back to `path`. */
  loginAddress(path: string): string;
  /** Ends the session; the caller navigates to `next`. Throws ApiProblem when it could not be ended. */
  signOut(): Promise<SignedOut>;
  /** After the account was deleted: nothing of the person stays on this browser. */
  forget(): Promise<void>;
  /** After the person has become another one by claiming a record: what was not sent is taken along at the next sign-in. */
  handOver(): Promise<void>;
  /** Who is signed in, as the server knows it. */
  whoAmI(): Promise<Who>;
}

/** A guest's session: all there is to do is to sign in. */
export const guestSession: Session = {
  loginAddress: loginPath,
  signOut: async () => ({ next: null, unsent: 0 }),
  forget: async () => undefined,
  handOver: async () => undefined,
  whoAmI: async () => ({ kind: 'guest' }),
};

export function sessionOf({ signOut, forget, handOver, whoAmI }: Connection): Session {
  return { loginAddress: loginPath, signOut, forget, handOver, whoAmI };
}
