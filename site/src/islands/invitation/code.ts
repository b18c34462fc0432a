// Codes that are handed from person to person: in a link they stand behind the `#`, which no browser sends to any server.

/** `role`: an invitation to a role at a unit; `claim`: to take over the record that a unit has made of somebody. */
export type CodeKind = 'role' | 'claim';

export interface Code {
  kind: CodeKind;
  code: string;
}

/** What stands before the code in a fragment. */
const NAMES: Record<CodeKind, string> = { role: 'code', claim: 'claim' };

/** What the contract takes as a code. */
const CODE = /^[0-9A-Za-z_-]{8,64}$/;

/** Where the code waits while its holder signs in: this tab alone, and only until it was used or thrown away. */
const KEY = 'zhuren-code';

/** The link that leads to the page with the code: `page` is its address without a fragment. */
export function linkOf(page: string, { kind, code }: Code): string {
  return `${page}#${NAMES[kind]}=${code}`;
}

/** The code in a typed text: a whole link names its kind itself; undefined for what is none. */
export function codeIn(text: string, kind: CodeKind): Code | undefined {
  const plain = text.trim();
  const linked = codeBehind(plain.slice(plain.indexOf('#')));
  if (plain.includes('#')) return linked;
  return CODE.test(plain) ? { kind, code: plain } : undefined;
}

/**
 * The code that this page was opened with, taken out of the address bar at once; or the one that waits in this tab. Whatever else stands
 * behind the `#` stays.
 */
export function arrivedCode(): Code | undefined {
  const { hash, pathname, search } = location;
  if (!/^#(code|claim)=/.test(hash)) return waiting();
  history.replaceState(history.state, '', pathname + search);
  const code = codeBehind(hash);
  if (code) keepCode(code);
  return code;
}

/** Keeps a code for the way to the sign-in and back. Where the browser forbids it, it is typed again. */
export function keepCode(code: Code): void {
  tolerant(() => sessionStorage.setItem(KEY, linkOf('', code)));
}

/** The code was used, or is not wanted. */
export function dropCode(): void {
  tolerant(() => sessionStorage.removeItem(KEY));
}

function waiting(): Code | undefined {
  return codeBehind(tolerant(() => sessionStorage.getItem(KEY)) ?? '');
}

function codeBehind(fragment: string): Code | undefined {
  const found = new URLSearchParams(fragment.replace(/^#/, ''));
  for (const kind of ['role', 'claim'] as const) {
    const code = found.get(NAMES[kind]);
    if (code !== null && CODE.test(code)) return { kind, code };
  }
  return undefined;
}

/** Storage throws where it is forbidden. */
function tolerant<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
