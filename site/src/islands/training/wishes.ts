// What somebody has asked for and the server has not answered yet, kept on the device: asked again under the same id, it counts once (R6).
import { type Instant, msOf } from '../../../../functions/domain/time.ts';

export type WishKind = 'enrol' | 'withdraw' | 'accept' | 'decline';

export interface Wish {
  person: string;
  course: string;
  kind: WishKind;
  /** The id that the server knows the wish by. */
  request: string;
  at: Instant;
}

/** Where wishes are kept: the browser's storage, or memory where it keeps nothing. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const NAME = 'zhuren-wishes';

/** After so long the state that the server tells is what counts: somebody may have changed their mind on another device. */
const GOOD_MS = 10 * 60_000;

/** The wish that is still open for a person and a course. */
export function openWish(shelf: Shelf, who: Pick<Wish, 'person' | 'course'>, now: Instant): Wish | undefined {
  return read(shelf, now).find(({ person, course }) => person === who.person && course === who.course);
}

/** Keeps a wish before it is sent; another one of the same person about the same course gives way. */
export function keepWish(shelf: Shelf, wish: Wish): void {
  write(shelf, [...read(shelf, wish.at).filter((one) => !isAbout(one, wish)), wish]);
}

/** Takes away a wish that was answered. */
export function dropWish(shelf: Shelf, wish: Wish): void {
  write(
    shelf,
    read(shelf, wish.at).filter(({ request }) => request !== wish.request),
  );
}

function isAbout(one: Wish, other: Wish): boolean {
  return one.person === other.person && one.course === other.course;
}

function read(shelf: Shelf, now: Instant): Wish[] {
  try {
    const kept = JSON.parse(shelf.getItem(NAME) ?? '[]') as Wish[];
    return kept.filter(({ at }) => Math.abs(msOf(now) - msOf(at)) < GOOD_MS);
  } catch {
    return [];
  }
}

function write(shelf: Shelf, wishes: readonly Wish[]): void {
  if (wishes.length === 0) shelf.removeItem(NAME);
  else shelf.setItem(NAME, JSON.stringify(wishes));
}
