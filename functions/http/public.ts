// The routes of everybody: signing in and out, and who one is. Those a browser navigates to answer with redirects, problems included.

import { courseCalendar, personCalendar, provinceCalendar, unitCalendar } from '../app/calendars.ts';
import { noteScan } from '../app/check-in.ts';
import { listCompletionKeys, verifyCompletion } from '../app/completions.ts';
import type { SignInDeps } from '../app/deps.ts';
import { listSchedule, showCourse } from '../app/schedule.ts';
import { beginSignIn, completeSignIn, me, signOut } from '../app/sessions.ts';
import { publicRoutes } from '../contract/public/routes.ts';
import { publicShapes } from '../contract/public/shapes.ts';
import { msOf } from '../domain/time.ts';
import type { EdgeContext, Handlers } from './bind.ts';
import { calendarResponse } from './calendar.ts';
import { callers } from './callers.ts';
import { dropSession, keepSession, keepSignIn, sessionToken, takeSignIn } from './cookies.ts';
import { edge } from './edge.ts';
import { logFault, type Sink } from './log.ts';
import { codeOf, isOurs } from './problems.ts';

/** Where somebody lands who did not say where to. */
const HOME = '/';

/** The page that explains a failed sign-in, in the language of the page it was begun from. */
function troublePage(returnTo: string | undefined): string {
  return returnTo?.startsWith('/en/') ? '/en/me/' : '/me/';
}

/** The public edge: it answers guests. */
export function publicEdge(deps: SignInDeps) {
  return edge({
    audience: 'public',
    handlers: publicHandlers(deps),
    routes: publicRoutes,
    shapes: publicShapes,
    guests: true,
    ...callers(deps),
  });
}

export function publicHandlers(deps: SignInDeps): Handlers<'public'> {
  return {
    me: (actor) => me(deps)(actor),

    login: async (_actor, { query }, c) => {
      const begun = await beginSignIn(deps)(query.return ?? HOME).catch((error: unknown) => error as Error);
      if (begun instanceof Error) return troubled(c, begun, { sink: deps.sink, returnTo: query.return });
      keepSignIn(c, begun.pending);
      return c.redirect(begun.location, 302);
    },

    callback: async (_actor, _input, c) => {
      const pending = takeSignIn(c);
      if (pending === undefined) return c.redirect(withParam(troublePage(undefined), 'problem', 'sign_in_failed'), 302);
      const done = await completeSignIn(deps)(new URL(c.req.url), pending).catch((error: unknown) => error as Error);
      if (done instanceof Error) return troubled(c, done, { sink: deps.sink, returnTo: pending.returnTo });
      keepSession(c, done.token, new Date(msOf(done.expiresAt)));
      return c.redirect(withParam(pending.returnTo, 'signed-in', '1'), 302);
    },

    logout: async (_actor, _input, c) => {
      const answer = await signOut(deps)(sessionToken(c));
      dropSession(c);
      return answer;
    },

    // The same for everybody: it may be kept for a moment by whoever passes it on.
    listSchedule: async (_actor, input, c) => shared(c, await listSchedule(deps)(input)),
    showCourse: async (_actor, input, c) => shared(c, await showCourse(deps)(input)),
    listCompletionKeys: async (_actor, _input, c) => shared(c, await listCompletionKeys(deps)()),

    readCourseCalendar: async (_actor, input, c) => calendarResponse(c, await courseCalendar(deps)(input), 'shared'),
    readUnitCalendar: async (_actor, input, c) => calendarResponse(c, await unitCalendar(deps)(input), 'shared'),
    readProvinceCalendar: async (_actor, input, c) =>
      calendarResponse(c, await provinceCalendar(deps)(input), 'shared'),
    readPersonCalendar: async (_actor, input, c) => calendarResponse(c, await personCalendar(deps)(input), 'personal'),

    noteScan: noteScan(deps),
    verifyCompletion: verifyCompletion(deps),
  };
}

/** An answer that says nothing of its caller. A problem in its place is kept by nobody. */
function shared<A>(c: EdgeContext, answer: A): A {
  c.set('caching', 'shared');
  return answer;
}

/** An expected failure of a navigation is shown on a page; a fault of ours goes on to the edge. */
function troubled(
  c: EdgeContext,
  error: Error,
  { sink, returnTo }: { sink: Sink; returnTo: string | undefined },
): Response {
  const code = codeOf(error);
  if (code === 'internal') throw error;
  if (isOurs(code)) logFault(sink, c.get('requestId'), error);
  c.set('problem', code);
  return c.redirect(withParam(troublePage(returnTo), 'problem', code), 302);
}

function withParam(path: string, name: string, value: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${value}`;
}
