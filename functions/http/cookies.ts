// The two cookies: the session's token, and what a sign-in under way must bring back. Both `__Host-`, HttpOnly, Lax.
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { PendingSignIn } from '../app/deps.ts';
import { returnPath } from '../contract/public/session.ts';

const SESSION = 'session';
const SIGN_IN = 'sign-in';
const SIGN_IN_SECONDS = 600;

/** `Lax`, not `Strict`: the provider's redirect back is a navigation from another site and must carry the cookies. */
const COMMON = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export function sessionToken(c: Context): string | undefined {
  return getCookie(c, SESSION, 'host');
}

export function keepSession(c: Context, token: string, expires: Date): void {
  setCookie(c, SESSION, token, { ...COMMON, expires });
}

export function dropSession(c: Context): void {
  deleteCookie(c, SESSION, COMMON);
}

export function keepSignIn(c: Context, pending: PendingSignIn): void {
  const text = btoa(JSON.stringify(pending)).replaceAll('=', '');
  setCookie(c, SIGN_IN, text, { ...COMMON, maxAge: SIGN_IN_SECONDS });
}

/** The sign-in under way, taken out of the browser: its answer can be used once. */
export function takeSignIn(c: Context): PendingSignIn | undefined {
  const text = getCookie(c, SIGN_IN, 'host');
  if (text === undefined) return undefined;
  deleteCookie(c, SIGN_IN, COMMON);
  try {
    const { state, nonce, verifier, returnTo } = JSON.parse(atob(text)) as Record<string, unknown>;
    if (![state, nonce, verifier, returnTo].every((v) => typeof v === 'string')) return undefined;
    if (!returnPath.safeParse(returnTo).success) return undefined;
    return { state, nonce, verifier, returnTo } as unknown as PendingSignIn;
  } catch {
    return undefined;
  }
}
