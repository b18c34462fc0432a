// Leaving a mark: the person's marks are read, the rules decide, and the mark is put under the next number, or all of it again when another came first.
// The same request finds the mark it made, whenever it comes again.
import { type Presence, standing, voided } from '../domain/attendance/marks.ts';
import type { AuditEntry } from '../domain/audit/chain.ts';
import { type AtDoor, type DoorRefusal, decideMark, type Held, type Wanted } from '../domain/door/decide.ts';
import type { Mark, With } from '../store/marks.ts';
import type { CoreDeps } from './deps.ts';
import { Problem } from './problem.ts';

export interface Coming {
  session: string;
  person: string;
  wanted: Pick<Wanted, 'kind' | 'at' | 'step'>;
  /** What the mark says besides. */
  mark: Pick<Presence, 'how' | 'by' | 'why' | 'device'> &
    Pick<Mark, 'request' | 'asked' | 'scan' | 'seq' | 'claimedAt' | 'name'>;
  more: With;
  /** The person's marks as they have just been read. */
  marks?: readonly Mark[];
}

export type Left = { ok: true; stored: 'new' | 'same'; mark: Mark } | { ok: false; reason: DoorRefusal };

/** A person's marks at one session are few; whoever loses this often is no honest phone. */
const ATTEMPTS = 6;

/** Leaves a mark at a door. Problem `request_reused` when the request was another one before, `busy` when marks of the person come too fast. */
export async function leaveMark(deps: CoreDeps, door: AtDoor, coming: Coming): Promise<Left> {
  const { session, person, wanted } = coming;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const read = attempt === 0 ? coming.marks : undefined;
    const marks = read ?? (await deps.store.marks.ofPerson(session, person));
    const before = markOfRequest(marks, coming.mark);
    if (before !== undefined) return { ok: true, stored: 'same', mark: before };
    const decision = decideMark(door, heldOf(marks), { ...wanted, voided: voidedSteps(marks, wanted.kind) });
    if (!decision.ok) return decision;
    if ('same' in decision) return { ok: true, stored: 'same', mark: numbered(marks, decision.same) };
    const mark = newMark(deps, coming, { n: marks.length + 1, walkIn: decision.walkIn });
    const done = await deps.store.marks.put(mark, coming.more);
    if (done === 'done') return { ok: true, stored: 'new', mark };
    if (done === 'used' || done === 'delivered') return afterwards(deps, coming);
  }
  throw new Problem('busy');
}

export interface Voiding extends Pick<Coming, 'session' | 'person' | 'mark'> {
  /** The number of the mark that is taken back. */
  of: number;
  entries: readonly AuditEntry[];
}

/** Takes a mark back, with another mark. One that is taken back already is answered by the first void. */
export async function voidMark(deps: CoreDeps, { session, person, of, mark, entries }: Voiding): Promise<Left> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const marks = await deps.store.marks.ofPerson(session, person);
    const before = markOfRequest(marks, mark) ?? marks.find((one) => one.kind === 'void' && one.of === of);
    if (before !== undefined) return { ok: true, stored: 'same', mark: before };
    if (!marks.some(({ n, kind }) => n === of && kind !== 'void')) return { ok: false, reason: 'no-such-mark' };
    const at = deps.now();
    const { request, asked, how, by, why } = mark;
    const next: Mark = {
      session,
      person,
      n: marks.length + 1,
      kind: 'void',
      of,
      at,
      receivedAt: at,
      how,
      request,
      asked,
      by,
      why,
    };
    if ((await deps.store.marks.put(next, { entries })) === 'done') return { ok: true, stored: 'new', mark: next };
  }
  throw new Problem('busy');
}

/** The mark that a request made; Problem `request_reused` when what it asked for then is not what it asks for now. */
export function markOfRequest(marks: readonly Mark[], { request, asked }: Pick<Mark, 'request' | 'asked'>) {
  const before = marks.find((mark) => mark.request === request);
  if (before !== undefined && before.asked !== asked) throw new Problem('request_reused');
  return before;
}

/** A scan or a device's number that was used between our reading and our writing: by this same request, or by another. */
async function afterwards(deps: CoreDeps, { session, person, mark }: Coming): Promise<Left> {
  const before = markOfRequest(await deps.store.marks.ofPerson(session, person), mark);
  return before === undefined ? { ok: false, reason: 'code-used' } : { ok: true, stored: 'same', mark: before };
}

function newMark(
  deps: CoreDeps,
  { session, person, wanted, mark }: Coming,
  { n, walkIn }: { n: number; walkIn: boolean },
): Mark {
  const { name, ...rest } = mark;
  const { step, ...what } = wanted;
  return {
    ...{ session, person, n, receivedAt: deps.now(), ...what, ...rest },
    ...(step === undefined ? {} : { step }),
    ...(walkIn ? { walkIn, ...(name === undefined ? {} : { name }) } : {}),
  };
}

/** The marks that count, as the decision sees them. */
function heldOf(marks: readonly Mark[]): Held[] {
  return standing(marks).map(({ n, kind, at }) => {
    const { step } = numbered(marks, n);
    return { n, kind, at, ...(step === undefined ? {} : { step }) };
  });
}

function voidedSteps(marks: readonly Mark[], kind: string): number[] {
  return voided(marks).flatMap(({ mark }) => (mark.kind === kind ? (numbered(marks, mark.n).step ?? []) : []));
}

function numbered(marks: readonly Mark[], n: number): Mark {
  const mark = marks.find((one) => one.n === n);
  if (mark === undefined) throw new Error('a mark is there and is not');
  return mark;
}
