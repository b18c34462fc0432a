// 离线自测: a paper taken along. Its questions travel under a key that comes in a signed token; what was done without a network is handed in later, and
// the times are the device's own word: the result says so, and counts nowhere else.
import type { Answer, Input } from '../contract/index.ts';
import type { Actor } from '../domain/access/can.ts';
import { type Attempt, allowedMs, begun } from '../domain/attempts/attempt.ts';
import { OFFICIAL_1 } from '../domain/grading/profile.ts';
import type { ItemRef } from '../domain/papers/set-paper.ts';
import { instantOf, msOf } from '../domain/time.ts';
import type { MockDeps } from './deps.ts';
import { close } from './mock-closing.ts';
import { sitterFor, storedFor } from './mock-finding.ts';
import { itemsFor } from './mock-items.ts';
import { keptOffline, saved } from './mock-saving.ts';
import { type Drawn, draw, noteSeen } from './mock-starting.ts';
import { askedOf, standing } from './mock-views.ts';
import { Problem, refused } from './problem.ts';
import { answeredBefore, requestOf, wishOf } from './requests.ts';

type Body = Input<'prepareOffline'>['body'];
type Upload = Input<'uploadOffline'>['body'];
type Prepared = NonNullable<Answer<'prepareOffline'>['prepared']>;

/** For how long a paper that was taken along is taken back. */
const TAKEN_MS = 7 * 86_400_000;

const NONCE_BYTES = 12;

/** Prepares a paper to take along. The same request gives the same paper under the same key. */
export function prepareOffline(deps: MockDeps) {
  return async (actor: Actor, { params, body }: Input<'prepareOffline'>): Promise<Answer<'prepareOffline'>> => {
    const { person } = sitterFor(actor, params.person);
    const wish = await wishOf(deps, { person, route: 'prepareOffline', params, body });
    const before = await answeredBefore<{ attempt: string }>(deps, wish);
    if (before !== undefined) return preparedBefore(deps, person, before.attempt);
    const drawn = await draw(deps, person, body);
    if (!drawn.ok) return { lacking: drawn.lacking };
    const attempt = takenAlong(deps, { person, body, setup: drawn.setup });
    const request = requestOf(deps, wish, { attempt: attempt.id });
    const done = await deps.store.attempts.start({ attempt, refs: drawn.refs, request });
    if (done.length > 0) throw new Problem('conflict');
    await noteSeen(deps, attempt, drawn.refs);
    return { prepared: await sealed(deps, attempt, drawn.refs) };
  };
}

/** An attempt whose only deadline is that of being handed in. */
function takenAlong(
  deps: MockDeps,
  { person, body, setup }: { person: string; body: Body; setup: Drawn['setup'] },
): Attempt {
  const { subject, form, factor, device } = body;
  const own = { subject, form, factor, device, person, profile: OFFICIAL_1.id, shuffle: false, graceMs: 0 };
  const attempt = begun({ ...setup, ...own, mode: 'relaxed' }, deps.now());
  return { ...attempt, offline: true, deadline: instantOf(msOf(attempt.startedAt) + TAKEN_MS) };
}

async function preparedBefore(deps: MockDeps, person: string, id: string): Promise<Answer<'prepareOffline'>> {
  const attempt = await deps.store.attempts.get(person, id);
  if (attempt === undefined) throw new Error('a prepared attempt is not there');
  if (attempt.state !== 'open') throw refused('attempt-over');
  const { refs } = await deps.store.attempts.sheet(attempt);
  return { prepared: await sealed(deps, attempt, refs) };
}

