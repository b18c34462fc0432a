// The routes of one's own account: what they do, named. Where all sessions end, the cookie is taken back, too.
import { changeSelf, exportSelf, readSelf } from '../app/account.ts';
import { deleteSelf } from '../app/account-deletion.ts';
import { acceptClaim } from '../app/claims.ts';
import { changeEmail, confirmEmail } from '../app/contacts.ts';
import type { AccountDeps } from '../app/deps.ts';
import { accountRoutes } from '../contract/account/routes.ts';
import { accountShapes } from '../contract/account/shapes.ts';
import type { Handlers } from './bind.ts';
import { callers } from './callers.ts';
import { dropSession, sessionToken } from './cookies.ts';
import { edge } from './edge.ts';

/** The edge of what is one's own: for whoever is signed in. */
export function accountEdge(deps: AccountDeps) {
  const handlers = accountHandlers(deps);
  return edge({
    audience: 'account',
    handlers,
    routes: accountRoutes,
    shapes: accountShapes,
    guests: false,
    ...callers(deps),
  });
}

export function accountHandlers(deps: AccountDeps): Handlers<'account'> {
  return {
    readSelf: readSelf(deps),
    changeSelf: changeSelf(deps),
    exportSelf: exportSelf(deps),
    changeEmail: changeEmail(deps),
    confirmEmail: confirmEmail(deps),

    deleteSelf: async (actor, input, c) => {
      const answer = await deleteSelf(deps)(actor, input, sessionToken(c));
      dropSession(c);
      return answer;
    },

    acceptClaim: async (actor, input, c) => {
      const answer = await acceptClaim(deps)(actor, input, sessionToken(c));
      dropSession(c);
      return answer;
    },
  };
}
