// The id of a request, kept as long as the tab: sent again after a lost answer or a reload it is the same request, and nothing is begun twice.

const NAME = 'zhuren-mock-wish';

export interface Wish {
  id: string;
  /** Whether it was sent before and nobody knows what became of it. */
  isRetry: boolean;
  /** It was answered: the same again is another wish. */
  done(): void;
}

export function wish(body: object, newId: () => string): Wish {
  const text = JSON.stringify(body);
  const held = heldWish();
  const isRetry = held?.text === text;
  const id = isRetry ? held.id : newId();
  keep({ text, id });
  return { id, isRetry, done: () => keep(undefined) };
}

interface Held {
  text: string;
  id: string;
}

/** For where the browser forbids storage: then it is kept as long as the page. */
let memory: Held | undefined;

function keep(held: Held | undefined): void {
  memory = held;
  try {
    if (held === undefined) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, JSON.stringify(held));
  } catch {
    // The page itself remembers.
  }
}

function heldWish(): Held | undefined {
  if (memory !== undefined) return memory;
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? '') as Held;
  } catch {
    return undefined;
  }
}
