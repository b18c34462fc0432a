// The code that came by mail: it stands behind the `#`, which no browser sends to any server, and leaves the address bar at once.

/** What the contract takes as a code. */
const CODE = /^[0-9A-Za-z_-]{8,64}$/;

const MARK = '#email=';

/** Where the code waits while its owner signs in: this tab alone, and only until it was used. */
const KEY = 'zhuren-email-code';

/** The code that this page was opened with, taken out of the address bar; or the one that waits in this tab. */
export function arrivedEmailCode(): string | undefined {
  const { hash, pathname, search } = location;
  if (!hash.startsWith(MARK)) return tolerant(() => sessionStorage.getItem(KEY)) ?? undefined;
  history.replaceState(history.state, '', pathname + search);
  const code = hash.slice(MARK.length);
  if (!CODE.test(code)) return undefined;
  tolerant(() => sessionStorage.setItem(KEY, code));
  return code;
}

/** The code was used, or is of no use. */
export function dropEmailCode(): void {
  tolerant(() => sessionStorage.removeItem(KEY));
}

/** Storage throws where it is forbidden: then the link is opened once more after signing in. */
function tolerant<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