async function sealed(deps: MockDeps, attempt: Attempt, refs: readonly ItemRef[]): Promise<Prepared> {
  const items = await itemsFor(deps, attempt.subject, refs);
  const text = JSON.stringify(items.map((item, i) => askedOf(attempt, item, i + 1)));
  // A key and a nonce for this paper alone, which nobody can make who has not the product's secret; the same again for the same paper.
  const key = deps.vault.keyedHash(`offline key ${attempt.id}`);
  const nonce = bytesOf(deps.vault.keyedHash(`offline nonce ${attempt.id}`)).slice(0, NONCE_BYTES);
  const { id, person, subject, form, deadline: until, questions } = attempt;
  const paper = { attempt: id, subject, form, minutes: await minutesOf(deps, attempt), questions };
  return {
    ...paper,
    sealed: textOf(new Uint8Array([...nonce, ...(await encrypted({ text, key, nonce }))])),
    token: signed(deps, { attempt: id, person, key, until }),
    until,
  };
}

async function encrypted({ text, key, nonce }: { text: string; key: string; nonce: Uint8Array<ArrayBuffer> }) {
  const imported = await crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt']);
  const bytes = new TextEncoder().encode(text);
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, imported, bytes));
}

async function minutesOf({ mockBank }: MockDeps, { blueprint }: Attempt): Promise<number> {
  const found = (await mockBank.blueprints()).find(({ id }) => id === blueprint);
  if (found === undefined) throw new Error(`no blueprint ${blueprint}`);
  return found.minutes;
}

interface Token {
  attempt: string;
  person: string;
  key: string;
  until: string;
}

function signed({ vault }: MockDeps, token: Token): string {
  const payload = textOf(new TextEncoder().encode(JSON.stringify(token)));
  return `${payload}.${vault.keyedHash(`offline paper ${payload}`)}`;
}

/** Whether a token is ours, for this attempt and in time. */
function isValid({ vault }: MockDeps, text: string, { id, person, deadline }: Attempt): boolean {
  const [payload = '', signature = '', ...more] = text.split('.');
  if (more.length > 0 || vault.keyedHash(`offline paper ${payload}`) !== signature) return false;
  const token = JSON.parse(new TextDecoder().decode(bytesOf(payload))) as Token;
  return token.attempt === id && token.person === person && token.until <= deadline;
}

/** Takes back what was done without a network, and closes it by the time it took. Again: the same. */
export function uploadOffline(deps: MockDeps) {
  return async (actor: Actor, { params, body }: Input<'uploadOffline'>): Promise<Answer<'uploadOffline'>> => {
    const found = await storedFor(deps, actor, params.attempt);
    if (found.offline !== true) throw new Problem('not_found');
    const isOpen = found.state === 'open' && found.closing === undefined;
    if (isOpen && (deps.now() > found.deadline || !isValid(deps, body.token, found))) throw refused('token-invalid');
    if (found.state === 'voided') throw refused('token-invalid');
    if (!isOpen) {
      const { attempt, outcomes } = await saved(deps, found, body);
      return { ...standing(attempt, deps.now()), outcomes };
    }
    const timed = await sat(deps, found, body);
    // Its answers first: whoever finds it closing grades what is there.
    const outcomes = await keptOffline(deps, { found, timed, body });
    const attempt = await handedIn(deps, found, timed);
    return { ...standing(attempt, deps.now()), outcomes };
  };
}

/** The attempt as it was sat: it ended now, and began as long ago as it took. */
async function sat(deps: MockDeps, found: Attempt, { tookMs }: Upload): Promise<Attempt> {
  const allowed = allowedMs(await minutesOf(deps, found), found.factor);
  const startedAt = instantOf(msOf(deps.now()) - tookMs);
  const deadline = instantOf(msOf(startedAt) + allowed);
  const at = instantOf(msOf(startedAt) + Math.min(tookMs, allowed));
  const closing = { as: 'submitted', at } as const;
  return { ...found, startedAt, deadline, closing, version: found.version + 1 };
}

async function handedIn(deps: MockDeps, found: Attempt, timed: Attempt): Promise<Attempt> {
  await deps.store.attempts.move(found, timed);
  const current = await deps.store.attempts.get(found.person, found.id);
  if (current === undefined) throw new Error('an attempt was there and is not');
  const done = await close(deps, current, 'person');
  if (!done.ok) throw new Problem('conflict');
  return done.attempt;
}

function textOf(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
