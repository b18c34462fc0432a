// Each audience's edge put together: its handlers, how it tells who calls, and whether guests are answered.
import type { Context } from 'hono';
import type { CoreDeps, Deps } from '../app/deps.ts';
import { identify } from '../app/sessions.ts';
import { candidateHandlers } from './candidate.ts';
import { sessionToken } from './cookies.ts';
import { edge } from './edge.ts';
import { publicHandlers } from './public.ts';

export function publicEdge(deps: Deps) {
  return edge({ audience: 'public', handlers: publicHandlers(deps), guests: true, ...common(deps) });
}

export function candidateEdge(deps: CoreDeps) {
  return edge({ audience: 'candidate', handlers: candidateHandlers(deps), guests: false, ...common(deps) });
}

function common(deps: CoreDeps) {
  const { origin, newId, clockMs, sink } = deps;
  const who = identify(deps);
  return { origin, newId, clockMs, sink, identify: (c: Context) => who(sessionToken(c)) };
}
