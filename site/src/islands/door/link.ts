// The link that a door's QR holds: `…/door/#s=<session>&k=in&t=<step>&c=<token>`. In the fragment, so that no log has it. Pure.
import { CODE_KINDS, type CodeKind } from '../../../../functions/domain/door/codes.ts';

export interface Code {
  session: string;
  kind: CodeKind;
  step: number;
  token: string;
}

const SESSION = /^[0-9A-Za-z_-]{8,64}-\d{3}$/;

/** The code of an address's fragment; undefined for what holds none that the server would look at. */
export function codeOf(hash: string): Code | undefined {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const kind = CODE_KINDS.find((one) => one === params.get('k'));
  const [session = '', step = '', token = ''] = ['s', 't', 'c'].map((name) => params.get(name) ?? '');
  if (kind === undefined || !SESSION.test(session) || !/^\d{1,10}$/.test(step)) return undefined;
  return /^[0-9a-f]{32}$/.test(token) ? { session, kind, step: Number(step), token } : undefined;
}

/** The code of whatever a camera has read; undefined for other codes of this world. */
export function codeOfScan(text: string): Code | undefined {
  const [before, hash] = [text.slice(0, text.indexOf('#')), text.slice(text.indexOf('#'))];
  return /^https?:\/\/[^?#]+\/door\/$/.test(before) ? codeOf(hash) : undefined;
}

/** A session's id; undefined for what is none. */
export function sessionIn(params: URLSearchParams): string | undefined {
  return params.get('s')?.match(SESSION)?.[0];
}
