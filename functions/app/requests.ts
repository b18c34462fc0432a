// A wish is fulfilled once: the caller gives it an id, what came of it is kept for ever with its effect, and the same wish again is answered by that.
import type { RouteName } from '../contract/routes.ts';
import { canonical } from '../domain/canonical.ts';
import type { NewRequest } from '../store/requests.ts';
import type { CoreDeps } from './deps.ts';
import { Problem } from './problem.ts';

export interface Wish {
  person: string;
  id: string;
  bodyHash: string;
}

interface Asked {
  person: string;
  route: RouteName;
  params: object | undefined;
  body: { request: string };
  /** Which part of the request, where one holds several wishes. */
  part?: string;
}

/** The wish of a request. Everything that was asked is in its hash. */
export async function wishOf(
  deps: Pick<CoreDeps, 'digest'>,
  { person, route, params, body, part }: Asked,
): Promise<Wish> {
  const { request, ...rest } = body;
  const id = part === undefined ? request : `${request}.${part}`;
  return { person, id, bodyHash: await deps.digest(canonical({ route, params, rest, part })) };
}

/** What came of a wish before; undefined when nothing has yet. Problem `request_reused` when its id stood for another wish. */
export async function answeredBefore<A>(
  deps: { store: Pick<CoreDeps['store'], 'requests'> },
  { person, id, bodyHash }: Wish,
): Promise<A | undefined> {
  const before = await deps.store.requests.find(person, id);
  if (before === undefined) return undefined;
  if (before.bodyHash !== bodyHash) throw new Problem('request_reused');
  return JSON.parse(before.outcome) as A;
}

/** The wish as it is written with its effect. */
export function requestOf(deps: Pick<CoreDeps, 'now'>, wish: Wish, outcome: unknown): NewRequest {
  return { ...wish, outcome: JSON.stringify(outcome), at: deps.now() };
}
