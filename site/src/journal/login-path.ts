// The way to sign in: a navigation, not a call. Apart from session.ts, so that a guest's page holds no more than this.
import { addressOf } from '../api/addresses.ts';

/** What the login route takes as a way back. */
const RETURN = /^\/(?![/\\])[\w\-./?=&%]{0,299}$/;

/** Where to navigate to sign in and come back to `path`; back to the front page when the route would not take the path. */
export function loginPath(path: string): string {
  return `${addressOf('login').path}?${new URLSearchParams({ return: RETURN.test(path) ? path : '/' })}`;
}
