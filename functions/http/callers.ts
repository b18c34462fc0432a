// What every audience's edge takes from the deps: how it tells who calls, and what it writes its lines with.
import type { Context } from 'hono';
import type { SessionDeps } from '../app/deps.ts';
import { type Identified, identify } from '../app/sessions.ts';
import { sessionToken } from './cookies.ts';

type Who = (token: string | undefined) => Promise<Identified>;

/** `who` is the plain session unless an audience knows more of its callers. */
export function callers(deps: SessionDeps, who: Who = identify(deps)) {
  const { origin, newId, clockMs, sink } = deps;
  return { origin, newId, clockMs, sink, identify: (c: Context) => who(sessionToken(c)) };
}
