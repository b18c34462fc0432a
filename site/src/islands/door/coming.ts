// Coming in and going out, from the code to the server's answer: signed in, a mark at once; signed out, the scan is noted first, so that its time
// counts, and redeemed after the sign-in. What is under way is kept in the tab until it is answered: a reload or a lost answer loses nothing.
import type { Answer } from '../../../../functions/contract/index.ts';
import type { CodeKind } from '../../../../functions/domain/door/codes.ts';
import type { Instant } from '../../../../functions/domain/time.ts';
import { ApiProblem, type Call } from '../../api/client.ts';
import { needsSignIn } from '../training/problem-text.ts';
import { isUnanswered, type Trying, untilAnswered } from '../training/until-answered.ts';
import type { Shelf } from '../training/wishes.ts';
import type { Code } from './link.ts';

/** What is under way: a code that no server has seen for sure, or a scan that waits for its person. */
export type Coming = Scanned | Typed | Noted;

interface Begun {
  request: string;
  session: string;
}
interface Scanned extends Begun {
  code: Code;
}
interface Typed extends Begun {
  digits: string;
  kind: CodeKind;
}
interface Noted extends Begun {
  scan: string;
  at: Instant;
  until: Instant;
}

export type Came =
  | { state: 'marked'; session: string; mark: Answer<'checkIn'> }
  /** Noted; it is redeemed after a sign-in. */
  | { state: 'noted'; session: string; at: Instant; until: Instant }
  /** Digits need a sign-in first. */
  | { state: 'signed-out'; session: string }
  | { state: 'refused'; session: string; problem: ApiProblem }
  /** No answer came: it is kept and can be sent again. */
  | { state: 'unsent'; session: string };

export interface Way {
  call: Call;
  /** The phone's own secret. */
  device: string;
  /** Whether somebody is, or has just been, signed in on this device. The server may know better. */
  isPerson: boolean;
  shelf: Shelf;
  trying: Trying;
}

const NAME = 'zhuren-door';

export function keepComing(shelf: Shelf, coming: Coming): void {
  shelf.setItem(NAME, JSON.stringify(coming));
}

export function keptComing(shelf: Shelf): Coming | undefined {
  try {
    return JSON.parse(shelf.getItem(NAME) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function dropComing(shelf: Shelf): void {
  shelf.removeItem(NAME);
}

/** Brings it to the server, and says what has become of it. Never throws a problem. */
export async function come(way: Way, coming: Coming): Promise<Came> {
  keepComing(way.shelf, coming);
  const { session } = coming;
  try {
    return await brought(way, coming);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (isUnanswered(error)) return { state: 'unsent', session };
    dropComing(way.shelf);
    return { state: 'refused', session, problem: error };
  }
}

async function brought(way: Way, coming: Coming): Promise<Came> {
  if ('scan' in coming) return way.isPerson ? redeemed(way, coming) : notedBefore(coming);
  if ('digits' in coming)
    return orSignedOut(
      () => marked(way, coming),
      () => {
        dropComing(way.shelf);
        return { state: 'signed-out', session: coming.session };
      },
    );
  if (!way.isPerson) return noted(way, coming);
  return orSignedOut(
    () => marked(way, coming),
    () => noted(way, coming),
  );
}

async function orSignedOut(work: () => Promise<Came>, otherwise: () => Came | Promise<Came>): Promise<Came> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiProblem && needsSignIn(error)) return otherwise();
    throw error;
  }
}

async function marked({ call, device, shelf, trying }: Way, coming: Scanned | Typed): Promise<Came> {
  const { session, request } = coming;
  const code = 'code' in coming ? coming.code : { kind: coming.kind, digits: coming.digits };
  const send = () => call('checkIn', { params: { session }, body: { request, device, code } });
  const mark = await untilAnswered(send, trying);
  dropComing(shelf);
  return { state: 'marked', session, mark };
}

/** The scan's time is safe with the server; then it is redeemed at once if somebody is signed in after all. */
async function noted(way: Way, coming: Scanned): Promise<Came> {
  const { call, device, shelf, trying } = way;
  const { session, request, code } = coming;
  const send = () => call('noteScan', { params: { session }, body: { device, code } });
  const { scan, at, until } = await untilAnswered(send, trying);
  const kept = { session, request, scan, at, until };
  keepComing(shelf, kept);
  return way.isPerson ? redeemed(way, kept) : notedBefore(kept);
}

async function redeemed({ call, device, shelf, trying }: Way, noted: Noted): Promise<Came> {
  const { session, request, scan } = noted;
  return orSignedOut(
    async () => {
      const send = () => call('redeemScan', { params: { session }, body: { request, device, scan } });
      const mark = await untilAnswered(send, trying);
      dropComing(shelf);
      return { state: 'marked', session, mark };
    },
    () => notedBefore(noted),
  );
}

function notedBefore({ session, at, until }: Noted): Came {
  return { state: 'noted', session, at, until };
}
